import { readDay, type DateReading } from './calendar-day.ts';
import { clocksIn, type Clock } from './clock.ts';
import { isDay, readDate, type SourceDate } from './dates.ts';

/** A date, or the span from one to another, as somebody wrote it. */
export interface WrittenDate {
  readonly start: SourceDate;
  readonly end?: SourceDate;
  /** What had to be guessed. */
  readonly doubt?: 'ambiguous_date' | 'guessed_year';
}

/** Characters of a date that are looked at. */
const longest = 120;
const minuteInMs = 60_000;
const between = /\s+(?:-|to|until|through|thru|al?|hasta(?: el)?)\s+|\s*[–—]\s*|\/(?=\d{4}-)/g;

/**
 * Reads a date in the forms of ISO 8601, of spreadsheets (days since 1900, seconds or milliseconds since 1970) and of
 * people: `June 23, 2020`, `Sat 6/13 7pm`, `3/4/2026 19:00 EST`, `5 de mayo de 2026, 19h30`, `June 5-7, 2020`.
 */
export function readWrittenDate(text: string, reading: DateReading): WrittenDate | undefined {
  if (text.length > longest) return undefined;
  const exact = readDate(text) ?? ofDigits(text.trim());
  if (exact) return { start: exact };
  const plain = plainWords(text);
  return ofWords(plain, reading) ?? ofSpan(plain, reading);
}

/** The day that spreadsheets give to a time without one. */
const dayZero = /^(?:1899-12-30|12\/30\/1899|30\/12\/1899|1\/0\/1900|1900-01-00)[ T](.*?)(?:\.000)?Z?$/;

/** Reads a time of day, or two, from a text that holds nothing else; a share of a day, as spreadsheets keep it, too. */
export function readTimes(text: string): { readonly start: Clock; readonly end?: Clock } | undefined {
  if (text.length > longest) return undefined;
  if (/^0?\.\d{2,}$|^0$/.test(text.trim())) {
    const minutes = Math.round(Number(text) * 24 * 60) % (24 * 60);
    return { start: { time: new Date(minutes * minuteInMs).toISOString().slice(11, 16) } };
  }
  for (const { rest, ...found } of clocksIn(plainWords(text.trim().replace(dayZero, '$1')))) {
    if (!/[a-z0-9]/.test(rest.replaceAll(/\b(?:at|from|a|las|la|de|desde|hrs?|horas)\b/g, ''))) return found;
  }
  return undefined;
}

/** A day at a time of day: an instant where that says how far it is ahead of UTC. */
export function dateAt(date: string, { time, zone, offset }: Clock): SourceDate {
  if (offset !== undefined)
    return { kind: 'instant', instant: Date.parse(`${date}T${time}:00Z`) - offset * minuteInMs };
  return zone ? { kind: 'local', date, time, zone } : { kind: 'local', date, time };
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, '')
    .trim();
}

function ofWords(text: string, reading: DateReading): WrittenDate | undefined {
  for (const { start, end, rest } of clocksIn(text)) {
    const day = readDay(rest.replaceAll(/\([^)]*\)|\b(?:from|desde|hrs|horas)\b/g, ' '), reading);
    if (!day) continue;
    // Spreadsheets write 0:00 behind a day that has no time.
    const isBare = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4} 0:00(:00)?$/.test(text);
    return {
      start: isBare ? { kind: 'day', date: day.date } : dateAt(day.date, start),
      ...(end && { end: dateAt(end.time < start.time ? nextDay(day.date) : day.date, end) }),
      ...doubtOf(day),
    };
  }
  const day = readDay(text, reading);
  return day && { start: { kind: 'day', date: day.date }, ...doubtOf(day) };
}

/** Two dates with a word or a dash between them; what the first leaves out, the year or the month, the other has. */
function ofSpan(text: string, reading: DateReading): WrittenDate | undefined {
  const days = /^(.*?[a-z]{3,}\.? )(\d{1,2}) ?[-–—&] ?(\d{1,2})((?:st|nd|rd|th)?,? .*|)$/.exec(text);
  if (days) {
    const [, before = '', first = '', last = '', after = ''] = days;
    return joined(`${before}${first}${after}`, `${before}${last}${after}`, reading);
  }
  for (const match of text.matchAll(between)) {
    const first = text.slice(0, match.index);
    const last = text.slice(match.index + match[0].length);
    const [year] = /\b\d{4}$/.exec(last) ?? [];
    const dates =
      (year && !/\d{4}/.test(first) ? joined(`${first} ${year}`, last, reading) : undefined) ??
      joined(first, last, reading);
    if (dates) return dates;
  }
  return undefined;
}

function joined(first: string, last: string, reading: DateReading): WrittenDate | undefined {
  const start = readDate(first.toUpperCase()) ?? ofWords(first, reading);
  const end = readDate(last.toUpperCase()) ?? ofWords(last, reading);
  if (!start || !end) return undefined;
  const from = 'start' in start ? start : { start };
  return { ...from, end: 'start' in end ? end.start : end };
}

/** Dates that are one number, by its size; and the short form of ISO 8601. */
function ofDigits(text: string): SourceDate | undefined {
  const [, year = '', month = '', day = '', hour, minute = '', zulu] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (year && isDay(date)) return readDate(hour ? `${date}T${hour}:${minute}${zulu ?? ''}` : date);
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return ofSerial(Number(text.replace(',', '.')));
  const [seconds = ''] = /^\d{9,10}(?=$|\.\d+$)/.exec(text) ?? [];
  if (seconds) return believable(Number(seconds) * 1_000);
  return /^\d{12,13}$/.test(text) ? believable(Number(text)) : undefined;
}

/** Days since 30 December 1899, as spreadsheets count them; the share of a day is wall-clock time. */
function ofSerial(days: number): SourceDate | undefined {
  const firstOf1970 = 25_569;
  const minutes = Math.round((days - firstOf1970) * 24 * 60);
  const wall = new Date(minutes * minuteInMs).toISOString();
  return readDate(Number.isInteger(days) ? wall.slice(0, 10) : wall.slice(0, 16));
}

function believable(instant: number): SourceDate | undefined {
  return isDay(new Date(instant).toISOString().slice(0, 10)) ? { kind: 'instant', instant } : undefined;
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 24 * 60 * minuteInMs).toISOString().slice(0, 10);
}

function doubtOf({ doubt }: { readonly doubt?: WrittenDate['doubt'] }): Pick<WrittenDate, 'doubt'> {
  return doubt ? { doubt } : {};
}
