import { localDateTime } from '@huddlekit/contract/zoned-time';
import type { ImportedEvent } from '../imported-event.ts';
import type { ProblemCode } from '../problem.ts';
import { endOf, readDate, startOf, type SourceDate } from './dates.ts';

/** The timeslot from a start to an end; without a clock time at its start it lasts whole days. */
export function timeslotOf(
  start: SourceDate,
  endText: string,
  timezone: string,
  report: (code: ProblemCode) => void,
): ImportedEvent['timeslots'][number] {
  const isDay = start.kind === 'day';
  const startAt = startOf(start, timezone);
  const read = readDate(endText);
  const end = isDay && read ? wholeDay(read, timezone) : read;
  const endAt = end && endOf(end, timezone);
  const isEnd = endAt !== undefined && endAt > startAt;
  if (endText && !isEnd) report('bad_end_date');
  const last = isEnd ? endAt : isDay ? endOf(start, timezone) : null;
  return {
    startDate: instantOf(startAt),
    endDate: last === null ? null : instantOf(last),
    allDay: isDay,
    capacity: null,
    spotsLeft: null,
  };
}

function wholeDay(date: SourceDate, timezone: string): SourceDate {
  return {
    kind: 'day',
    date: date.kind === 'instant' ? localDateTime(date.instant, timezone).date : date.date,
  };
}

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
