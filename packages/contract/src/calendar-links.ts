import { addDays, localDateTime } from './zoned-time.ts';

/** What a calendar is told of one timeslot; only what anybody may know, as the calendar's maker reads it. */
export interface CalendarEntry {
  readonly title: string;
  /** Plain text; cut where it is long. */
  readonly description: string;
  /** The public place in one line; empty where there is none. */
  readonly location: string;
  /** UTC instant. */
  readonly startDate: string;
  /** UTC instant; null where none is known, which calendars show as two hours. */
  readonly endDate: string | null;
  /** Whether it runs over its local days in `timezone`, without a clock time. */
  readonly allDay: boolean;
  /** IANA zone of the event. */
  readonly timezone: string;
  /** The event's own page; stands below the description. */
  readonly url: string;
}

/** Links that open a calendar on the web with the entry filled in. */
export interface CalendarLinks {
  readonly google: string;
  readonly outlook: string;
  readonly office365: string;
  readonly yahoo: string;
}

/** Length of an event without an end, in milliseconds. */
const length = 2 * 3_600_000;

/** UTF-8 bytes of a description and of a line: with them a link stays below the 8 kB that servers take, percent-encoded. */
const mostText = 1_500;
const mostLine = 300;

/** The links for one timeslot. Instants are in UTC, so no calendar can mistake them; Apple takes the hub's `.ics`. */
export function calendarLinks(entry: CalendarEntry): CalendarLinks {
  const title = cut(entry.title, mostLine);
  const location = cut(entry.location, mostLine);
  const text = [cut(entry.description, mostText), entry.url].filter(Boolean).join('\n\n');
  const { start, end, lastDay } = times(entry);
  const compact = { start: compactStamp(start), end: compactStamp(end) };
  const microsoft = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: start,
    enddt: end,
    allday: String(entry.allDay),
    // Outlook reads the body as HTML.
    body: escapeHtml(text).replaceAll('\n', '<br>'),
    location,
  };
  return {
    google: link('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates: `${compact.start}/${compact.end}`,
      ctz: entry.timezone,
      details: text,
      location,
    }),
    outlook: link('https://outlook.live.com/calendar/0/deeplink/compose', microsoft),
    office365: link('https://outlook.office.com/calendar/0/deeplink/compose', microsoft),
    yahoo: link('https://calendar.yahoo.com/', {
      v: '60',
      title,
      st: compact.start,
      // Yahoo names the last day, the others the day after it.
      et: entry.allDay ? compactStamp(lastDay) : compact.end,
      ...(entry.allDay && { dur: 'allday' }),
      desc: text,
      in_loc: location,
    }),
  };
}

/** Instants without milliseconds, or dates where it runs over whole days: `end` is the first day that isn't part of it. */
function times({
  startDate,
  endDate,
  allDay,
  timezone,
}: CalendarEntry): Record<'start' | 'end' | 'lastDay', string> {
  const startAt = Date.parse(startDate);
  const endAt = endDate === null ? startAt + length : Date.parse(endDate);
  if (!allDay) return { start: instant(startAt), end: instant(endAt), lastDay: instant(endAt) };
  const start = localDateTime(startAt, timezone).date;
  const next = addDays(start, 1);
  const named = endDate === null ? next : localDateTime(endAt, timezone).date;
  const end = named > next ? named : next;
  return { start, end, lastDay: addDays(end, -1) };
}

function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '');
}

/** The basic form of ISO 8601: `20261128T163000Z`, `20261128`. */
function compactStamp(stamp: string): string {
  return stamp.replaceAll(/[-:]/g, '');
}

/** Spaces as `%20`: Outlook and Yahoo show a `+` as it stands. */
function link(base: string, values: Readonly<Record<string, string>>): string {
  const query = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base}?${query.join('&')}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The beginning of a text in at most so many UTF-8 bytes, whole characters only, with an ellipsis where it was cut. */
function cut(text: string, most: number): string {
  // A lone half of a character has no percent-encoding.
  const whole = text
    .trim()
    .replaceAll('\r\n', '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  const encoder = new TextEncoder();
  if (encoder.encode(whole).length <= most) return whole;
  const { read } = encoder.encodeInto(whole, new Uint8Array(most - 3));
  return `${whole.slice(0, read).trimEnd()}…`;
}
