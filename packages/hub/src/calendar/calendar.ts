import type { Event, Timeslot } from '@huddlekit/contract';
import { addDays, localDateTime } from '@huddlekit/contract/zoned-time';
import { dateStamp, escapeText, fold, utcStamp } from './content-lines.ts';

/** What differs between the public file and the one in a person's mail. */
export interface CalendarOptions {
  /** Only these timeslots; all where left out. */
  readonly timeslotIds?: readonly string[];
  /** The place as this person may know it; the public one where left out. */
  readonly place?: string;
}

/** An event as a calendar file (RFC 5545), an entry a timeslot. Made from the public view alone. */
export function eventCalendar(
  event: Event,
  baseUrl: string,
  { timeslotIds, place }: CalendarOptions = {},
): string {
  const timeslots = event.timeslots.filter(({ id }) => timeslotIds?.includes(id) ?? true);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huddlekit//Hub//EN',
    'METHOD:PUBLISH',
    ...timeslots.flatMap((timeslot) => entry(event, timeslot, baseUrl, place ?? placeInWords(event))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Where an event is, in one line, as far as the public may know. */
export function placeInWords({ location }: Event): string {
  if (!location || location.kind === 'online') return '';
  const { venue, addressLines, locality, region, postalCode } = location;
  const town = [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [venue, ...addressLines, town].filter(Boolean).join(', ');
}

function entry(event: Event, timeslot: Timeslot, baseUrl: string, place: string): string[] {
  const page = `${baseUrl}/e/${event.id}`;
  const { latitude, longitude, precision } = event.location ?? {};
  // Seconds since 1970 rise with every change, which is all a sequence number must do.
  const sequence = Math.max(
    0,
    Math.floor((Date.parse(event.updatedAt) - Date.parse(event.createdAt)) / 1000),
  );
  return [
    'BEGIN:VEVENT',
    `UID:${timeslot.id}-${event.id}@${new URL(baseUrl).hostname}`,
    `DTSTAMP:${utcStamp(event.updatedAt)}`,
    `LAST-MODIFIED:${utcStamp(event.updatedAt)}`,
    `SEQUENCE:${String(sequence)}`,
    ...times(event, timeslot),
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText([event.summary, page].filter(Boolean).join('\n\n'))}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(precision === 'exact' && typeof latitude === 'number' && typeof longitude === 'number'
      ? [`GEO:${String(latitude)};${String(longitude)}`]
      : []),
    `URL:${page}`,
    `STATUS:${event.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

function times({ timezone }: Event, { startDate, endDate, allDay }: Timeslot): string[] {
  if (!allDay) return [`DTSTART:${utcStamp(startDate)}`, ...(endDate ? [`DTEND:${utcStamp(endDate)}`] : [])];
  const first = localDateTime(Date.parse(startDate), timezone).date;
  // The end of a whole day is the first day that isn't part of it.
  const end = endDate ? localDateTime(Date.parse(endDate), timezone).date : addDays(first, 1);
  return [`DTSTART;VALUE=DATE:${dateStamp(first)}`, `DTEND;VALUE=DATE:${dateStamp(end)}`];
}
