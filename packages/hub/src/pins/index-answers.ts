import { dateRangesFrom, type Counts, type CountsQuery, type EventFilters } from '@huddlekit/contract';
import {
  cellLevelsInTile,
  encodeCells,
  encodePins,
  mostPinRows,
  pinDays,
  pinPrecisions,
  rowsInTile,
  type Pin,
  type PinFeed,
  type PinRows,
  type Tile,
} from '@huddlekit/contract/pins';
import type { EventIndex } from './event-index.ts';
import { matcherOf, type WithWords } from './match.ts';

const day = 86_400_000;

/** Events of an index that fit some filters and have a public point, in the index’s order. */
export interface MatchingRows {
  readonly rows: Uint32Array;
  /** For each, the timeslot by which it fits. */
  readonly slots: Uint32Array;
  readonly keys: Float64Array;
  /** Whether a timeslot fits too. */
  readonly fitsSlot: (slot: number) => boolean;
}

/** A square with no more events than this is told row by row. */
const mostRowsInTile = 1000;
/** The finest grid of the world that is worth its bytes. */
const overviewLevel = 8;
/** Cells of the overview, so that its bytes are bounded wherever the events are. */
const mostCells = 6000;

export function matchingRows(
  index: EventIndex,
  filters: EventFilters,
  now: number,
  withWords: WithWords,
): MatchingRows {
  const matcher = matcherOf(index, filters, now, withWords);
  const rows = new Uint32Array(index.placed);
  const slots = new Uint32Array(index.placed);
  let count = 0;
  for (let row = 0; row < index.placed; row++) {
    if (!matcher.hasKind(row) || !matcher.fitsElse(row)) continue;
    const slot = matcher.slotOf(row);
    if (slot < 0) continue;
    rows[count] = row;
    slots[count] = slot;
    count++;
  }
  const kept = rows.slice(0, count);
  return {
    rows: kept,
    slots: slots.slice(0, count),
    keys: Float64Array.from(kept, (row) => index.keys[row] ?? 0),
    fitsSlot: matcher.fitsSlot,
  };
}

/** The feed of matching events: of all, or of one tile; rows where they are few, else cells. */
export function pinFeed(
  index: EventIndex,
  matching: MatchingRows,
  firstDay: string,
  tile: Tile | undefined,
): PinFeed {
  const [start, end] = tile ? rowsInTile(matching.keys, tile) : [0, matching.rows.length];
  if (end - start <= (tile ? mostRowsInTile : mostPinRows))
    return rowsOf(index, matching, firstDay, start, end);
  const columns = {
    keys: matching.keys,
    pins: matching.rows.map((row) => index.pins[row] ?? 0),
    kinds: matching.rows.map((row) => index.kinds[row] ?? 0),
    precisions: matching.rows.map((row) => index.precisions[row] ?? 0),
    kindNames: index.kindNames,
  };
  if (tile) return encodeCells(columns, tile.zoom + cellLevelsInTile, start, end);
  let level = overviewLevel;
  let feed = encodeCells(columns, level, start, end);
  while (feed.key.length > mostCells) feed = encodeCells(columns, --level, start, end);
  return feed;
}

/** How many events fit, of which kinds, and in which ranges of dates. */
export function countsOf(
  index: EventIndex,
  { ranges = '', ...filters }: CountsQuery,
  now: number,
  withWords: WithWords,
): Counts {
  const own = matcherOf(index, filters, now, withWords);
  const { from: _from, to: _to, fromDate: _fromDate, toDate: _toDate, ...onAnyDate } = filters;
  const asked = dateRangesFrom(ranges).map(({ from, to }) =>
    matcherOf(index, { ...onAnyDate, fromDate: from, toDate: to }, now, withWords),
  );
  const byKind = index.kindNames.map(() => 0);
  const inRanges = asked.map(() => 0);
  let total = 0;
  for (let row = 0; row < index.length; row++) {
    if (!own.fitsElse(row)) continue;
    const isInTime = own.slotOf(row) >= 0;
    const kind = index.kinds[row] ?? 0;
    if (isInTime) byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (!own.hasKind(row)) continue;
    if (isInTime) total++;
    asked.forEach((range, position) => {
      if (range.slotOf(row) >= 0) inRanges[position] = (inRanges[position] ?? 0) + 1;
    });
  }
  const kinds = index.kindNames
    .map((name, kind) => [name, byKind[kind] ?? 0] as const)
    .filter(([, count]) => count > 0);
  return { total, kinds: Object.fromEntries(kinds), ranges: inRanges };
}

function rowsOf(
  index: EventIndex,
  { rows, slots, fitsSlot }: MatchingRows,
  firstDay: string,
  start: number,
  end: number,
): PinRows {
  const base = Date.parse(firstDay) / day;
  const pins: Pin[] = [];
  for (let position = start; position < end; position++) {
    const row = rows[position] ?? 0;
    pins.push({
      pin: index.pins[row] ?? 0,
      kind: index.kindNames[index.kinds[row] ?? 0] ?? 'other',
      latitude: index.latitudes[row] ?? 0,
      longitude: index.longitudes[row] ?? 0,
      precision: pinPrecisions[index.precisions[row] ?? 0] ?? 'locality',
      start: index.slotStarts[slots[position] ?? 0] ?? 0,
      days: daysFrom(index, row, base, fitsSlot),
    });
  }
  return encodePins(pins, firstDay);
}

/** Days after `base` on which an event has a timeslot that fits. */
function daysFrom(
  { slotsFrom, slotDays }: EventIndex,
  row: number,
  base: number,
  fitsSlot: MatchingRows['fitsSlot'],
): number[] {
  const days = new Set<number>();
  const end = slotsFrom[row + 1] ?? 0;
  for (let slot = slotsFrom[row] ?? 0; slot < end; slot++) {
    const offset = (slotDays[slot] ?? 0) - base;
    if (offset >= 0 && offset < pinDays && fitsSlot(slot)) days.add(offset);
  }
  return [...days];
}
