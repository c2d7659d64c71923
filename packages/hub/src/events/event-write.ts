import { randomBytes } from 'node:crypto';
import { addDays, localDateTime, zonedInstant } from '@huddlekit/contract/zoned-time';
import type { WriteTransaction } from '../storage/storage.ts';

/** A new public id: 128 random bits, without those that a command line would take for a flag. */
export function newId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newId() : id;
}

/** Two hours: how long an event without an end is taken to last. */
const assumedDuration = 2 * 3_600_000;

export interface TimeslotInput {
  readonly startDate: string;
  readonly endDate?: string | null | undefined;
  readonly allDay?: boolean | undefined;
  readonly capacity?: number | null | undefined;
  /** Seats that were given away elsewhere. */
  readonly reserved?: number | undefined;
  /** Seats that are left elsewhere; where it isn't known how many there are in all, only 0 says something. */
  readonly spotsLeft?: number | null | undefined;
}

/** What the timeslots of an event share. */
export interface TimeslotDefaults {
  readonly timezone: string;
  readonly capacity: number | null;
}

/** Columns of a timeslot. */
export function timeslotColumns(
  eventId: string,
  input: TimeslotInput,
  { timezone, capacity }: TimeslotDefaults,
) {
  const startAt = Date.parse(input.startDate);
  const endAt = input.endDate ? Date.parse(input.endDate) : null;
  const allDay = input.allDay ?? false;
  return {
    eventId,
    startAt,
    endAt,
    overAt: Math.max(endAt ?? startAt + assumedDuration, allDay ? endOfDay(startAt, timezone) : 0),
    allDay: Number(allDay),
    ...seatsOf(input, input.capacity ?? capacity),
  };
}

function seatsOf({ reserved = 0, spotsLeft }: TimeslotInput, capacity: number | null) {
  if (capacity === null) return { capacity: spotsLeft === 0 ? 0 : null, reserved };
  return { capacity, reserved: Math.max(reserved, capacity - (spotsLeft ?? capacity)) };
}

function endOfDay(instant: number, timezone: string): number {
  const { date } = localDateTime(instant, timezone);
  return zonedInstant({ date: addDays(date, 1), time: '00:00' }, timezone);
}

/** Adds the timeslots of a new event. */
export async function insertTimeslots(
  transaction: WriteTransaction,
  eventId: string,
  inputs: readonly TimeslotInput[],
  defaults: TimeslotDefaults,
): Promise<void> {
  const values = inputs.map((input) => ({
    id: newId(),
    pin: transaction.selectFrom('events').select('pin').where('id', '=', eventId),
    ...timeslotColumns(eventId, input, defaults),
    taken: 0,
    waiting: 0,
  }));
  if (values.length > 0) await transaction.insertInto('timeslots').values(values).execute();
}
