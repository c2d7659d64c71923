import { addDays, zonedInstant } from '@huddlekit/contract/zoned-time';

/** The order of day, month and year in a date of numbers. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** A date of a source: a whole day, a wall-clock time, or an instant. */
export type SourceDate =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'local'; readonly date: string; readonly time: string }
  | { readonly kind: 'instant'; readonly instant: number };

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads an ISO 8601 date with or without a time; undefined for anything else, a day no calendar has, or a year that must be a slip. */
export function readDate(text: string): SourceDate | undefined {
  const [, date, time, offset] = pattern.exec(text.trim()) ?? [];
  if (!date || !/^(19|20|21)/.test(date) || addDaysOrNothing(date) !== date) return undefined;
  if (!time) return { kind: 'day', date };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  if (!offset) return { kind: 'local', date, time };
  const instant = Date.parse(`${date}T${time}:00${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant) ? undefined : { kind: 'instant', instant };
}

/** Start of a date in a zone, in milliseconds since 1970; a whole day starts at its local midnight. */
export function startOf(date: SourceDate, timezone: string): number {
  if (date.kind === 'instant') return date.instant;
  return zonedInstant({ date: date.date, time: date.kind === 'day' ? '00:00' : date.time }, timezone);
}

/** End of a date in a zone; a whole day ends where the next begins. */
export function endOf(date: SourceDate, timezone: string): number {
  return date.kind === 'day'
    ? zonedInstant({ date: addDays(date.date, 1), time: '00:00' }, timezone)
    : startOf(date, timezone);
}

// 30 February would roll over to March.
function addDaysOrNothing(date: string): string | undefined {
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? undefined : addDays(date, 0);
}
