import * as z from './zod.ts';

/**
 * The pins feed, version 1: every event with a public point, as columns of plain JSON.
 *
 * Events are sorted by `key`, the Morton (Z-order) code of their point: Web Mercator x and y, each scaled to
 * 24 bits, interleaved with x in the even bits. The order is the index: all events of a map square at zoom level
 * z have the same first 2z bits, so clusters are counted by scanning ranges and nothing is built in the reader.
 *
 * All columns have the same length. `key` holds deltas from the row before (the first from 0).
 */
export const PinFeed = z.object({
  /** Of this format; see `pinsVersion`. */
  version: z.int(),
  /** Local date, `YYYY-MM-DD`, of day 0 of `days`, in UTC. */
  firstDay: z.string(),
  /** Kinds that `kind` refers to by position. */
  kinds: z.array(z.string()),
  /** Deltas of the 48-bit Morton code. */
  key: z.array(z.number()),
  pin: z.array(z.int()),
  kind: z.array(z.int()),
  /** 0 exact, 1 area (a home), 2 locality. */
  precision: z.array(z.int()),
  /** Start of the next timeslot: whole minutes since `firstDay` at 00:00 UTC, may be negative. */
  start: z.array(z.int()),
  /** Bit n of `daysLow` (n < 30) or `daysHigh` (n - 30) is set when a timeslot falls on local day `firstDay` + n. */
  daysLow: z.array(z.int()),
  daysHigh: z.array(z.int()),
});
export type PinFeed = z.infer<typeof PinFeed>;

/** The version of the format that is read and written here. */
export const pinsVersion = 1;

export const pinPrecisions = ['exact', 'area', 'locality'] as const;

const scale = 2 ** 24;
const maximumLatitude = 85.0511287798066;

/** A decoded pin. */
export interface Pin {
  readonly pin: number;
  readonly kind: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: (typeof pinPrecisions)[number];
  /** Start of the next timeslot, milliseconds since 1970. */
  readonly start: number;
  /** Offsets from `firstDay` on which a timeslot falls, within 60 days. */
  readonly days: readonly number[];
}

/** Web Mercator position of a point, each axis from 0 up to 1 (x from the west, y from the north). */
export function project(latitude: number, longitude: number): { x: number; y: number } {
  const bounded = Math.min(maximumLatitude, Math.max(-maximumLatitude, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The point at a Web Mercator position, in degrees. */
export function unproject(x: number, y: number): { latitude: number; longitude: number } {
  return {
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
    longitude: (x - 0.5) * 360,
  };
}

/** The 48-bit Morton code of a point. */
export function mortonKey(latitude: number, longitude: number): number {
  const { x, y } = project(latitude, longitude);
  const column = quantize(x);
  const row = quantize(y);
  // Halves of 12 bits keep every step within 32-bit integers.
  return spread(column >>> 12, row >>> 12) * scale + spread(column & 0xfff, row & 0xfff);
}

/** Column and row, each from 0 to 2^24 - 1, of a Morton code. */
export function mortonCell(key: number): { column: number; row: number } {
  const high = Math.floor(key / scale);
  const low = key % scale;
  return {
    column: (gather(high) << 12) | gather(low),
    row: (gather(high >>> 1) << 12) | gather(low >>> 1),
  };
}

/** Refuses a feed of another version. @throws RangeError */
export function checkPins({ version }: PinFeed): void {
  if (version !== pinsVersion)
    throw new RangeError(`The pins feed has version ${String(version)}: bring hub and SDK to one version`);
}

/** Reads a whole feed. Maps keep the columns instead and decode what they draw. */
export function decodePins(feed: PinFeed): Pin[] {
  checkPins(feed);
  const base = Date.parse(`${feed.firstDay}T00:00:00Z`);
  let key = 0;
  return feed.key.map((delta, index) => {
    key += delta;
    const { column, row } = mortonCell(key);
    return {
      pin: at(feed.pin, index),
      kind: feed.kinds[at(feed.kind, index)] ?? 'other',
      ...unproject((column + 0.5) / scale, (row + 0.5) / scale),
      precision: pinPrecisions[at(feed.precision, index)] ?? 'locality',
      start: base + at(feed.start, index) * 60_000,
      days: setBits(at(feed.daysLow, index), 0).concat(setBits(at(feed.daysHigh, index), 30)),
    };
  });
}

/** Writes a feed. `firstDay` is `YYYY-MM-DD`. */
export function encodePins(pins: readonly Pin[], firstDay: string): PinFeed {
  const base = Date.parse(`${firstDay}T00:00:00Z`);
  const rows = pins
    .map((pin) => ({ pin, key: mortonKey(pin.latitude, pin.longitude) }))
    .sort((a, b) => a.key - b.key || a.pin.pin - b.pin.pin);
  const kinds = [...new Set(rows.map(({ pin }) => pin.kind))].sort();
  return {
    version: pinsVersion,
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

function quantize(position: number): number {
  return Math.min(scale - 1, Math.max(0, Math.floor(position * scale)));
}

function spread(column: number, row: number): number {
  let code = 0;
  for (let bit = 11; bit >= 0; bit--) code = code * 4 + (((row >>> bit) & 1) * 2 + ((column >>> bit) & 1));
  return code;
}

function gather(code: number): number {
  let value = 0;
  for (let bit = 0; bit < 12; bit++) value |= ((code >>> (2 * bit)) & 1) << bit;
  return value;
}

function bits(days: readonly number[], from: number): number {
  return days.reduce((mask, day) => (day >= from && day < from + 30 ? mask | (1 << (day - from)) : mask), 0);
}

function setBits(mask: number, from: number): number[] {
  return Array.from({ length: 30 }, (_, bit) => bit)
    .filter((bit) => (mask >>> bit) & 1)
    .map((bit) => bit + from);
}

function at(column: readonly number[], index: number): number {
  const value = column[index];
  if (value === undefined)
    throw new RangeError(`The pins feed has columns of different lengths (row ${index})`);
  return value;
}
