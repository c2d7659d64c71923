import type { EventFilters } from '@huddlekit/contract';
import { metresBetween } from '@huddlekit/contract/event-list';
import { boundsOf, pointOf } from '../events/event-filters.ts';
import { daysOf } from '../events/local-day.ts';
import type { EventIndex } from './event-index.ts';

/** What can't be told from the index: the pins of the events that have the searched words. */
export type WithWords = ReadonlySet<number> | undefined;

/** Tells which events, by their rows, fit. */
export interface Matcher {
  /** Whether the event is of the kinds asked for. */
  hasKind(row: number): boolean;
  /** Whether all fits but kind and time. */
  fitsElse(row: number): boolean;
  /** Whether a timeslot fits. */
  fitsSlot(slot: number): boolean;
  /** The first timeslot of an event that fits, or -1. */
  slotOf(row: number): number;
}

/** The filters of a query, told of an index. They mean what they mean to the list of events. */
export function matcherOf(
  index: EventIndex,
  filters: EventFilters,
  now: number,
  withWords: WithWords,
): Matcher {
  const kinds = filters.kind?.split(',').map((kind) => index.kindNames.indexOf(kind));
  const conditions = conditionsOf(index, filters, withWords);
  const fitsSlot = slotCondition(index, filters, now);
  return {
    hasKind: (row) => kinds === undefined || kinds.includes(index.kinds[row] ?? -1),
    fitsElse: (row) => conditions.every((fits) => fits(row)),
    fitsSlot,
    slotOf(row) {
      const end = index.slotsFrom[row + 1] ?? 0;
      for (let slot = index.slotsFrom[row] ?? 0; slot < end; slot++) if (fitsSlot(slot)) return slot;
      return -1;
    },
  };
}

type Condition = (row: number) => boolean;

function conditionsOf(index: EventIndex, filters: EventFilters, withWords: WithWords): Condition[] {
  const { near, within, bbox, virtual, language, accessible, sponsor, pins } = filters;
  const { latitudes, longitudes, isVirtual, isAccessible, languages, sponsors } = index;
  const conditions: Condition[] = [];
  if (virtual !== undefined) {
    const wanted = Number(virtual === 'true');
    conditions.push((row) => isVirtual[row] === wanted);
  }
  if (accessible === 'true') conditions.push((row) => isAccessible[row] === 1);
  if (sponsor !== undefined) {
    const wanted = index.sponsorIds.indexOf(sponsor);
    conditions.push((row) => sponsors[row] === wanted);
  }
  if (language !== undefined) {
    const has = index.languageLists.map((list) => hasLanguage(list, language));
    conditions.push((row) => has[languages[row] ?? 0] === true);
  }
  if (pins !== undefined) conditions.push(isOneOf(index, new Set(pins.split(',').map(Number))));
  if (withWords) conditions.push(isOneOf(index, withWords));
  if (bbox !== undefined) {
    const { west, south, east, north } = boundsOf(bbox);
    conditions.push((row) => {
      const [latitude, longitude] = [latitudes[row] ?? Number.NaN, longitudes[row] ?? Number.NaN];
      if (!(latitude >= south && latitude <= north)) return false;
      return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    });
  }
  if (near !== undefined && within !== undefined) {
    const point = pointOf(near);
    conditions.push(
      (row) =>
        metresBetween(
          latitudes[row] ?? Number.NaN,
          longitudes[row] ?? Number.NaN,
          point.latitude,
          point.longitude,
        ) <= within,
    );
  }
  return conditions;
}

function isOneOf({ pins }: EventIndex, wanted: ReadonlySet<number>): Condition {
  return (row) => wanted.has(pins[row] ?? -1);
}

function hasLanguage(list: string, language: string): boolean {
  const [base = ''] = language.toLowerCase().split('-');
  const tags = list.toLowerCase();
  return tags.includes(`"${base}"`) || tags.includes(`"${base}-`);
}

function slotCondition(
  { slotStarts, slotOvers, slotDays, slotIsFull }: EventIndex,
  { from, to, fromDate, toDate, hasRoom }: EventFilters,
  now: number,
): (slot: number) => boolean {
  const after = from === undefined ? now : Date.parse(from);
  const before = to === undefined ? Infinity : Date.parse(to);
  const first = fromDate === undefined ? -Infinity : daysOf(fromDate);
  const last = toDate === undefined ? Infinity : daysOf(toDate);
  return (slot) =>
    (slotOvers[slot] ?? 0) > after &&
    (slotStarts[slot] ?? 0) < before &&
    (slotDays[slot] ?? 0) >= first &&
    (slotDays[slot] ?? 0) <= last &&
    (hasRoom !== 'true' || slotIsFull[slot] === 0);
}
