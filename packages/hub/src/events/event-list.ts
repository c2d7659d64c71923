import { z, type Event, type EventPage, type EventQuery } from '@huddlekit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { PublicConnection, StorageFunctions } from '../storage/storage.ts';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import { distanceTo, pointOf, queryError } from './event-filters.ts';
import { eventOf } from './event-row.ts';
import { upcomingEvents, type ListOptions } from './upcoming.ts';

export interface ListContext {
  readonly read: PublicConnection;
  readonly now: number;
  readonly functions: StorageFunctions;
  readonly baseUrl: string;
}

const defaultLimit = 20;
const maximumPins = 100;

/** Where a page ends: the last row's sort value and pin, and the instant from which the list was asked. */
const Cursor = z.tuple([z.number(), z.int(), z.int()]);

/** A page of public events. @throws ProblemError `bad_request` that names the value of the query. */
export async function listEvents(
  query: EventQuery,
  { read, now, functions, baseUrl }: ListContext,
  options?: ListOptions,
): Promise<EventPage> {
  if (query.order === 'distance' && query.near === undefined)
    throw queryError('order', 'Sorting by distance needs near');
  if (query.within !== undefined && query.near === undefined)
    throw queryError('within', 'A radius needs near');
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const from = cursor?.[2] ?? (query.from === undefined ? now : Date.parse(query.from));
  const limit = query.limit ?? (query.pins === undefined ? defaultLimit : maximumPins);
  const point = query.near === undefined ? undefined : pointOf(query.near);
  const distance: RawBuilder<number | null> = point ? distanceTo(point, functions.distance) : sql`null`;
  const byDistance = query.order === 'distance' ? distance : undefined;

  const rows = await upcomingEvents(read, from, query, functions, options)
    .selectAll('events')
    .select(['next.startAt as nextStart', distance.as('distance')])
    .$if(byDistance !== undefined, (select) => select.where('events.latitude', 'is not', null))
    .$if(cursor !== undefined, (select) =>
      select.where((where) => {
        const [value = 0, pin = 0] = cursor ?? [];
        const key = byDistance ?? where.ref('next.startAt');
        return where.or([
          where(key, '>', value),
          where.and([where(key, '=', value), where('next.pin', '>', pin)]),
        ]);
      }),
    )
    .orderBy(byDistance ?? 'next.startAt')
    .orderBy('next.pin')
    .limit(limit + 1)
    .execute();

  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const sortValue = (row: (typeof rows)[number]): number =>
    byDistance ? (row.distance ?? 0) : row.nextStart;
  const events = await withTimeslots(read, page, baseUrl);
  const data = events.map((event, index) => withDistance(event, page[index]?.distance));
  return {
    data: query.pins === undefined ? data : sortedByPins(data, query.pins),
    next: rows.length > limit && last ? writeCursor([sortValue(last), last.pin, from]) : null,
  };
}

/** Events with their timeslots, in the order of the rows. */
export async function withTimeslots(
  read: PublicConnection,
  rows: readonly EventRow[],
  baseUrl: string,
): Promise<Event[]> {
  if (rows.length === 0) return [];
  const timeslots = await read
    .selectFrom('timeslots')
    .selectAll()
    .where(
      'eventId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('startAt')
    .execute();
  const byEvent = Map.groupBy<string, TimeslotRow>(timeslots, ({ eventId }) => eventId);
  return rows.map((row) => eventOf(row, byEvent.get(row.id) ?? [], baseUrl));
}

// The point of a ZIP or town stands for no distance that could be claimed.
function withDistance(event: Event, distance: number | null | undefined): Event {
  if (distance === undefined || distance === null || event.location?.precision === 'locality') return event;
  return { ...event, distance: Math.round(distance) };
}

function sortedByPins(events: readonly Event[], pins: string): Event[] {
  const order = pins.split(',').map(Number);
  return events.toSorted((a, b) => order.indexOf(a.pin) - order.indexOf(b.pin));
}

function writeCursor(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw queryError('cursor', 'Give the cursor as the page before gave it');
  }
}
