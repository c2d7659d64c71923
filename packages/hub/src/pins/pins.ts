import type { EventFilters } from '@huddlekit/contract';
import { encodePins, pinPrecisions, type Pin, type PinFeed } from '@huddlekit/contract/pins';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import type { ListContext } from '../events/event-list.ts';
import { upcomingEvents } from '../events/upcoming.ts';

const hour = 3_600_000;
const day = 24 * hour;
const days = 60;

/** The map's feed of every matching event with a public point. */
export async function pinFeed(
  filters: EventFilters,
  { read, now, distanceFunction }: ListContext,
): Promise<PinFeed> {
  const from = filters.from === undefined ? now : Date.parse(filters.from);
  const firstDay = new Date(from).toISOString().slice(0, 10);
  const rows = await upcomingEvents(read, from, filters, distanceFunction)
    .select([
      'events.pin',
      'events.kind',
      'events.latitude',
      'events.longitude',
      'events.precision',
      'events.timezone',
      'next.startAt as nextStart',
    ])
    .where('events.latitude', 'is not', null)
    .where('events.isVirtual', '=', 0)
    .execute();
  const timeslots = await read
    .selectFrom('timeslots')
    .select(['pin', 'startAt'])
    .where('overAt', '>', from)
    .where('startAt', '<', Date.parse(firstDay) + (days + 1) * day)
    .execute();
  const starts = Map.groupBy(timeslots, ({ pin }) => pin);
  const dayOf = localDays(firstDay);
  const pins = rows.map((row): Pin => ({
    pin: row.pin,
    kind: row.kind,
    latitude: row.latitude ?? 0,
    longitude: row.longitude ?? 0,
    precision: pinPrecisions.find((precision) => precision === row.precision) ?? 'locality',
    start: row.nextStart,
    days: daysOf(starts.get(row.pin) ?? [], (startAt) => dayOf(startAt, row.timezone)),
  }));
  return encodePins(pins, firstDay);
}

function daysOf(starts: readonly { startAt: number }[], dayOf: (startAt: number) => number): number[] {
  const offsets = starts.map(({ startAt }) => dayOf(startAt));
  return [...new Set(offsets)].filter((offset) => offset >= 0 && offset < days).sort((a, b) => a - b);
}

/** Tells on which local day after `firstDay` an instant falls. Clocks change on the hour, so each hour is asked once. */
function localDays(firstDay: string): (instant: number, timezone: string) => number {
  const base = Date.parse(firstDay);
  const known = new Map<string, number>();
  return (instant, timezone) => {
    const start = instant - (instant % hour);
    const name = `${timezone} ${String(start)}`;
    let offset = known.get(name);
    if (offset === undefined) {
      const { date, time } = localDateTime(start, timezone);
      offset = Date.parse(`${date}T${time}Z`) - start;
      known.set(name, offset);
    }
    return Math.floor((instant + offset - base) / day);
  };
}
