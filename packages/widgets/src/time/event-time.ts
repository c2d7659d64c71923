import type { Timeslot } from '@huddlekit/contract';
import { capitalized } from '../locales/message.ts';
import { dateFormatter } from './formatters.ts';

type Slot = Pick<Timeslot, 'startDate' | 'endDate' | 'allDay'>;

/** Words of the interface that a time needs. */
export interface TimeWords {
  readonly allDay: string;
}

/** The zone the visitor's device is in. */
export function visitorZone(): string {
  // Each card asks, and the browser takes a millisecond to answer.
  return (knownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
}

let knownZone: string | undefined;

/** Milliseconds since 1970 at which a timeslot is over; without an end it counts two hours, or its local day. */
export function endOf({ startDate, endDate, allDay }: Slot): number {
  return endDate ? Date.parse(endDate) : Date.parse(startDate) + (allDay ? 24 : 2) * 3_600_000;
}

/** The first timeslot that isn't over, else the last one. */
export function nextTimeslot<Item extends Slot>(timeslots: readonly Item[], now: number): Item | undefined {
  const inOrder = [...timeslots].sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
  return inOrder.find((slot) => endOf(slot) > now) ?? inOrder.at(-1);
}

/** Weekday, day of the month and month of an instant, each alone: `Sat`, `28`, `Nov`. */
export function dateParts(
  instant: string,
  zone: string,
  language: string,
): { weekday: string; day: string; month: string } {
  // One formatter for all three: to make one takes milliseconds.
  const parts = dateFormatter(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).formatToParts(Date.parse(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value.replace(/\.$/, '') ?? '';
  return { weekday: part('weekday'), day: part('day'), month: part('month') };
}

/** `Saturday, November 28`. */
export function longDate(instant: string, zone: string, language: string): string {
  const text = dateFormatter(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(instant));
  return capitalized(text, language);
}

/** `Nov 28`. */
export function shortDate(instant: string | number, zone: string, language: string): string {
  return dateFormatter(language, { timeZone: zone, day: 'numeric', month: 'short' }).format(
    new Date(instant),
  );
}

/** When a timeslot is, without its first day: `10:30 a.m. – 12 p.m. CST`, or `All day`. */
export function timeRange(slot: Slot, zone: string, language: string, words: TimeWords): string {
  if (slot.allDay) return allDayRange(slot, zone, language, words);
  const start = clock(slot.startDate, zone, language);
  if (!slot.endDate) return `${join(start)} ${start.zone}`;
  const end = clock(slot.endDate, zone, language);
  // Where clocks change in between, each end names its own.
  const startZone = start.zone === end.zone ? '' : ` ${start.zone}`;
  if (localDay(slot.startDate, zone) !== localDay(slot.endDate, zone)) {
    return `${join(start)}${startZone} – ${shortDate(slot.endDate, zone, language)}, ${join(end)} ${end.zone}`;
  }
  const first = !startZone && start.period === end.period ? start.time : join(start);
  return `${first}${startZone} – ${join(end)} ${end.zone}`;
}

/** The same time for a visitor whose clock differs, else null: `11:30 a.m. – 1 p.m. EST`. */
export function visitorTimeRange(
  slot: Slot,
  zone: string,
  visitor: string,
  language: string,
  words: TimeWords,
): string | null {
  if (slot.allDay) return null;
  const same = [slot.startDate, slot.endDate ?? slot.startDate].every(
    (instant) => localMinute(instant, zone) === localMinute(instant, visitor),
  );
  if (same) return null;
  const range = timeRange(slot, visitor, language, words);
  return localDay(slot.startDate, zone) === localDay(slot.startDate, visitor)
    ? range
    : `${shortDate(slot.startDate, visitor, language)}, ${range}`;
}

/** Date and start: `Saturday, November 28, 10:30 a.m. CST`. */
export function longDateTime(slot: Slot, zone: string, language: string, words: TimeWords): string {
  const date = longDate(slot.startDate, zone, language);
  if (slot.allDay) return `${date}, ${allDayRange(slot, zone, language, words)}`;
  const start = clock(slot.startDate, zone, language);
  return `${date}, ${join(start)} ${start.zone}`;
}

/** The time of day by the visitor's own clock: `10:30 a.m.`. */
export function timeOfDay(instant: number, language: string): string {
  return join(clock(instant, visitorZone(), language));
}

function allDayRange(slot: Slot, zone: string, language: string, words: TimeWords): string {
  // The end of an all-day slot is the midnight after its last day.
  const last = slot.endDate ? Date.parse(slot.endDate) - 1 : Date.parse(slot.startDate);
  return localDay(slot.startDate, zone) === localDay(last, zone)
    ? words.allDay
    : `${words.allDay} – ${shortDate(last, zone, language)}`;
}

interface Clock {
  /** `10:30`, or `12` on the hour where the half of the day follows. */
  readonly time: string;
  /** `a.m.` or `p.m.`, empty where a language counts to 24. */
  readonly period: string;
  readonly zone: string;
}

function clock(instant: string | number, zone: string, language: string): Clock {
  const parts = dateFormatter(language, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  const period = part('dayPeriod').replace(/^([AP])M$/, (_, letter: string) => `${letter.toLowerCase()}.m.`);
  const minute = part('minute');
  const time = period && minute === '00' ? part('hour') : `${part('hour')}:${minute}`;
  return { time, period, zone: part('timeZoneName') };
}

function join({ time, period }: Clock): string {
  return period ? `${time} ${period}` : time;
}

function localDay(instant: string | number, zone: string): string {
  return dateFormatter('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
}

function localMinute(instant: string, zone: string): string {
  return dateFormatter('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(instant),
  );
}
