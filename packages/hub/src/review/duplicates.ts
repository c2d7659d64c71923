import type { Event, ReviewFlag } from '@huddlekit/contract';
import { compareEvents } from '@huddlekit/connectors';
import { withTimeslots } from '../events/event-list.ts';
import type { HubParts } from '../hub.ts';
import type { EventRow } from '../storage/schema.ts';

/** Other events that are held against one; on a day of action thousands share the hour. */
const most = 200;

/** Events that may be the same one again: its host's at one of its times, or of the same title, time and place. */
export async function duplicatesOf({ storage, settings }: HubParts, row: EventRow): Promise<ReviewFlag[]> {
  const others = await storage.read
    .selectFrom('timeslots as own')
    .innerJoin('timeslots', 'timeslots.startAt', 'own.startAt')
    .innerJoin('events', 'events.pin', 'timeslots.pin')
    .leftJoin('hosts', 'hosts.eventId', 'events.id')
    .selectAll('events')
    .select('hosts.emailHash')
    .distinct()
    .where('own.eventId', '=', row.id)
    .where('events.id', '<>', row.id)
    .where((where) =>
      where.or([
        where('events.status', '=', 'confirmed'),
        where.and([where('events.status', '=', 'pending'), where('events.verifiedAt', 'is not', null)]),
      ]),
    )
    .limit(most)
    .execute();
  const host = await storage.read
    .selectFrom('hosts')
    .select('emailHash')
    .where('eventId', '=', row.id)
    .executeTakeFirst();
  const [event, ...events] = await withTimeslots(storage.publicRead, [row, ...others], settings.baseUrl);
  return events.flatMap((other, index) => {
    const isSameHost = host !== undefined && others[index]?.emailHash === host.emailHash;
    if (!event || !(isSameHost || compareEvents(alone(event), alone(other)) === 'same')) return [];
    return [{ kind: 'duplicate', field: null, about: other.title, eventId: other.id }];
  });
}

/** One system's two events are held to be different; here they are compared like those of two. */
function alone(event: Event): Event {
  return { ...event, source: { ...event.source, system: event.id } };
}
