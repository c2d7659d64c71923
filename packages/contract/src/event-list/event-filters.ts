import type { Event, Timeslot } from '../event.ts';
import type { EventFilters } from '../event-query.ts';
import { localDateTime } from '../zoned-time.ts';
import { metresBetween } from './distance.ts';
import { timeslotsAfter } from './timeslots.ts';

/** An event that fits some filters, with what a list sorts it by. */
export interface Match {
  readonly event: Event;
  /** Start of the next timeslot, milliseconds since 1970. */
  readonly start: number;
  /** Metres from the searched point. */
  readonly distance: number | undefined;
}

/** The events that fit, soonest first. Filters mean what they mean to a hub. */
export function matchingEvents(events: readonly Event[], filters: EventFilters, now: number): Match[] {
  const from = filters.from === undefined ? now : Date.parse(filters.from);
  return events
    .flatMap((event) => {
      const [next] = timeslotsAfter(event, from).filter(
        (slot) => isInTime(slot, event, filters) && (filters.hasRoom !== 'true' || !slot.isFull),
      );
      if (!next || event.status !== 'confirmed' || !isDescribed(event, filters) || !isPlaced(event, filters))
        return [];
      return [{ event, start: Date.parse(next.startDate), distance: distanceOf(event, filters.near) }];
    })
    .sort((a, b) => a.start - b.start || a.event.pin - b.event.pin);
}

function isInTime({ startDate }: Timeslot, { timezone }: Event, filters: EventFilters): boolean {
  const { to, fromDate, toDate } = filters;
  if (to !== undefined && Date.parse(startDate) >= Date.parse(to)) return false;
  if (fromDate === undefined && toDate === undefined) return true;
  const { date } = localDateTime(Date.parse(startDate), timezone);
  return (fromDate === undefined || date >= fromDate) && (toDate === undefined || date <= toDate);
}

function isDescribed(event: Event, { kind, sponsor, language, accessible, q, pins }: EventFilters): boolean {
  const { location } = event;
  const text = folded(
    [event.title, location?.venue, location?.locality, location?.region, event.sponsor?.name].join(' '),
  );
  return (
    (kind === undefined || kind.split(',').includes(event.kind)) &&
    (sponsor === undefined || event.sponsor?.id === sponsor) &&
    (language === undefined || event.languages.some((tag) => tag.split('-')[0] === language.split('-')[0])) &&
    (accessible !== 'true' || event.accessibility.wheelchair === true) &&
    (pins === undefined || pins.split(',').includes(String(event.pin))) &&
    folded(q ?? '')
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

function isPlaced(event: Event, { near, within, bbox, virtual }: EventFilters): boolean {
  if (virtual !== undefined && event.isVirtual !== (virtual === 'true')) return false;
  if (near !== undefined && within !== undefined && !((distanceOf(event, near) ?? Infinity) <= within))
    return false;
  return bbox === undefined || isInside(event, bbox);
}

function isInside({ location }: Event, bbox: string): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number);
  const { latitude, longitude } = location ?? {};
  if (latitude == null || longitude == null || latitude < south || latitude > north) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

function distanceOf({ location }: Event, near: string | undefined): number | undefined {
  const [latitude, longitude] = near?.split(',').map(Number) ?? [];
  if (latitude === undefined || longitude === undefined) return undefined;
  if (location?.latitude == null || location.longitude == null) return undefined;
  return Math.round(metresBetween(latitude, longitude, location.latitude, location.longitude));
}

/** Without accents and capitals. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
