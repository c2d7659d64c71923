import type { Event } from '../event.ts';
import type { EventFilters } from '../event-query.ts';
import { encodePins, pinDays, pinPrecisions, type Pin, type PinRows } from '../pins/index.ts';
import { localDateTime } from '../zoned-time.ts';
import { matchingEvents } from './event-filters.ts';
import { timeslotsAfter } from './timeslots.ts';

const day = 86_400_000;

/** The pins of a list that is held whole, as a hub answers them. */
export function pinsOfEvents(events: readonly Event[], filters: EventFilters, now: number): PinRows {
  const firstDay = new Date(now).toISOString().slice(0, 10);
  const pins = matchingEvents(events, filters, now).flatMap(({ event }) => pinOf(event, firstDay, now) ?? []);
  return encodePins(pins, firstDay);
}

function pinOf(event: Event, firstDay: string, now: number): Pin | undefined {
  const { location, pin, kind, timezone } = event;
  const slots = timeslotsAfter(event, now);
  const precision = pinPrecisions.find((known) => known === location?.precision);
  if (location?.latitude == null || location.longitude == null || !precision || !slots[0]) return undefined;
  const { latitude, longitude } = location;
  const days = slots.map(({ startDate }) => {
    const { date } = localDateTime(Date.parse(startDate), timezone);
    return (Date.parse(date) - Date.parse(firstDay)) / day;
  });
  const within = [...new Set(days)].filter((offset) => offset >= 0 && offset < pinDays);
  return { pin, kind, latitude, longitude, precision, start: Date.parse(slots[0].startDate), days: within };
}
