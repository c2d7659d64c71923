import { dateRangesFrom, type Counts } from '../counts.ts';
import type { Event } from '../event.ts';
import type { CountsQuery } from '../event-query.ts';
import { matchingEvents } from './event-filters.ts';

/** Counts a list that is held whole, as a hub does. */
export function countEvents(
  events: readonly Event[],
  { ranges = '', ...filters }: CountsQuery,
  now: number,
): Counts {
  const { kind: _kind, ...ofAnyKind } = filters;
  const { from: _from, to: _to, fromDate: _fromDate, toDate: _toDate, ...onAnyDate } = filters;
  const kinds: Record<string, number> = {};
  for (const { event } of matchingEvents(events, ofAnyKind, now)) {
    kinds[event.kind] = (kinds[event.kind] ?? 0) + 1;
  }
  return {
    total: matchingEvents(events, filters, now).length,
    kinds,
    ranges: dateRangesFrom(ranges).map(
      ({ from, to }) => matchingEvents(events, { ...onAnyDate, fromDate: from, toDate: to }, now).length,
    ),
  };
}
