import type { ProblemCode, Report } from '../problem.ts';
import type { DateReading } from './calendar-day.ts';
import type { Clock } from './clock.ts';
import type { SourceDate } from './dates.ts';
import { minutesOf } from './duration.ts';
import type { RowSlot } from './row.ts';
import { dateAt, readTimes, readWrittenDate, type WrittenDate } from './written-date.ts';

/** From when to when, before the zone is known. */
export interface When {
  readonly start: SourceDate;
  /** A date, or a time of day: that on the day of the start, or in the night after it. */
  readonly end: SourceDate | Clock | undefined;
  /** Minutes from the start, where no end is told. */
  readonly minutes: number | undefined;
  readonly allDay: boolean;
}

/** A date of an event and what else its slot says. */
export interface SlotDate {
  readonly when: When;
  readonly slot: RowSlot;
}

/** Dates an event may have; a list of more is no shift plan. */
const mostSlots = 500;

/** The dates of an event; none, and one fatal problem told, where nothing holds one. */
export function datesOf(slots: readonly RowSlot[], reading: DateReading, report: Report): SlotDate[] {
  const [only] = slots;
  if (only && slots.length === 1) {
    const when = whenOf(only, reading, report);
    return when ? [{ when, slot: only }] : [];
  }
  const dates: SlotDate[] = [];
  for (const slot of slots.slice(0, mostSlots)) {
    const told: ProblemCode[] = [];
    const when = whenOf(slot, reading, (code) => told.push(code));
    for (const code of told) report(when ? code : 'bad_timeslot');
    if (when) dates.push({ when, slot });
  }
  if (slots.length > mostSlots) report('long_recurrence');
  if (dates.length === 0) report(slots.length === 0 ? 'missing_date' : 'bad_date');
  return dates;
}

/** Reads the cells that say when; undefined, with one fatal problem told, where there is no date. */
function whenOf(slot: RowSlot, reading: DateReading, report: Report): When | undefined {
  const { start = '', startTime = '', end = '', endTime = '', duration = '', allDay = '' } = slot;
  const from = startOf(start || startTime, start ? startTime : '', reading, report);
  if (!from) {
    report(start || startTime ? 'bad_date' : 'missing_date');
    return undefined;
  }
  if (from.doubt) report(from.doubt);
  const isTold = Boolean(end || endTime);
  const until = isTold ? endOf(end, endTime, reading) : from.end;
  if (isTold && !until) report('bad_end_date');
  const minutes = duration && !until ? minutesOf(duration) : undefined;
  return { start: from.start, end: until, minutes, allDay: isYes(allDay) };
}

/** A date and, in a cell of its own, the time. A cell for the time that holds a whole date says both. */
function startOf(date: string, time: string, reading: DateReading, report: Report): WrittenDate | undefined {
  const read = readWrittenDate(date, reading);
  if (!time) return read;
  const times = readTimes(time);
  if (!times) {
    const whole = readWrittenDate(time, reading);
    if (!whole && read) report('bad_time');
    return whole ?? read;
  }
  if (!read) return undefined;
  const day = dayOf(read.start);
  return {
    ...read,
    start: dateAt(day, withZoneOf(times.start, read.start)),
    ...(times.end && { end: dateAt(day, times.end) }),
  };
}

/** The end by its date, its date and a time beside it, or a time alone. */
function endOf(end: string, endTime: string, reading: DateReading): SourceDate | Clock | undefined {
  const beside = readTimes(endTime);
  const whole = endTime && !beside ? readWrittenDate(endTime, reading) : undefined;
  const date = whole ?? readWrittenDate(end, reading);
  const clock = beside ?? (date ? undefined : readTimes(end));
  if (!date) return clock && (clock.end ?? clock.start);
  return clock ? dateAt(dayOf(date.start), clock.end ?? clock.start) : (date.end ?? date.start);
}

/** The day that is written; of an instant that in UTC, as databases write a day at midnight. */
function dayOf(date: SourceDate): string {
  return date.kind === 'instant' ? new Date(date.instant).toISOString().slice(0, 10) : date.date;
}

function withZoneOf(clock: Clock, date: SourceDate): Clock {
  const isTold = clock.zone !== undefined || clock.offset !== undefined;
  return isTold || date.kind !== 'local' || !date.zone ? clock : { ...clock, zone: date.zone };
}

/** Whether a cell says yes, in a word of a form or by a cross. */
export function isYes(text: string): boolean {
  return /^(y|yes|true|t|1|x|✓|✔|si|sí|verdadero|on)$/i.test(text.trim());
}
