import { randomBytes } from 'node:crypto';
import type { WriteTransaction } from '../storage/storage.ts';

/** A new public id: 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** Two hours: how long an event without an end is taken to last. */
const assumedDuration = 2 * 3_600_000;

export interface TimeslotInput {
  readonly startDate: string;
  readonly endDate?: string | null | undefined;
  readonly allDay?: boolean | undefined;
  readonly capacity?: number | null | undefined;
}

/** Columns of a timeslot; `capacity` is the event's default. */
export function timeslotColumns(eventId: string, input: TimeslotInput, capacity: number | null) {
  const startAt = Date.parse(input.startDate);
  const endAt = input.endDate ? Date.parse(input.endDate) : null;
  return {
    eventId,
    startAt,
    endAt,
    overAt: endAt ?? startAt + assumedDuration,
    allDay: Number(input.allDay ?? false),
    capacity: input.capacity ?? capacity,
  };
}

/** Adds the timeslots of a new event. */
export async function insertTimeslots(
  transaction: WriteTransaction,
  eventId: string,
  inputs: readonly TimeslotInput[],
  capacity: number | null,
): Promise<void> {
  const values = inputs.map((input) => ({
    id: newId(),
    ...timeslotColumns(eventId, input, capacity),
    taken: 0,
    waiting: 0,
  }));
  if (values.length > 0) await transaction.insertInto('timeslots').values(values).execute();
}
