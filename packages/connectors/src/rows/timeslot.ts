import { addDays, localDateTime } from '@huddlekit/contract/zoned-time';
import { instantText } from '../instant.ts';
import type { ImportedTimeslot } from '../imported-event.ts';
import type { Report } from '../problem.ts';
import { endOf, startOf, type SourceDate } from './dates.ts';
import { capacityOf, seatsOf } from './numbers.ts';
import type { RowSlot } from './row.ts';
import type { When } from './when.ts';
import { dateAt } from './written-date.ts';

/** The timeslot in a zone; without a clock time at its start it lasts whole days. */
export function timeslotOf(when: When, slot: RowSlot, timezone: string, report: Report): ImportedTimeslot {
  const { capacity = '', spotsLeft = '' } = slot;
  const allDay = when.allDay || when.start.kind === 'day';
  const [startAt, endAt] = allDay ? daysOf(when, timezone) : hoursOf(when, timezone);
  const isEnd = endAt !== undefined && endAt > startAt;
  if (endAt !== undefined && !isEnd) report('bad_end_date');
  const dayEnd = (): number => endOf(dayOf(when.start, timezone), timezone);
  return {
    startDate: instantText(startAt),
    endDate: isEnd ? instantText(endAt) : allDay ? instantText(dayEnd()) : null,
    allDay,
    capacity: capacityOf(capacity, report),
    spotsLeft: seatsOf(spotsLeft, report),
  };
}

type Span = readonly [start: number, end: number | undefined];

function hoursOf({ start, end, minutes }: When, timezone: string): Span {
  const startAt = startOf(start, timezone);
  if (!end) return [startAt, minutes === undefined ? undefined : startAt + minutes * 60_000];
  if ('kind' in end) return [startAt, endOf(end, timezone)];
  const { date } = start.kind === 'instant' ? localDateTime(startAt, timezone) : start;
  const sameDay = startOf(dateAt(date, end), timezone);
  // From ten in the evening to one: past midnight.
  return [startAt, sameDay > startAt ? sameDay : startOf(dateAt(addDays(date, 1), end), timezone)];
}

/** From the first day's midnight to the last one's end. */
function daysOf({ start, end }: When, timezone: string): Span {
  const first = dayOf(start, timezone);
  const startAt = startOf(first, timezone);
  if (!end || !('kind' in end)) return [startAt, undefined];
  const exact = isMidnight(end, timezone) ? startOf(end, timezone) : startAt;
  return [startAt, exact > startAt ? exact : endOf(dayOf(end, timezone), timezone)];
}

function dayOf(date: SourceDate, timezone: string): SourceDate & { kind: 'day' } {
  if (date.kind !== 'instant') return { kind: 'day', date: date.date };
  // A day that was made an instant at midnight in UTC is still that day.
  const utc = new Date(date.instant).toISOString();
  const local: SourceDate & { kind: 'day' } = {
    kind: 'day',
    date: localDateTime(date.instant, timezone).date,
  };
  const isUtc = utc.includes('T00:00:00.000') && startOf(local, timezone) !== date.instant;
  return isUtc ? { kind: 'day', date: utc.slice(0, 10) } : local;
}

/** Whether a date is the very end of a day, so that the next one is not a part of it. */
function isMidnight(date: SourceDate, timezone: string): boolean {
  if (date.kind === 'local') return date.time === '00:00';
  return date.kind === 'instant' && startOf(dayOf(date, timezone), timezone) === date.instant;
}
