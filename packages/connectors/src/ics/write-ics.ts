import type { Event, Timeslot } from '@huddlekit/contract';
import { addDays, localDateTime } from '@huddlekit/contract/zoned-time';
import { foreignSourceOf } from '../rows/event-fields.ts';
import { dateStamp, escapeText, fold, utcStamp } from './written-lines.ts';

/** What makes an entry one person's own, as calendars take it from a mail (RFC 5546, 3.2.2 and 3.2.5). */
export interface Invitation {
  /** `REQUEST` enters it or changes what is there, `CANCEL` takes it out. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly organizer: { readonly name: string; readonly email: string };
  /** E-mail of the person, who said yes. */
  readonly attendee: string;
  /** When the person's attendance was last changed: a UTC instant. A later one makes a higher number. */
  readonly changedAt: string;
}

/** How events are written as a calendar file. */
export interface WriteIcsOptions {
  /** Base URL of the hub: events' pages are there, and its host makes the ids of entries unique. */
  readonly baseUrl: string;
  /** Only these timeslots; all where left out. */
  readonly timeslotIds?: readonly string[] | undefined;
  /** The place as a person may know it, in words; the public one where left out. */
  readonly place?: string | undefined;
  /** Makes it an entry of one person; then only one timeslot, as such a file has one entry. */
  readonly invitation?: Invitation | undefined;
  /** Name that calendars show for the whole. */
  readonly name?: string | undefined;
  /** How often a calendar that subscribed asks again, as a duration of RFC 5545: `PT1H`. */
  readonly refresh?: string | undefined;
  /** Adds what another hub needs to have the same events: their ids, zones, kinds and public places. */
  readonly isExchange?: boolean | undefined;
}

/**
 * Writes events as a calendar file (RFC 5545), an entry a timeslot, from the public view alone. Instants are in UTC, so
 * no calendar can mistake them.
 */
export function writeIcs(events: readonly Event[], options: WriteIcsOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huddlekit//Hub//EN',
    `METHOD:${options.invitation?.method ?? 'PUBLISH'}`,
    ...(options.name ? [`NAME:${escapeText(options.name)}`, `X-WR-CALNAME:${escapeText(options.name)}`] : []),
    ...(options.refresh
      ? [`REFRESH-INTERVAL;VALUE=DURATION:${options.refresh}`, `X-PUBLISHED-TTL:${options.refresh}`]
      : []),
    ...events.flatMap((event) =>
      event.timeslots
        .filter(({ id }) => options.timeslotIds?.includes(id) ?? true)
        .flatMap((timeslot) => entry(event, timeslot, options)),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Where an event is, in one line, as far as the public may know. */
export function placeInWords({ location }: Pick<Event, 'location'>): string {
  if (!location || location.kind === 'online') return '';
  const { venue, addressLines, locality, region, postalCode } = location;
  const town = [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [venue, ...addressLines, town].filter(Boolean).join(', ');
}

function entry(
  event: Event,
  timeslot: Timeslot,
  { baseUrl, place = placeInWords(event), isExchange, invitation }: WriteIcsOptions,
): string[] {
  const page = `${baseUrl}/e/${event.id}`;
  const { latitude, longitude, precision } = event.location ?? {};
  const changedAt = [event.updatedAt, ...(invitation ? [invitation.changedAt] : [])]
    .map((instant) => Date.parse(instant))
    .reduce((one, other) => Math.max(one, other));
  // Seconds since it was made rise with every change, which is all a sequence number must do.
  const sequence = Math.max(0, Math.floor((changedAt - Date.parse(event.createdAt)) / 1000));
  const isOff = event.status === 'cancelled' || invitation?.method === 'CANCEL';
  return [
    'BEGIN:VEVENT',
    `UID:${timeslot.id}-${event.id}@${new URL(baseUrl).hostname}`,
    `DTSTAMP:${utcStamp(changedAt)}`,
    `LAST-MODIFIED:${utcStamp(changedAt)}`,
    `SEQUENCE:${String(sequence)}`,
    ...times(event, timeslot),
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText([event.summary, page].filter(Boolean).join('\n\n'))}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(precision === 'exact' && typeof latitude === 'number' && typeof longitude === 'number'
      ? [`GEO:${String(latitude)};${String(longitude)}`]
      : []),
    `URL:${page}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(invitation ? people(invitation) : []),
    ...(isExchange ? own(event) : []),
    'END:VEVENT',
  ];
}

/** Who sends the entry and whom it's for: without a question, as the person has answered. */
function people({ organizer, attendee }: Invitation): string[] {
  const name = organizer.name.replaceAll(/["\p{Cc}]/gu, ' ');
  return [
    `ORGANIZER;CN="${name}":${mailto(organizer.email)}`,
    `ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(attendee)}`,
  ];
}

/** An address as RFC 6068 writes it; nothing of it can begin a parameter or a line. */
function mailto(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}

function times({ timezone }: Event, { startDate, endDate, allDay }: Timeslot): string[] {
  if (!allDay) return [`DTSTART:${utcStamp(startDate)}`, ...(endDate ? [`DTEND:${utcStamp(endDate)}`] : [])];
  const first = localDateTime(Date.parse(startDate), timezone).date;
  // The end of a whole day is the first day that isn't part of it.
  const end = endDate ? localDateTime(Date.parse(endDate), timezone).date : addDays(first, 1);
  return [`DTSTART;VALUE=DATE:${dateStamp(first)}`, `DTEND;VALUE=DATE:${dateStamp(end)}`];
}

/** What another hub reads to have the same event: which one it is, its zone, its kind and its public place. */
function own(event: Event): string[] {
  const source = foreignSourceOf(event);
  const place = JSON.stringify({ location: event.location, isVirtual: event.isVirtual });
  return [
    `X-HUDDLEKIT-EVENT:${escapeText(event.id)}`,
    ...(source
      ? [`X-HUDDLEKIT-SOURCE:${escapeText(JSON.stringify({ system: source.system, id: source.id }))}`]
      : []),
    `X-HUDDLEKIT-TIMEZONE:${event.timezone}`,
    `X-HUDDLEKIT-KIND:${event.kind}`,
    `X-HUDDLEKIT-PLACE:${escapeText(place)}`,
  ];
}
