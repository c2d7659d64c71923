import type { Event, Timeslot } from '@huddlekit/contract';
import { localDateTime } from '@huddlekit/contract/zoned-time';

/** A time as pages and mails say it. */
export interface When {
  /** `Saturday, November 28, 2026`, or the first and the last day. */
  readonly day: string;
  /** `10:30 a.m. – 12 p.m.`; empty for a whole day. */
  readonly time: string;
  /** `Central Time (CST)`, or the second alone where both are the same; empty for a whole day. */
  readonly zone: string;
  /** `CST` */
  readonly zoneShort: string;
}

/** Zones and clock times are told as they are in the United States, in each language. */
const localeOf = (language: string): string => `${language.split('-')[0] ?? 'en'}-US`;

/** A timeslot in a zone: the event's, unless another is asked for. */
export function whenOf(
  event: Pick<Event, 'timezone'>,
  { startDate, endDate, allDay }: Pick<Timeslot, 'startDate' | 'endDate' | 'allDay'>,
  language: string,
  timezone = event.timezone,
): When {
  const locale = localeOf(language);
  const start = new Date(startDate);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: timezone });
  if (allDay) {
    // The end of a whole day is the first instant after it.
    const last = endDate ? new Date(Date.parse(endDate) - 1) : start;
    return { day: capitalized(days.formatRange(start, last)), time: '', zone: '', zoneShort: '' };
  }
  const zoneShort = zoneName(locale, timezone, start, 'short');
  const zoneLong = zoneName(locale, timezone, start, 'longGeneric');
  return {
    day: capitalized(days.format(start)),
    time: endDate
      ? rangeInWords(start, new Date(endDate), locale, timezone)
      : clockInWords(start, locale, timezone),
    zone: zoneLong === zoneShort ? zoneLong : `${zoneLong} (${zoneShort})`,
    zoneShort,
  };
}

/** One instant: `Friday, November 27, 2026, 7 p.m. CST`. */
export function instantInWords(instant: number, timezone: string, language: string): string {
  const startDate = new Date(instant).toISOString();
  const { day, time, zoneShort } = whenOf(
    { timezone },
    { startDate, endDate: null, allDay: false },
    language,
  );
  return `${day}, ${time} ${zoneShort}`;
}

/** Whether clocks of two zones differ at an instant. */
export function clocksDiffer(instant: string, timezone: string, other: string): boolean {
  const at = Date.parse(instant);
  const [one, two] = [localDateTime(at, timezone), localDateTime(at, other)];
  return one.date !== two.date || one.time !== two.time;
}

/** Weekday, day and month of an instant, each alone: `Sat`, `28`, `Nov`. */
export function dateParts(
  instant: string,
  timezone: string,
  language: string,
): { weekday: string; day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    capitalized(
      new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: timezone })
        .format(new Date(instant))
        .replace(/\.$/, ''),
    );
  return {
    weekday: part({ weekday: 'short' }),
    day: part({ day: 'numeric' }),
    month: part({ month: 'short' }),
  };
}

/** First and last day, short: `Nov 17 – 26`. */
export function daysInWords(startDate: string, endDate: string, timezone: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { month: 'short', day: 'numeric', timeZone: timezone })
    .formatRange(new Date(startDate), new Date(Date.parse(endDate) - 1))
    .replaceAll(/[\u2009\u202f]/g, ' ');
}

function rangeInWords(start: Date, end: Date, locale: string, timezone: string): string {
  const last = clockInWords(end, locale, timezone);
  const sameDay =
    localDateTime(start.getTime(), timezone).date === localDateTime(end.getTime(), timezone).date;
  if (!sameDay) {
    const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: timezone });
    return `${clockInWords(start, locale, timezone)} – ${day.format(end)}, ${last}`;
  }
  const first = clockInWords(start, locale, timezone);
  const [, period] = last.split(' ');
  return `${period && first.endsWith(` ${period}`) ? first.slice(0, -period.length - 1) : first} – ${last}`;
}

/** `2 p.m.`, `10:30 a.m.` */
function clockInWords(instant: Date, locale: string, timezone: string): string {
  const options = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: timezone } as const;
  const parts = new Map(
    new Intl.DateTimeFormat(locale, options).formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const minute = parts.get('minute');
  const isMorning = /^a/i.test(parts.get('dayPeriod') ?? '');
  return `${parts.get('hour') ?? ''}${minute === '00' ? '' : `:${minute ?? ''}`} ${isMorning ? 'a.m.' : 'p.m.'}`;
}

function zoneName(locale: string, timezone: string, at: Date, style: 'short' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    timeZone: timezone,
    timeZoneName: style,
  }).formatToParts(at);
  return capitalized(parts.find(({ type }) => type === 'timeZoneName')?.value ?? timezone);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
