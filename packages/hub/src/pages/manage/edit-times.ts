import { addDays, localDateTime, zonedInstant } from '@huddlekit/contract/zoned-time';
import type { ManagedEvent } from '@huddlekit/contract';
import { instantOf } from '../../events/event-row.ts';
import type { ChangeOfEvent } from '../../events/event-change.ts';
import type { TimeslotRow } from '../../storage/schema.ts';
import type { EditValues } from './edit-values.ts';

/** A time of the event in the form. */
export interface EditTime {
  /** Ends the names of its fields: its id, or for a new one a number after a letter. */
  readonly key: string;
  /** What it is now; undefined for a new one. */
  readonly id: string | undefined;
  readonly allDay: boolean;
  /** Instants as they were shown; empty for a new one. */
  readonly startDate: string;
  readonly endDate: string | null;
  readonly capacity: number | null;
  /** People who are signed up, the waiting ones too. */
  readonly people: number;
}

type TimeslotChange = NonNullable<ChangeOfEvent['timeslots']>[number];
type TimeError = 'errorTime' | 'errorGap' | 'errorNumber';

/** The times as their host wants them: those that wait for a moderator where there are such, else the present ones. */
export function editTimes({ pendingChange }: ManagedEvent, present: readonly TimeslotRow[]): EditTime[] {
  const now = present.map((slot) => ({
    key: slot.id,
    id: slot.id,
    allDay: slot.allDay === 1,
    startDate: instantOf(slot.startAt),
    endDate: slot.endAt === null ? null : instantOf(slot.endAt),
    capacity: slot.capacity,
    people: slot.taken + slot.waiting,
  }));
  const wanted = pendingChange?.timeslots;
  if (!wanted) return now;
  return wanted.map(({ id, startDate, endDate, allDay, capacity = null }, index) => {
    const slot = now.find((time) => time.id === id);
    const times = { startDate, endDate, allDay };
    return slot
      ? { ...slot, ...times }
      : { key: `p${String(index)}`, id: undefined, capacity, people: 0, ...times };
  });
}

/** Texts of a time's fields, by the clocks of the event's zone. */
export function timeValues(
  { key, allDay, startDate, endDate, capacity }: EditTime,
  timezone: string,
): EditValues {
  const last = allDay && endDate !== null ? instantOf(Date.parse(endDate) - 1) : endDate;
  const shown = (instant: string | null): string => {
    if (!instant) return '';
    const { date, time } = localDateTime(Date.parse(instant), timezone);
    return allDay ? date : `${date}T${time}`;
  };
  return {
    [`start-${key}`]: shown(startDate),
    [`end-${key}`]: shown(last),
    [`places-${key}`]: capacity === null ? '' : String(capacity),
    [`remove-${key}`]: '',
  };
}

/**
 * The new times that a form holds beside those that are there, empty ones too. One that is gone meanwhile becomes a
 * new one where its fields were touched, so that nothing typed is lost.
 */
export function addedTimes(
  values: EditValues,
  known: readonly EditTime[],
  touched: ReadonlySet<string>,
): EditTime[] {
  return Object.keys(values).flatMap((name) => {
    const key = /^start-([\w-]{2,22})$/.exec(name)?.[1];
    if (key === undefined || known.some((time) => time.key === key)) return [];
    const isTyped = ['start', 'end', 'places'].some((field) => touched.has(`${field}-${key}`));
    return isTyped || /^n\d/.test(key) ? [newTime(key)] : [];
  });
}

export function newTime(key: string): EditTime {
  const none = { startDate: '', endDate: null, capacity: null };
  return { key, id: undefined, allDay: false, people: 0, ...none };
}

/** What a form wants of one time. What wasn't touched keeps its instant, also where a clock shows it twice. */
export function timeChange(
  time: EditTime,
  values: EditValues,
  isTouched: (name: string) => boolean,
  timezone: string,
): { change: TimeslotChange; errors: Record<string, TimeError> } {
  const { key, id, allDay } = time;
  const errors: Record<string, TimeError> = {};
  const instant = (name: string, present: string | null, lastDay: boolean): string | null => {
    const typed = values[name] ?? '';
    if (!isTouched(name) && present !== '') return present;
    if (typed === '') return null;
    const found = instantTyped(typed, { timezone, allDay, lastDay });
    if (found === 'errorTime' || found === 'errorGap') {
      errors[name] = found;
      return null;
    }
    return instantOf(found);
  };
  const [start, end, places] = [`start-${key}`, `end-${key}`, `places-${key}`];
  const startDate = instant(start, time.startDate, false);
  const endDate = instant(end, time.endDate, true);
  if (startDate === null) errors[start] ??= 'errorTime';
  const typedPlaces = values[places] ?? '';
  if (typedPlaces !== '' && !/^\d{1,6}$/.test(typedPlaces)) errors[places] = 'errorNumber';
  const hasPlaces = isTouched(places) || (id === undefined && typedPlaces !== '');
  return {
    errors,
    change: {
      ...(id !== undefined && { id }),
      startDate: startDate ?? '',
      endDate,
      allDay,
      ...(hasPlaces && { capacity: typedPlaces === '' ? null : Number(typedPlaces) }),
    },
  };
}

interface Clock {
  readonly timezone: string;
  readonly allDay: boolean;
  /** The end of a whole day is the first instant after it. */
  readonly lastDay: boolean;
}

function instantTyped(text: string, { timezone, allDay, lastDay }: Clock): number | 'errorTime' | 'errorGap' {
  const [, date = '', time = '00:00'] =
    (allDay ? /^(\d{4}-\d\d-\d\d)$/ : /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00)?$/).exec(text) ?? [];
  if (Number.isNaN(Date.parse(`${date}T${time}:00Z`))) return 'errorTime';
  if (allDay) return zonedInstant({ date: lastDay ? addDays(date, 1) : date, time }, timezone);
  const found = zonedInstant({ date, time }, timezone);
  const read = localDateTime(found, timezone);
  return read.date === date && read.time === time ? found : 'errorGap';
}
