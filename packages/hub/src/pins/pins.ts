import type { EventFilters } from '@huddlekit/contract';
import { encodePins, pinPrecisions, type Pin, type PinFeed } from '@huddlekit/contract/pins';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import { eventConditions } from '../events/event-filters.ts';
import { nextStarts, type ListContext } from '../events/event-list.ts';

const day = 86_400_000;
const days = 60;

/** The map's feed of every matching event with a public point. */
export async function pinFeed(
  filters: EventFilters,
  { read, now, distanceFunction }: ListContext,
): Promise<PinFeed> {
  const from = filters.from === undefined ? now : Date.parse(filters.from);
  const firstDay = new Date(from).toISOString().slice(0, 10);
  const rows = await read
    .selectFrom('events')
    .innerJoin(nextStarts(read, from, filters), 'next.eventId', 'events.id')
    .select([
      'events.id',
      'events.pin',
      'events.kind',
      'events.latitude',
      'events.longitude',
      'events.precision',
      'events.timezone',
      'next.nextStart',
    ])
    .where((where) => where.and(eventConditions(where, filters, distanceFunction)))
    .where('events.latitude', 'is not', null)
    .where('events.locationKind', 'is not', 'online')
    .execute();
  const timeslots = await read
    .selectFrom('timeslots')
    .select(['eventId', 'startAt'])
    .where('overAt', '>', from)
    .where('startAt', '<', Date.parse(firstDay) + (days + 1) * day)
    .execute();
  const starts = Map.groupBy(timeslots, ({ eventId }) => eventId);
  const pins = rows.map((row): Pin => ({
    pin: row.pin,
    kind: row.kind,
    latitude: row.latitude ?? 0,
    longitude: row.longitude ?? 0,
    precision: pinPrecisions.find((precision) => precision === row.precision) ?? 'locality',
    start: row.nextStart,
    days: daysOf(starts.get(row.id) ?? [], row.timezone, firstDay),
  }));
  return encodePins(pins, firstDay);
}

function daysOf(starts: readonly { startAt: number }[], timezone: string, firstDay: string): number[] {
  const offsets = starts.map(
    ({ startAt }) => (Date.parse(localDateTime(startAt, timezone).date) - Date.parse(firstDay)) / day,
  );
  return [...new Set(offsets)].filter((offset) => offset >= 0 && offset < days).sort((a, b) => a - b);
}
