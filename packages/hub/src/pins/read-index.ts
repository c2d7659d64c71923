import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { hasWords } from '../events/event-filters.ts';
import { localDay } from '../events/local-day.ts';
import type { PublicConnection } from '../storage/storage.ts';
import { eventIndexOf, type EventIndex, type IndexedEvent, type IndexedTimeslot } from './event-index.ts';

/** Rows that are read between two looks at what else is to do. */
const slice = 5000;

/** Reads all public events with a timeslot that isn't over at an instant (milliseconds since 1970). */
export async function readIndex(read: PublicConnection, now: number): Promise<EventIndex> {
  const rows = read
    .selectFrom('timeslots')
    .innerJoin('events', 'events.pin', 'timeslots.pin')
    .select([
      'events.pin',
      'events.kind',
      'events.latitude',
      'events.longitude',
      'events.precision',
      'events.timezone',
      'events.isVirtual',
      'events.wheelchair',
      'events.languagesJson',
      'events.sponsorId',
      'timeslots.startAt',
      'timeslots.overAt',
    ])
    .select(
      sql<number>`timeslots.capacity is not null and (timeslots.waiting > 0 or timeslots.reserved + timeslots.taken >= timeslots.capacity)`.as(
        'isFull',
      ),
    )
    .where('timeslots.overAt', '>', now)
    .where('events.status', '=', 'confirmed')
    .orderBy('timeslots.pin')
    .orderBy('timeslots.startAt')
    .stream();
  const events: (IndexedEvent & { timeslots: IndexedTimeslot[] })[] = [];
  let count = 0;
  for await (const row of rows) {
    const { pin, startAt, overAt, timezone } = row;
    const slot = { startAt, overAt, day: localDay(startAt, timezone), isFull: row.isFull === 1 };
    const last = events.at(-1);
    if (last?.pin === pin) {
      last.timeslots.push(slot);
    } else {
      const { kind, latitude, longitude, precision, sponsorId } = row;
      events.push({
        ...{ pin, kind, latitude, longitude, precision, sponsorId },
        isVirtual: row.isVirtual === 1,
        isAccessible: row.wheelchair === 1,
        languages: row.languagesJson,
        timeslots: [slot],
      });
    }
    if (++count % slice === 0) await setImmediate();
  }
  return eventIndexOf(events);
}

/** The pins of all events that have the words searched. */
export async function pinsWithWords(read: PublicConnection, words: string): Promise<ReadonlySet<number>> {
  const rows = await read
    .selectFrom('events')
    .select('pin')
    .where((where) => where.and(hasWords(words)))
    .execute();
  return new Set(rows.map(({ pin }) => pin));
}
