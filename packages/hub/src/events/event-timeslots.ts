import type { EventChange, z } from '@huddlekit/contract';
import { endHoldsOf, shortenHolds } from '../attendances/expire-holds.ts';
import { moveLineUp } from '../attendances/tell.ts';
import type { HubParts } from '../hub.ts';
import { fieldError, ProblemError } from '../server/problem-error.ts';
import type { TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { instantOf } from './event-row.ts';
import { insertTimeslots, timeslotColumns, type TimeslotDefaults } from './event-write.ts';
import { checkEnd, checkStart } from './submission.ts';

type TimeslotChanges = NonNullable<z.output<typeof EventChange>['timeslots']>;

/** A timeslot as it shall be. */
export interface PlannedTimeslot {
  /** What it is now; undefined for a new one. */
  readonly slot: TimeslotRow | undefined;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly allDay: boolean;
  /** Null: the event's default; undefined: as it was. */
  readonly capacity: number | null | undefined;
}

/** The timeslots of an event as they shall be; all as they are where nothing is said of them. */
export function plannedTimeslots(
  changes: TimeslotChanges | undefined,
  present: readonly TimeslotRow[],
): PlannedTimeslot[] {
  if (!changes) return present.map((slot) => asItIs(slot));
  return changes.map(({ id, ...change }, index) => {
    const pointer = `/timeslots/${String(index)}`;
    if (id === undefined) {
      const { startDate = '', endDate = null, allDay = false, capacity } = change;
      return { slot: undefined, startDate, endDate, allDay, capacity };
    }
    const slot = present.find((timeslot) => timeslot.id === id);
    if (!slot)
      throw fieldError(`${pointer}/id`, 'unknown_timeslot', 'Name a time of this event; a new one has no id');
    if (changes.findIndex((other) => other.id === id) !== index)
      throw fieldError(`${pointer}/id`, 'repeated', 'Name each time once');
    const { startDate, endDate, allDay } = asItIs(slot);
    return {
      slot,
      startDate: change.startDate ?? startDate,
      endDate: change.endDate === undefined ? endDate : change.endDate,
      allDay: change.allDay ?? allDay,
      capacity: change.capacity,
    };
  });
}

/** The timeslots as they are, with the capacities that are planned for them. */
export function withPresentTimes(
  planned: readonly PlannedTimeslot[],
  present: readonly TimeslotRow[],
): PlannedTimeslot[] {
  return present.map((slot) => ({
    ...asItIs(slot),
    capacity: planned.find((timeslot) => timeslot.slot === slot)?.capacity,
  }));
}

/** Whether a plan has other times than now. Times that are over stay without being named. */
export function changesTimes(
  planned: readonly PlannedTimeslot[],
  present: readonly TimeslotRow[],
  now: number,
): boolean {
  return planned.some(isMoved) || removedBy(planned, present, now).length > 0;
}

/** @throws ProblemError that names the timeslot */
export function checkTimeslots(
  planned: readonly PlannedTimeslot[],
  present: readonly TimeslotRow[],
  now: number,
): void {
  planned.forEach((timeslot, index) => {
    if (!isMoved(timeslot)) return;
    const { slot, startDate, endDate } = timeslot;
    const pointer = `/timeslots/${String(index)}`;
    if (slot && slot.overAt <= now)
      throw fieldError(`${pointer}/startDate`, 'timeslot_over', 'This time is over; add a new one');
    if (slot?.startAt !== Date.parse(startDate)) checkStart(startDate, `${pointer}/startDate`, now);
    if (endDate !== null && Date.parse(endDate) <= Date.parse(startDate))
      throw fieldError(`${pointer}/endDate`, 'end_before_start', 'The end must be after the start');
    checkEnd(startDate, endDate, `${pointer}/endDate`);
  });
  const taken = removedBy(planned, present, now).filter((slot) => slot.taken > 0 || slot.waiting > 0);
  const errors = taken.map(({ startAt }) => ({
    pointer: '/timeslots',
    code: 'timeslot_taken',
    message: `Somebody is signed up for ${instantOf(startAt)}; name this time too, to keep it`,
  }));
  if (errors.length > 0) throw new ProblemError('timeslot_taken', errors);
}

/**
 * Makes the timeslots what is planned: nobody loses a place, whatever the capacity. Answers the ids of those with
 * another time than before.
 */
export async function applyTimeslots(
  parts: Pick<HubParts, 'vault' | 'outbox' | 'now' | 'campaign'>,
  transaction: WriteTransaction,
  eventId: string,
  planned: readonly PlannedTimeslot[],
  present: readonly TimeslotRow[],
  defaults: TimeslotDefaults & { readonly formerCapacity: number | null },
): Promise<string[]> {
  for (const timeslot of planned) {
    const { slot } = timeslot;
    if (!slot) continue;
    const capacity = capacityAfter(timeslot, slot, defaults);
    const columns = timeslotColumns(eventId, { ...timeslot, capacity, reserved: slot.reserved }, defaults);
    await transaction.updateTable('timeslots').set(columns).where('id', '=', slot.id).execute();
    if (isMoved(timeslot)) await shortenHolds(parts, transaction, slot.id, columns.startAt);
    if (slot.waiting > 0) await moveLineUp(parts, transaction, slot.id);
  }
  const added = planned.filter(({ slot }) => slot === undefined);
  await insertTimeslots(transaction, eventId, added, defaults);
  const removed = removedBy(planned, present, parts.now()).map(({ id }) => id);
  if (removed.length > 0) {
    // Nobody has a seat there, but somebody may still have a mail to answer.
    await endHoldsOf(parts, transaction, removed);
    await transaction.deleteFrom('timeslots').where('id', 'in', removed).execute();
  }
  return planned.filter(isMoved).flatMap(({ slot }) => slot?.id ?? []);
}

function asItIs(slot: TimeslotRow): PlannedTimeslot {
  return {
    slot,
    startDate: instantOf(slot.startAt),
    endDate: slot.endAt === null ? null : instantOf(slot.endAt),
    allDay: slot.allDay === 1,
    capacity: undefined,
  };
}

function isMoved({ slot, startDate, endDate, allDay }: PlannedTimeslot): boolean {
  return (
    slot?.startAt !== Date.parse(startDate) ||
    slot.endAt !== (endDate === null ? null : Date.parse(endDate)) ||
    (slot.allDay === 1) !== allDay
  );
}

function removedBy(
  planned: readonly PlannedTimeslot[],
  present: readonly TimeslotRow[],
  now: number,
): TimeslotRow[] {
  return present.filter(({ id, overAt }) => overAt > now && !planned.some(({ slot }) => slot?.id === id));
}

/** A timeslot that had the event's number follows it. */
function capacityAfter(
  { capacity }: PlannedTimeslot,
  slot: TimeslotRow,
  defaults: { readonly capacity: number | null; readonly formerCapacity: number | null },
): number | null {
  if (capacity !== undefined) return capacity ?? defaults.capacity;
  return slot.capacity === defaults.formerCapacity ? defaults.capacity : slot.capacity;
}
