import {
  calendarDay,
  dayNumber,
  daysOfMonth,
  firstWeek,
  secondsOfDay,
  weekdayOf,
  type CalendarDay,
} from './calendar-days.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/** A local date and time as seconds since 1970, as if it were UTC: recurrences know no zone. */
export type LocalSeconds = number;

/** Where a series begins and which part of it is asked for. */
export interface Series {
  readonly start: LocalSeconds;
  /** Whether it begins on a date without a time; times of the rule then say nothing. */
  readonly isDate: boolean;
  /** The last moment that may still be one of it. */
  readonly until?: LocalSeconds | undefined;
  /** Occurrences before this needn't be told; it only saves work. */
  readonly from?: LocalSeconds | undefined;
}

/** A rule that hasn't come to an end by this year has none. */
const lastYear = 2200;

/**
 * The occurrences of a rule (RFC 5545, 3.3.10) in order, told one at a time, so that no rule costs more than what is
 * asked of it. Between two of them come any number of `undefined`, each after at most one year's days: whoever asks
 * counts those too, and gives up on a rule that has many and says little.
 */
export function* occurrences(rule: RecurrenceRule, series: Series): Generator<LocalSeconds | undefined> {
  const { start, until = dayNumber(lastYear, 1, 1) * secondsOfDay } = series;
  let left = rule.count ?? Infinity;
  for (const time of setsOf(rule, series)) {
    if (time !== undefined) {
      if (time > until || left <= 0) return;
      if (time < start) continue;
      left--;
    }
    yield time;
  }
}

/** All times that fit, from the beginning of the period the start lies in; `undefined` after each period. */
function setsOf(rule: RecurrenceRule, series: Series): Generator<LocalSeconds | undefined> {
  switch (rule.frequency) {
    case 'HOURLY':
      return shortPeriods(rule, series, 3_600);
    case 'MINUTELY':
      return shortPeriods(rule, series, 60);
    case 'SECONDLY':
      return shortPeriods(rule, series, 1);
    default:
      return longPeriods(rule, series);
  }
}

/** Periods of a day or more: the days that fit, each with the same times of day. */
function* longPeriods(rule: RecurrenceRule, series: Series): Generator<LocalSeconds | undefined> {
  const { isDate, start } = series;
  const time = ((start % secondsOfDay) + secondsOfDay) % secondsOfDay;
  const first = Math.floor(start / secondsOfDay);
  const times = isDate ? [0] : new TimesOfDay(rule, time);
  for (const days of daySets(rule, series)) {
    if (!days) return;
    if (rule.positions.length === 0) {
      // A day may hold 86,400 times, so those of days before the start aren't even told.
      for (const day of days) if (day >= first) for (const second of times) yield day * secondsOfDay + second;
    } else {
      const width = isDate ? 1 : (times as TimesOfDay).length;
      for (const index of chosen(rule.positions, days.length * width)) {
        const second = isDate ? 0 : (times as TimesOfDay).at(index % width);
        yield (days[Math.floor(index / width)] ?? 0) * secondsOfDay + second;
      }
    }
    yield undefined;
  }
}

/** The times of day of a rule, in order. They are told by their number, never listed: there may be 86,400. */
class TimesOfDay {
  readonly length: number;
  readonly #hours: readonly number[];
  readonly #minutes: readonly number[];
  readonly #seconds: readonly number[];

  constructor({ hours, minutes, seconds }: RecurrenceRule, start: number) {
    this.#hours = hours.length > 0 ? hours : [Math.floor(start / 3_600)];
    this.#minutes = minutes.length > 0 ? minutes : [Math.floor(start / 60) % 60];
    this.#seconds = seconds.length > 0 ? seconds : [start % 60];
    this.length = this.#hours.length * this.#minutes.length * this.#seconds.length;
  }

