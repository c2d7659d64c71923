import * as z from '../zod.ts';

/** The version of the format that is read and written here. */
export const pinsVersion = 2;

export const pinPrecisions = ['exact', 'area', 'locality'] as const;
export type PinPrecision = (typeof pinPrecisions)[number];

/** Up to so many events a feed has a row for each; beyond, it has cells, and tiles tell more. */
export const mostPinRows = 20_000;

/** A column: one check for all its numbers, since a feed may have a hundred thousand. */
const column = z.custom<number[]>((value) => Array.isArray(value) && value.every(Number.isSafeInteger));

/**
 * Pins as rows, one for each event, in columns of plain JSON that all have the same length.
 *
 * Rows are sorted by `key`, the Morton (Z-order) code of their point: Web Mercator x and y, each scaled to 24 bits,
 * interleaved with x in the even bits. The order is the index: all events of a map square at zoom level z have the
 * same first 2z bits, so clusters are counted by scanning ranges and nothing is built in the reader. `key` holds
 * deltas from the row before (the first from 0).
 */
export const PinRows = z.object({
  version: z.int(),
  type: z.literal('rows'),
  /** Local date, `YYYY-MM-DD`, of day 0 of `daysLow`, in UTC. */
  firstDay: z.string(),
  /** Kinds that `kind` refers to by position. */
  kinds: z.array(z.string()),
  /** Deltas of the 48-bit Morton code. */
  key: column,
  pin: column,
  kind: column,
  /** 0 exact, 1 area (a home), 2 locality. */
  precision: column,
  /** Start of the next timeslot: whole minutes since `firstDay` at 00:00 UTC, may be negative. */
  start: column,
  /** Bit n of `daysLow` (n < 30) or `daysHigh` (n - 30) is set when a timeslot falls on local day `firstDay` + n. */
  daysLow: column,
  daysHigh: column,
});
export type PinRows = z.infer<typeof PinRows>;

/**
 * Pins as cells, one for each square of a grid that has events, where a row for each event would be too much. Cells
 * are sorted by their number, the first 2 * `level` bits of the codes of their events; `key` holds deltas.
 */
export const PinCells = z.object({
  version: z.int(),
  type: z.literal('cells'),
  /** Cells are squares of this zoom level: 4^level cover the world. */
  level: z.int(),
  /** Events of all cells. */
  total: z.int(),
  kinds: z.array(z.string()),
  /** Deltas of the cells' numbers. */
  key: column,
  /** Events of each cell. */
  count: column,
  /** Mean position of the events in their cell, from 0 (west, north) to 63. */
  x: column,
  y: column,
  /** The pin of the only event; -1 where all share one point; else 0. */
  pin: column,
  /** Kind and precision of the first event. */
  kind: column,
  precision: column,
});
export type PinCells = z.infer<typeof PinCells>;

/**
 * The pins feed, version 2: every event with a public point. `type` tells rows from cells; a tile has the one or the
 * other by how many events it has.
 */
export const PinFeed = z.union([PinRows, PinCells]);
export type PinFeed = z.infer<typeof PinFeed>;

/** Refuses a feed of another version. @throws RangeError */
export function checkPins({ version }: Pick<PinFeed, 'version'>): void {
  if (version !== pinsVersion)
    throw new RangeError(`The pins feed has version ${String(version)}: bring hub and SDK to one version`);
}

/** A value of a column. @throws RangeError where the columns aren't of one length */
export function at(column: readonly number[], index: number): number {
  const value = column[index];
  if (value === undefined)
    throw new RangeError(`The pins feed has columns of different lengths (row ${String(index)})`);
  return value;
}
