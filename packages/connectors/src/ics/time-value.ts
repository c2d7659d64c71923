import { instantOf } from '../zones/clocks.ts';
import { secondsOfDay } from './calendar-days.ts';
import type { ContentLine } from './content-line.ts';
import type { LocalSeconds } from './occurrences.ts';

/** A date or time as a calendar file writes it: on a zone's clocks, in UTC, or on the clocks of wherever it is read. */
export interface TimeValue {
  readonly local: LocalSeconds;
  readonly isDate: boolean;
  /** `UTC`, the TZID as it is written, or undefined for a floating time. */
  readonly zone: string | undefined;
}

/** Reads `20261128`, `20261128T190000` or `20261128T190000Z`; undefined for a date no calendar has. */
export function readTime(text: string, zone: string | undefined): TimeValue | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', isUtc] = found.map(
    (part) => part ?? undefined,
  );
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(y, m - 1, d));
  const isOfCalendar = y >= 1900 && y < 2200 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!isOfCalendar || h > 24 || min > 59 || s > 60) return undefined;
  const local = date.getTime() / 1_000 + h * 3_600 + min * 60 + Math.min(s, 59);
  return { local, isDate: found[4] === undefined, zone: isUtc ? 'UTC' : zone };
}

/** Reads the first time of a property. */
export function timeOf(content: ContentLine | undefined): TimeValue | undefined {
  return content && readTime(content.value.split(',', 1)[0] ?? '', content.parameters.get('TZID'));
}

/** Reads every time of properties; of a period the start counts. What can't be read is left out. */
export function timesOf(contents: readonly ContentLine[] = []): TimeValue[] {
  return contents.flatMap(({ value, parameters }) =>
    value.split(',').flatMap((item) => readTime(item.split('/', 1)[0] ?? '', parameters.get('TZID')) ?? []),
  );
}

/** Seconds of a duration like `PT2H30M` or `P1D` (RFC 5545, 3.3.6), negative ones too; undefined where it is none. */
export function readDuration(text: string): number | undefined {
  const found =
    /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/i.exec(
      text.trim(),
    );
  if (!found || text.trim().length < 3) return undefined;
  const [, sign, ...amounts] = found;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = amounts.map((amount) =>
    Number(amount ?? 0),
  );
  const sum = (weeks * 7 + days) * secondsOfDay + hours * 3_600 + minutes * 60 + seconds;
  return sign === '-' ? -sum : sum;
}

/** The instant, in milliseconds since 1970, at which a zone's clocks show a local time. */
export function instantAt(local: LocalSeconds, zone: string): number {
  return instantOf(local * 1_000, zone);
}
