import { wallClock } from '@huddlekit/contract/zoned-time';
import type { ImportedTimeslot } from '../imported-event.ts';
import { instantText } from '../instant.ts';
import type { Report } from '../problem.ts';
import { secondsOfDay } from './calendar-days.ts';
import { property, type Component } from './components.ts';
import { occurrences, type LocalSeconds } from './occurrences.ts';
import { readRule } from './recurrence-rule.ts';
import { instantAt, readDuration, readTime, timeOf, timesOf, type TimeValue } from './time-value.ts';

/** Part of time in which a series is told, in milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The zone of a time's clocks: its own, or the event's where it floats. */
export type ClocksOf = (time: TimeValue) => string;

/** Timeslots that an event has at most. */
export const mostTimeslots = 366;
/** Steps through a rule's periods; a rule that needs more for a year says nothing sensible. */
const mostSteps = 100_000;

/** A date of a series before it is written down. */
interface Slot {
  readonly start: number;
  readonly end: number | null;
  readonly isDate: boolean;
}

/**
 * The timeslots of an entry with its changed dates, in order. Of a series those within the window are told; what
 * stands alone is told whenever it is.
 */
export function* timeslotsOf(
  entry: Component,
  changes: readonly Component[],
  clocksOf: ClocksOf,
  window: Window,
  report: Report,
): Generator<undefined, ImportedTimeslot[]> {
  const start = timeOf(property(entry, 'DTSTART'));
  if (!start) return [];
  const duration = durationOf(entry, start, clocksOf, report);
  const slots = new Map<number, Slot>();
  const add = (time: TimeValue): void => {
    const slot = slotOf(time, duration, clocksOf);
    slots.set(slot.start, slot);
  };
  const clocks = clocksOf(start);
  const localWindow = {
    from: wallClock(window.from, clocks) / 1_000 - (duration ?? 0),
    to: wallClock(window.to, clocks) / 1_000,
  };
  const isSeries = ['RRULE', 'RDATE'].some((name) => entry.properties.has(name));
  if (!isSeries || !entry.properties.has('RRULE')) add(start);
  else for (const time of yield* repeated(entry, { start, clocksOf, ...localWindow }, report)) add(time);
  for (const time of timesOf(entry.properties.get('RDATE'))) add(time);
  for (const time of timesOf(entry.properties.get('EXDATE'))) removeAt(slots, time, clocksOf);
  yield* applyChanges(slots, changes, clocksOf, report);
  const told = [...slots.values()].sort((a, b) => a.start - b.start);
  const within = isSeries ? told.filter((slot) => isWithin(slot, window)) : told;
  if (within.length > mostTimeslots) report('long_recurrence');
  return within.slice(0, mostTimeslots).map(written);
}

/** The beginning of a series, and the local times between which it is told. */
interface Telling {
  readonly start: TimeValue;
  readonly clocksOf: ClocksOf;
  readonly from: LocalSeconds;
  readonly to: LocalSeconds;
}

/** The times that the rules of an entry give, and its start. */
function* repeated(
  entry: Component,
  { start, clocksOf, from, to }: Telling,
  report: Report,
): Generator<undefined, TimeValue[]> {
  const times = [start];
  let steps = 0;
  for (const { value } of entry.properties.get('RRULE') ?? []) {
    const rule = readRule(value);
    if (!rule) {
      report('bad_recurrence');
      continue;
    }
    const until = untilOf(rule.until, start, clocksOf);
    for (const local of occurrences(rule, { start: start.local, isDate: start.isDate, until, from })) {
      if (++steps % 50 === 0) yield;
      if (steps > mostSteps || times.length > mostTimeslots + 1) {
        report('long_recurrence');
        break;
      }
      if (local === undefined || local < from) continue;
      if (local > to) break;
      times.push({ ...start, local });
    }
  }
  return times;
}

