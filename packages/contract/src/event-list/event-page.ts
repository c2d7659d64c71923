import type { Event, EventPage } from '../event.ts';
import type { EventQuery } from '../event-query.ts';
import { matchingEvents } from './event-filters.ts';

/** Events of a page where the query doesn't say. */
const usualLimit = 20;

/** A page of a list that is held whole, as a hub answers it. The cursor is the number of events before it. */
export function pageOfEvents(events: readonly Event[], query: EventQuery, now: number): EventPage {
  const { order, limit = usualLimit, cursor, pins } = query;
  const matches = matchingEvents(events, query, now);
  if (order === 'distance') matches.sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity));
  const asked = pins?.split(',').map(Number);
  if (asked) matches.sort((a, b) => asked.indexOf(a.event.pin) - asked.indexOf(b.event.pin));
  const start = cursor === undefined ? 0 : Number(cursor) || 0;
  const end = start + limit;
  return {
    data: matches.slice(start, end).map(({ event, distance }) => {
      const isKnown = distance !== undefined && event.location?.precision !== 'locality';
      return isKnown ? { ...event, distance } : event;
    }),
    next: end < matches.length ? String(end) : null,
  };
}
