import type { Event, FeedQuery } from '@huddlekit/contract';
import type { EventService } from '../events/event-service.ts';
import type { ListOptions } from '../events/upcoming.ts';

/** Events of one feed, and timeslots after which none is added: calendars read a feed whole, and again each hour. */
const mostEvents = 500;
const mostTimeslots = 2_000;
/** Events read at once. */
const step = 50;

export interface FeedPage {
  readonly events: readonly Event[];
  /** Where the feed goes on; null where that is all. */
  readonly next: string | null;
}

/** The events of a feed, by the way that the public list goes. @throws ProblemError as the list */
export async function feedPage(
  { list }: Pick<EventService, 'list'>,
  query: FeedQuery,
  options?: ListOptions,
): Promise<FeedPage> {
  const events: Event[] = [];
  let next = query.cursor ?? null;
  do {
    const page = await list({ ...query, limit: step, ...(next !== null && { cursor: next }) }, options);
    events.push(...page.data);
    next = page.next;
  } while (next !== null && hasRoom(events));
  return { events, next };
}

function hasRoom(events: readonly Event[]): boolean {
  const timeslots = events.reduce((sum, event) => sum + event.timeslots.length, 0);
  return events.length < mostEvents && timeslots < mostTimeslots;
}
