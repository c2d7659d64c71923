/** Days as whole numbers since 1 January 1970, in the proleptic Gregorian calendar; no zone has a part in it. */

export const secondsOfDay = 86_400;

export interface CalendarDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / (secondsOfDay * 1_000);
}

export function calendarDay(number: number): CalendarDay {
  const date = new Date(number * secondsOfDay * 1_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

export function daysOfMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** The first day of week 1 of a year: the first week with four of its days (RFC 5545, BYWEEKNO). */
export function firstWeek(year: number, weekStart: number): number {
  const newYear = dayNumber(year, 1, 1);
  const into = (weekdayOf(newYear) - weekStart + 7) % 7;
  return into <= 3 ? newYear - into : newYear + 7 - into;
}