/** The last local time of a rule: of a date the whole day, of a UTC time what the entry's clocks show. */
function untilOf(until: string | undefined, start: TimeValue, clocksOf: ClocksOf): number | undefined {
  const time = until === undefined ? undefined : readTime(until, start.zone);
  if (!time) return undefined;
  if (time.isDate) return time.local + secondsOfDay - 1;
  if (time.zone !== 'UTC' || start.isDate) return time.local;
  const offset = instantAt(start.local, clocksOf(start)) / 1_000 - start.local;
  // The offset of the series' beginning may be an hour off at its end; occurrences are hours apart at least.
  const guess = time.local - offset;
  return guess + (time.local - instantAt(guess, clocksOf(start)) / 1_000);
}

/** Seconds an entry lasts, or undefined where it doesn't say. */
function durationOf(
  entry: Component,
  start: TimeValue,
  clocksOf: ClocksOf,
  report: Report,
): number | undefined {
  const text = property(entry, 'DURATION')?.value;
  const end = timeOf(property(entry, 'DTEND'));
  let duration = text === undefined ? undefined : readDuration(text);
  if (end)
    duration = start.isDate
      ? Math.floor(end.local / secondsOfDay) * secondsOfDay - start.local
      : (instantAt(end.local, clocksOf(end)) - instantAt(start.local, clocksOf(start))) / 1_000;
  // An end that is the start means none: calendars write it for what has no length.
  if (duration === 0) return undefined;
  const isSaid = text !== undefined || entry.properties.has('DTEND');
  if (isSaid && (duration === undefined || duration < 0)) {
    report('bad_end_date');
    return undefined;
  }
  return duration;
}

function slotOf(time: TimeValue, duration: number | undefined, clocksOf: ClocksOf): Slot {
  const clocks = clocksOf(time);
  const start = instantAt(time.local, clocks);
  if (!time.isDate)
    return { start, end: duration === undefined ? null : start + duration * 1_000, isDate: false };
  const days = Math.max(secondsOfDay, Math.ceil((duration ?? 0) / secondsOfDay) * secondsOfDay);
  return { start, end: instantAt(time.local + days, clocks), isDate: true };
}

/** Takes the slot of a time out; of a date the slot that begins on that day. */
function removeAt(slots: Map<number, Slot>, time: TimeValue, clocksOf: ClocksOf): void {
  const instant = instantAt(time.local, clocksOf(time));
  if (slots.delete(instant) || !time.isDate) return;
  for (const start of slots.keys()) {
    if (start >= instant && start < instant + secondsOfDay * 1_000) slots.delete(start);
  }
}

function* applyChanges(
  slots: Map<number, Slot>,
  changes: readonly Component[],
  clocksOf: ClocksOf,
  report: Report,
): Generator<undefined, void> {
  for (const change of changes) {
    yield;
    const which = property(change, 'RECURRENCE-ID');
    const original = timeOf(which);
    const start = timeOf(property(change, 'DTSTART')) ?? original;
    if (!start) continue;
    if (original) {
      if (which?.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE')
        moveFrom(slots, instantAt(original.local, clocksOf(original)), start, clocksOf);
      removeAt(slots, original, clocksOf);
    }
    if (original && property(change, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED') continue;
    const slot = slotOf(start, durationOf(change, start, clocksOf, report), clocksOf);
    slots.set(slot.start, slot);
  }
}

/** Moves every slot from one on by as much as that one moves. */
function moveFrom(slots: Map<number, Slot>, from: number, to: TimeValue, clocksOf: ClocksOf): void {
  const by = instantAt(to.local, clocksOf(to)) - from;
  const later = [...slots.values()].filter(({ start }) => start > from);
  for (const { start } of later) slots.delete(start);
  for (const slot of later)
    slots.set(slot.start + by, {
      ...slot,
      start: slot.start + by,
      end: slot.end === null ? null : slot.end + by,
    });
}

function isWithin({ start, end }: Slot, { from, to }: Window): boolean {
  return (end ?? start) >= from && start <= to;
}

function written({ start, end, isDate }: Slot): ImportedTimeslot {
  return {
    startDate: instantText(start),
    endDate: end === null ? null : instantText(end),
    allDay: isDate,
    capacity: null,
    spotsLeft: null,
  };
}
