import type { DateRange } from '@huddlekit/contract';
import { metresBetween } from '@huddlekit/contract/event-list';
import {
  checkPins,
  gridLevels,
  gridSize,
  mortonCell,
  mortonCode,
  pinDays,
  pinPrecisions,
  unproject,
  type PinFeed,
  type PinPrecision,
} from '@huddlekit/contract/pins';
import { localDate } from './dates.ts';
import type { Filters } from './filters.ts';

/**
 * The pins feed in columns of numbers, in the feed's (Morton) order. A row is one event, or in a feed of cells all
 * events of one cell, standing at their mean.
 */
export class PinIndex {
  readonly length: number;
  /** Morton codes, ascending. */
  readonly keys: Float64Array;
  /** Web Mercator position from 0 to 1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The pin of a row's only event; -1 where several share one point, else 0. */
  readonly pins: Int32Array;
  /** Events of each row. */
  readonly counts: Int32Array;
  /** Events of all rows. */
  readonly total: number;
  readonly #feed: PinFeed;

  constructor(feed: PinFeed) {
    checkPins(feed);
    this.#feed = feed;
    this.length = feed.key.length;
    this.keys = new Float64Array(this.length);
    this.x = new Float64Array(this.length);
    this.y = new Float64Array(this.length);
    this.pins = Int32Array.from(feed.pin);
    const isWhole = feed.type === 'rows';
    this.counts = isWhole ? new Int32Array(this.length).fill(1) : Int32Array.from(feed.count);
    this.total = isWhole ? this.length : feed.total;
    const cells = isWhole ? gridSize : 2 ** feed.level;
    let number = 0;
    for (let index = 0; index < this.length; index++) {
      number += feed.key[index] ?? 0;
      const { column, row } = mortonCell(number);
      this.x[index] = (column + (isWhole ? 0.5 : ((feed.x[index] ?? 0) + 0.5) / 64)) / cells;
      this.y[index] = (row + (isWhole ? 0.5 : ((feed.y[index] ?? 0) + 0.5) / 64)) / cells;
      // A cell stands at its mean, also in a finer grid.
      this.keys[index] = isWhole ? number : codeAt(this.x[index] ?? 0, this.y[index] ?? 0);
    }
  }

  /** Whether each row is one event, so that kinds and days can be told apart. */
  get isWhole(): boolean {
    return this.#feed.type === 'rows';
  }

  /** The level of the grid whose cells the rows are. */
  get level(): number {
    return this.#feed.type === 'rows' ? gridLevels : this.#feed.level;
  }

  /** Whether all events of a row stand at its very point. */
  isOnePoint(index: number): boolean {
    return this.counts[index] === 1 || this.pins[index] === -1;
  }

  /** Whether the days of the filters are among those that the rows tell of. */
  knowsDates({ dates }: Pick<Filters, 'dates'>): boolean {
    return dates === null || this.#feed.type === 'cells' || isWithinPinDays(dates, this.#feed.firstDay);
  }

  kind(index: number): string {
    return this.#feed.kinds[this.#feed.kind[index] ?? -1] ?? 'other';
  }

  precision(index: number): PinPrecision {
    return pinPrecisions[this.#feed.precision[index] ?? 2] ?? 'locality';
  }

  point(index: number): { latitude: number; longitude: number } {
    return unproject(this.x[index] ?? 0, this.y[index] ?? 0);
  }

  /** The row of an event, or -1 where it has no point. */
  indexOf(pin: number): number {
    return this.pins.indexOf(pin);
  }

  /**
   * Marks with 1 the rows of the kinds and dates asked for; none where only events online are. Cells can't be told
   * apart, and of dates past the feed's 60 days nothing is known: those rows are marked.
   */
  matching(filters: Pick<Filters, 'kinds' | 'dates' | 'inPerson'>, now: Date): Uint8Array {
    const result = new Uint8Array(this.length).fill(Number(filters.inPerson));
    if (this.#feed.type === 'cells' || !filters.inPerson) return result;
    const { kind, kinds, daysLow, daysHigh, firstDay } = this.#feed;
    if (filters.kinds.length === 0 && !filters.dates) return result;
    const wanted = new Set(filters.kinds.map((name) => kinds.indexOf(name)));
    const masks = isWithinPinDays(filters.dates, firstDay) ? dayMasks(filters.dates, firstDay, now) : null;
    for (let index = 0; index < this.length; index++) {
      const hasKind = wanted.size === 0 || wanted.has(kind[index] ?? -1);
      const hasDay =
        !masks || ((daysLow[index] ?? 0) & masks.low) !== 0 || ((daysHigh[index] ?? 0) & masks.high) !== 0;
      result[index] = Number(hasKind && hasDay);
    }
    return result;
  }

  /** Whether any row is inside an area. */
  hasAnyWithin(area: NonNullable<Filters['area']>): boolean {
    for (let index = 0; index < this.length; index++) if (isInside(area, this.point(index))) return true;
    return false;
  }

  /** How many of the marked rows are inside an area; all of them where there is none. */
  countWithin(area: Filters['area'], marked: Uint8Array): number {
    let count = 0;
    for (let index = 0; index < this.length; index++) {
      if (marked[index] && (!area || isInside(area, this.point(index)))) count += this.counts[index] ?? 0;
    }
    return count;
  }
}

function codeAt(x: number, y: number): number {
  return mortonCode(Math.floor(x * gridSize), Math.floor(y * gridSize));
}

function isInside(
  area: NonNullable<Filters['area']>,
  point: { readonly latitude: number; readonly longitude: number },
): boolean {
  if (area.type === 'near') {
    const { latitude, longitude, within } = area;
    return metresBetween(latitude, longitude, point.latitude, point.longitude) <= within;
  }
  const { west, south, east, north } = area;
  const inColumn =
    west <= east
      ? point.longitude >= west && point.longitude <= east
      : point.longitude >= west || point.longitude <= east;
  return inColumn && point.latitude >= south && point.latitude <= north;
}

/** Whether a feed that begins on `firstDay` tells all days of some dates apart. */
export function isWithinPinDays(dates: DateRange | null, firstDay: string): dates is DateRange {
  return dates !== null && daysBetween(firstDay, dates.to) < pinDays;
}

/** Bits of the dates, from today on, in the feed's two columns of 30 days. */
function dayMasks({ from, to }: DateRange, firstDay: string, now: Date): { low: number; high: number } {
  const masks = { low: 0, high: 0 };
  const today = localDate(now);
  const first = daysBetween(firstDay, from < today ? today : from);
  for (let day = Math.max(0, first); day <= daysBetween(firstDay, to); day++) {
    if (day < 30) masks.low |= 1 << day;
    else masks.high |= 1 << (day - 30);
  }
  return masks;
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000;
}
