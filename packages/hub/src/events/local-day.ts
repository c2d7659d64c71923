import { localDateTime } from '@huddlekit/contract/zoned-time';

const hour = 3_600_000;
const day = 24 * hour;
/** The clocks furthest ahead and furthest behind UTC. */
const [mostAhead, mostBehind] = [14 * hour, 12 * hour];

/** How far the clocks of a zone are from UTC in an hour, by zone and hours since 1970. */
const offsets = new Map<string, Map<number, number>>();

/**
 * Days from 1970-01-01 to the date that clocks in a zone show at an instant (milliseconds since 1970). Clocks change
 * on the hour, so each hour of a zone is asked once.
 */
export function localDay(instant: number, timezone: string): number {
  const known = offsets.get(timezone) ?? new Map<number, number>();
  offsets.set(timezone, known);
  const hours = Math.floor(instant / hour);
  let offset = known.get(hours);
  if (offset === undefined) {
    const { date, time } = localDateTime(hours * hour, timezone);
    offset = Date.parse(`${date}T${time}Z`) - hours * hour;
    known.set(hours, offset);
  }
  return Math.floor((instant + offset) / day);
}

/** Days from 1970-01-01 to a date, `YYYY-MM-DD`. */
export function daysOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}

/** The first instant that is on a date anywhere, milliseconds since 1970. */
export function earliestOn(date: string): number {
  return daysOf(date) * day - mostAhead;
}

/** The first instant that is past a date everywhere. */
export function latestOn(date: string): number {
  return (daysOf(date) + 1) * day + mostBehind;
}
