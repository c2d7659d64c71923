import { gridSize, mortonCell, mortonKey, unproject } from './morton.ts';
import {
  at,
  checkPins,
  pinPrecisions,
  pinsVersion,
  type PinFeed,
  type PinPrecision,
  type PinRows,
} from './pin-feed.ts';

/** A decoded pin. */
export interface Pin {
  readonly pin: number;
  readonly kind: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PinPrecision;
  /** Start of the next timeslot, milliseconds since 1970. */
  readonly start: number;
  /** Offsets from `firstDay` on which a timeslot falls, within 60 days. */
  readonly days: readonly number[];
}

/** Days of which a pin tells. */
export const pinDays = 60;

/** Reads a feed of rows. Maps keep the columns instead and decode what they draw. @throws RangeError */
export function decodePins(feed: PinFeed): Pin[] {
  checkPins(feed);
  if (feed.type !== 'rows')
    throw new RangeError('The pins feed has cells and not a row for each event: read it by decodeCells');
  const base = Date.parse(`${feed.firstDay}T00:00:00Z`);
  let key = 0;
  return feed.key.map((delta, index) => {
    key += delta;
    const { column, row } = mortonCell(key);
    return {
      pin: at(feed.pin, index),
      kind: feed.kinds[at(feed.kind, index)] ?? 'other',
      ...unproject((column + 0.5) / gridSize, (row + 0.5) / gridSize),
      precision: pinPrecisions[at(feed.precision, index)] ?? 'locality',
      start: base + at(feed.start, index) * 60_000,
      days: setBits(at(feed.daysLow, index), 0).concat(setBits(at(feed.daysHigh, index), 30)),
    };
  });
}

/** Writes a feed of rows. `firstDay` is `YYYY-MM-DD`. */
export function encodePins(pins: readonly Pin[], firstDay: string): PinRows {
  const base = Date.parse(`${firstDay}T00:00:00Z`);
  const rows = pins
    .map((pin) => ({ pin, key: mortonKey(pin.latitude, pin.longitude) }))
    .sort((a, b) => a.key - b.key || a.pin.pin - b.pin.pin);
  const kinds = [...new Set(rows.map(({ pin }) => pin.kind))].sort();
  return {
    version: pinsVersion,
    type: 'rows',
    firstDay,
    kinds,
    key: rows.map(({ key }, index) => key - (rows[index - 1]?.key ?? 0)),
    pin: rows.map(({ pin }) => pin.pin),
    kind: rows.map(({ pin }) => kinds.indexOf(pin.kind)),
    precision: rows.map(({ pin }) => pinPrecisions.indexOf(pin.precision)),
    start: rows.map(({ pin }) => Math.floor((pin.start - base) / 60_000)),
    daysLow: rows.map(({ pin }) => bits(pin.days, 0)),
    daysHigh: rows.map(({ pin }) => bits(pin.days, 30)),
  };
}

function bits(days: readonly number[], from: number): number {
  return days.reduce((mask, day) => (day >= from && day < from + 30 ? mask | (1 << (day - from)) : mask), 0);
}

function setBits(mask: number, from: number): number[] {
  return Array.from({ length: 30 }, (_, bit) => bit)
    .filter((bit) => (mask >>> bit) & 1)
    .map((bit) => bit + from);
}