  at(index: number): number {
    const second = this.#seconds[index % this.#seconds.length] ?? 0;
    const rest = Math.floor(index / this.#seconds.length);
    const minute = this.#minutes[rest % this.#minutes.length] ?? 0;
    return (this.#hours[Math.floor(rest / this.#minutes.length)] ?? 0) * 3_600 + minute * 60 + second;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/** The fitting days of each period in order; undefined once the calendar's end is reached. */
function* daySets(rule: RecurrenceRule, series: Series): Generator<readonly number[] | undefined> {
  const first = Math.floor(series.start / secondsOfDay);
  const origin = calendarDay(first);
  const period = periodsOf(rule, first, origin);
  for (let index = firstPeriod(rule, series, origin); ; index++) {
    const { from, to, year } = period(index);
    if (year >= lastYear) {
      yield undefined;
      return;
    }
    yield daysThatFit(rule, origin, from, to, year);
  }
}

interface Period {
  /** First day. */
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
  readonly year: number;
}

/** How the periods of a rule lie in the calendar, by their number from the one with the start. */
function periodsOf(
  { frequency, interval, weekStart, weekNumbers }: RecurrenceRule,
  first: number,
  origin: CalendarDay,
): (index: number) => Period {
  switch (frequency) {
    case 'YEARLY':
      return (index) => {
        const year = origin.year + index * interval;
        return weekNumbers.length > 0
          ? { from: firstWeek(year, weekStart), to: firstWeek(year + 1, weekStart), year }
          : { from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1), year };
      };
    case 'MONTHLY':
      return (index) => {
        const months = origin.month - 1 + index * interval;
        const year = origin.year + Math.floor(months / 12);
        const from = dayNumber(year, (months % 12) + 1, 1);
        return { from, to: from + daysOfMonth(year, (months % 12) + 1), year };
      };
    case 'WEEKLY': {
      const monday = first - ((weekdayOf(first) - weekStart + 7) % 7);
      return (index) => {
        const from = monday + index * interval * 7;
        return { from, to: from + 7, year: yearOf(from) };
      };
    }
    default:
      return (index) => {
        const from = first + index * interval;
        return { from, to: from + 1, year: yearOf(from) };
      };
  }
}

/** The year of a day, without asking the calendar for those far away. */
function yearOf(day: number): number {
  return day > 100_000 ? lastYear : calendarDay(day).year;
}

/** The number of the first period that can matter; with a count all that came before are counted. */
function firstPeriod(
  { frequency, interval, count }: RecurrenceRule,
  { start, from }: Series,
  origin: CalendarDay,
): number {
  // The first week of a year may lie in the year before.
  if (from === undefined || count !== undefined || from <= start) return frequency === 'YEARLY' ? -1 : 0;
  const to = calendarDay(Math.floor(from / secondsOfDay));
  const days = Math.floor((from - start) / secondsOfDay);
  const passed = {
    YEARLY: to.year - origin.year,
    MONTHLY: (to.year - origin.year) * 12 + to.month - origin.month,
    WEEKLY: Math.floor(days / 7),
  }[frequency as string];
  return Math.max(frequency === 'YEARLY' ? -1 : 0, Math.floor((passed ?? days) / interval) - 1);
}

function daysThatFit(
  rule: RecurrenceRule,
  origin: CalendarDay,
  from: number,
  to: number,
  year: number,
): number[] {
  const fits = dayTest(rule, origin, year);
  const days: number[] = [];
  for (let day = from; day < to; day++) if (fits(day)) days.push(day);
  return days;
}

/** Whether a day is one of a rule whose periods are a day or longer: the table of RFC 5545, 3.3.10. */
function dayTest(rule: RecurrenceRule, origin: CalendarDay, year: number): (day: number) => boolean {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays, weekStart } = rule;
  const saysDay = weekdays.length + monthDays.length + yearDays.length > 0;
  const isYearly = frequency === 'YEARLY';
  const isByWeek = isYearly && weekNumbers.length > 0;
  const tests: ((day: number, date: CalendarDay) => boolean)[] = [];
  if (months.length > 0) tests.push((_, { month }) => months.includes(month));
  if (isByWeek) {
    const weeks = (firstWeek(year + 1, weekStart) - firstWeek(year, weekStart)) / 7;
    const asked = new Set(weekNumbers.map((number) => (number < 0 ? weeks + 1 + number : number)));
    tests.push((day) => asked.has(Math.floor((day - firstWeek(year, weekStart)) / 7) + 1));
  }
  if (yearDays.length > 0) tests.push(isYearDay(yearDays));
  if (monthDays.length > 0)
    tests.push((_, date) => isNumbered(monthDays, date.day, daysOfMonth(date.year, date.month)));
  if (weekdays.length > 0) tests.push(isWeekday(rule, isByWeek));
  if (!saysDay) tests.push(...usualDay(rule, origin, isByWeek));
  // Calendars take the 29th of each year for that of one month, the start's, though the table says of each.
  else if (
    isYearly &&
    monthDays.length > 0 &&
    months.length + weekdays.length + yearDays.length === 0 &&
    !isByWeek
  )
    tests.push((_, { month }) => month === origin.month);
  return (day) => {
    const date = calendarDay(day);
    return tests.every((test) => test(day, date));
  };
}

function isYearDay(yearDays: readonly number[]) {
  return (day: number, { year }: CalendarDay): boolean => {
    const newYear = dayNumber(year, 1, 1);
    return isNumbered(yearDays, day - newYear + 1, dayNumber(year + 1, 1, 1) - newYear);
  };
}

function isWeekday({ frequency, weekdays, months }: RecurrenceRule, isByWeek: boolean) {
  const isOfYear = frequency === 'YEARLY' && months.length === 0;
  const isNth = (frequency === 'YEARLY' || frequency === 'MONTHLY') && !isByWeek;
  return (day: number, date: CalendarDay): boolean => {
    const same = weekdays.filter(({ weekday }) => weekday === weekdayOf(day));
    if (same.length === 0 || !isNth || same.some(({ nth }) => nth === 0)) return same.length > 0;
    const [from, length] = isOfYear
      ? [dayNumber(date.year, 1, 1), dayNumber(date.year + 1, 1, 1) - dayNumber(date.year, 1, 1)]
      : [day - date.day + 1, daysOfMonth(date.year, date.month)];
    const before = Math.floor((day - from) / 7) + 1;
    const after = Math.floor((from + length - 1 - day) / 7) + 1;
    return same.some(({ nth }) => nth === before || nth === -after);
  };
}

/** What a rule that names no day takes from the start of the series. */
function usualDay({ frequency, months }: RecurrenceRule, origin: CalendarDay, isByWeek: boolean) {
  const start = dayNumber(origin.year, origin.month, origin.day);
  const sameWeekday = (day: number): boolean => weekdayOf(day) === weekdayOf(start);
  const sameDay = (_: number, { day }: CalendarDay): boolean => day === origin.day;
  const sameMonth = (_: number, { month }: CalendarDay): boolean => month === origin.month;
  if (frequency === 'WEEKLY' || isByWeek) return [sameWeekday];
  if (frequency === 'MONTHLY') return [sameDay];
  if (frequency === 'YEARLY') return months.length > 0 ? [sameDay] : [sameDay, sameMonth];
  return [];
}

/** Whether a number, or what it is counted from the end of `length`, is one of a list. */
function isNumbered(list: readonly number[], number: number, length: number): boolean {
  return list.includes(number) || list.includes(number - length - 1);
}

/** Indexes that BYSETPOS chooses of a set, in order. */
function chosen(positions: readonly number[], size: number): number[] {
  const indexes = positions.map((position) => (position > 0 ? position - 1 : size + position));
  return [...new Set(indexes.filter((index) => index >= 0 && index < size))].sort((a, b) => a - b);
}

/** Periods shorter than a day: each is a span of seconds that must lie in a fitting day, hour and minute. */
function* shortPeriods(
  rule: RecurrenceRule,
  { start, from = start }: Series,
  length: number,
): Generator<LocalSeconds | undefined> {
  const step = rule.interval * length;
  const origin = Math.floor(start / length) * length;
  const skipped = rule.count === undefined ? Math.max(0, Math.floor((from - origin) / step) - 1) : 0;
  const end = dayNumber(lastYear, 1, 1) * secondsOfDay;
  const fits = dayTest({ ...rule, frequency: 'HOURLY' }, calendarDay(Math.floor(start / secondsOfDay)), 0);
  /** The first period that begins at or after a time. */
  const periodFrom = (time: number): number => origin + Math.ceil((time - origin) / step) * step;
  let period = origin + skipped * step;
  while (period < end) {
    const later = nextChance(rule, period, length, fits);
    if (later > period) {
      period = periodFrom(later);
      yield undefined;
      continue;
    }
    yield* timesWithin(rule, period, length, start);
    yield undefined;
    period += step;
  }
}

/** The period itself where its day, hour and minute fit, else the beginning of what comes after them. */
function nextChance(
  { hours, minutes, seconds }: RecurrenceRule,
  period: number,
  length: number,
  fits: (day: number) => boolean,
): number {
  const day = Math.floor(period / secondsOfDay);
  if (!fits(day)) return (day + 1) * secondsOfDay;
  const time = period - day * secondsOfDay;
  if (hours.length > 0 && !hours.includes(Math.floor(time / 3_600)))
    return (Math.floor(period / 3_600) + 1) * 3_600;
  if (length <= 60 && minutes.length > 0 && !minutes.includes(Math.floor(time / 60) % 60))
    return (Math.floor(period / 60) + 1) * 60;
  if (length === 1 && seconds.length > 0 && !seconds.includes(time % 60)) return period + 1;
  return period;
}

function* timesWithin(
  { minutes, seconds, positions }: RecurrenceRule,
  period: number,
  length: number,
  start: LocalSeconds,
): Generator<LocalSeconds> {
  const minuteList = length < 3_600 ? [0] : minutes.length > 0 ? minutes : [Math.floor(start / 60) % 60];
  const secondList = length === 1 ? [0] : seconds.length > 0 ? seconds : [start % 60];
  const size = minuteList.length * secondList.length;
  const at = (index: number): number =>
    period +
    (minuteList[Math.floor(index / secondList.length)] ?? 0) * 60 +
    (secondList[index % secondList.length] ?? 0);
  if (positions.length > 0) for (const index of chosen(positions, size)) yield at(index);
  else for (let index = 0; index < size; index++) yield at(index);
}
