import * as z from '../zod.ts';

/** The version of the format that is read and written here. */
export const pinsVersion = 2;

export const pinPrecisions = ['exact', 'area', 'locality'] as const;
export type PinPrecision = (typeof pinPrecisions)[number];

/** Up to so many events a feed has a row for each; beyond, it has cells, and tiles tell more. */
export const mostPinRows = 20_000;

/**
 * Pins as rows, one for each event, in columns of plain JSON that all have the same length.
 *
 * Rows are sorted by `key`, the Morton (Z-order) code of their point: Web Mercator x and y, each scaled to 24 bits,
 * interleaved with x in the even bits. The order is the index: all events of a map square at zoom level z have the
 * same first 2z bits, so clusters are counted by scanning ranges and nothing is built in the reader. `key` holds
 * deltas from the row before (the first from 0).
 */
export interface PinRows {
  version: number;
  type: 'rows';
  /** Local date, `YYYY-MM-DD`, of day 0 of `daysLow`, in UTC. */
  firstDay: string;
  /** Kinds that `kind` refers to by position. */
  kinds: string[];
  /** Deltas of the 48-bit Morton code. */
  key: number[];
  pin: number[];
  kind: number[];
  /** 0 exact, 1 area (a home), 2 locality. */
  precision: number[];
  /** Start of the next timeslot: whole minutes since `firstDay` at 00:00 UTC, may be negative. */
  start: number[];
  /** Bit n of `daysLow` (n < 30) or `daysHigh` (n - 30) is set when a timeslot falls on local day `firstDay` + n. */
  daysLow: number[];
  daysHigh: number[];
}

/**
 * Pins as cells, one for each square of a grid that has events, where a row for each event would be too much. Cells
 * are sorted by their number, the first 2 * `level` bits of the codes of their events; `key` holds deltas.
 */
export interface PinCells {
  version: number;
  type: 'cells';
  /** Cells are squares of this zoom level: 4^level cover the world. */
  level: number;
  /** Events of all cells. */
  total: number;
  kinds: string[];
  /** Deltas of the cells' numbers. */
  key: number[];
  /** Events of each cell. */
  count: number[];
  /** Mean position of the events in their cell, from 0 (west, north) to 63. */
  x: number[];
  y: number[];
  /** The pin of the only event; -1 where all share one point; else 0. */
  pin: number[];
  /** Kind and precision of the first event. */
  kind: number[];
  precision: number[];
}

const columns: Readonly<Record<string, string>> = {
  rows: 'key pin kind precision start daysLow daysHigh',
  cells: 'key count x y pin kind precision',
};

/**
 * The pins feed, version 2: every event with a public point. `type` tells rows from cells; a tile has the one or the
 * other by how many events it has. The schema looks at a feed and copies nothing.
 */
export const PinFeed = z.unknown().check((payload) => {
  const feed = Object(payload.value) as Readonly<Record<string, unknown>>;
  const isWhole =
    areWhole([feed['version'], feed['level'] ?? 0, feed['total'] ?? 0]) &&
    Array.isArray(feed['kinds']) &&
    columns[String(feed['type'])]?.split(' ').every((name) => areWhole(feed[name]));
  if (!isWhole) payload.issues.push({ code: 'custom', input: feed, path: [] });
}) as unknown as z.ZodMiniType<PinRows | PinCells, PinRows | PinCells>;
export type PinFeed = z.infer<typeof PinFeed>;

/** Whether all are whole numbers; one check for a column, since a feed may have a hundred thousand. */
export function areWhole(column: unknown): boolean {
  return Array.isArray(column) && column.every(Number.isSafeInteger);
}

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
