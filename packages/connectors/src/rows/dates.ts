import { addDays, localDateTime } from '@huddlekit/contract/zoned-time';
import { instantOf } from '../zones/clocks.ts';
import type { ZoneWord } from '../zones/zone-words.ts';

/** The order of day, month and year in a date of numbers. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date of a source: a whole day, a wall-clock time, or an instant. `zone` is the one that was written beside it. */
export type SourceDate =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'local'; readonly date: string; readonly time: string; readonly zone?: ZoneWord }
  | { readonly kind: 'instant'; readonly instant: number };

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:[0-5]\d(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads an ISO 8601 date with or without a time; undefined for anything else, a day no calendar has, or a year that must be a slip. */
export function readDate(text: string): SourceDate | undefined {
  const [, date, time, seconds = ':00', offset] = pattern.exec(text.trim()) ?? [];
  if (!date || !isDay(date)) return undefined;
  if (!time) return { kind: 'day', date };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  if (!offset) return { kind: 'local', date, time };
  const instant = Date.parse(`${date}T${time}${seconds}${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant) ? undefined : { kind: 'instant', instant };
}

/** Whether a calendar has this day, `YYYY-MM-DD`, in a year somebody may mean. */
export function isDay(date: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(date)) return false;
  // 30 February would roll over to March.
  return !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date;
}

/** Start of a date in a zone, in milliseconds since 1970; a whole day starts at its local midnight. */
export function startOf(date: SourceDate, timezone: string): number {
  if (date.kind === 'instant') return date.instant;
  if (date.kind === 'day') return clockAt(date.date, '00:00', timezone);
  return date.zone ? instantBeside(date, date.zone, timezone) : clockAt(date.date, date.time, timezone);
}

/** End of a date in a zone; a whole day ends where the next begins. */
export function endOf(date: SourceDate, timezone: string): number {
  return date.kind === 'day' ? clockAt(addDays(date.date, 1), '00:00', timezone) : startOf(date, timezone);
}

/**
 * The instant of a time with a zone's letters behind it. They are taken by the letter where clocks at the place then
 * show that time (MST in Phoenix, all year); else as the clocks of that zone, since people write EST in summer, too.
 */
function instantBeside(
  { date, time }: { readonly date: string; readonly time: string },
  { zone, offset }: ZoneWord,
  timezone: string,
): number {
  if (offset !== undefined) {
    const literal = Date.parse(`${date}T${time}:00Z`) - offset * 60_000;
    const shown = localDateTime(literal, timezone);
    if (shown.date === date && shown.time === time) return literal;
  }
  return clockAt(date, time, zone);
}

/** The instant at which a zone's clocks show a date and time. */
function clockAt(date: string, time: string, timezone: string): number {
  return instantOf(Date.parse(`${date}T${time}:00Z`), timezone);
}
