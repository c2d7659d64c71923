import type { AttendanceRow, TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** Seats a party takes: the person and the guests. */
export function partySize({ guests }: { guests: number }): number {
  return 1 + guests;
}

/**
 * Whether so many more seats may be taken at once. A party comes whole or not at all, and never before parties that
 * wait already, even where it would fit and they don't.
 */
export function hasSeats(
  { capacity, reserved, taken, waiting }: Pick<TimeslotRow, 'capacity' | 'reserved' | 'taken' | 'waiting'>,
  seats: number,
): boolean {
  return capacity === null || (waiting === 0 && reserved + taken + seats <= capacity);
}

/** Counts a party in. */
export async function takeSeats(
  transaction: WriteTransaction,
  timeslotId: string,
  status: string,
  guests: number,
): Promise<void> {
  await transaction
    .updateTable('timeslots')
    .set((set) =>
      status === 'waitlisted'
        ? { waiting: set('waiting', '+', 1) }
        : { taken: set('taken', '+', partySize({ guests })) },
    )
    .where('id', '=', timeslotId)
    .execute();
}

/** Counts a party out. */
export async function releaseSeats(transaction: WriteTransaction, attendance: AttendanceRow): Promise<void> {
  const { timeslotId, status, holdsSeats } = attendance;
  if (holdsSeats === 0) return;
  await transaction
    .updateTable('timeslots')
    .set((set) =>
      status === 'waitlisted'
        ? { waiting: set('waiting', '-', 1) }
        : { taken: set('taken', '-', partySize(attendance)) },
    )
    .where('id', '=', timeslotId)
    .execute();
}

/**
 * Gives free seats to the waiting line, strictly in order: the first party that doesn't fit waits on and those
 * behind it too. Answers the parties that came in; none where the time is over or the event is cancelled.
 */
export async function promote(
  transaction: WriteTransaction,
  timeslotId: string,
  now: number,
): Promise<AttendanceRow[]> {
  const slot = await transaction
    .selectFrom('timeslots')
    .innerJoin('events', 'events.id', 'timeslots.eventId')
    .select(['timeslots.capacity', 'timeslots.reserved', 'timeslots.taken'])
    .where('timeslots.id', '=', timeslotId)
    .where('timeslots.overAt', '>', now)
    .where('events.status', '=', 'confirmed')
    .executeTakeFirst();
  if (!slot) return [];
  const line = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('timeslotId', '=', timeslotId)
    .where('status', '=', 'waitlisted')
    .orderBy('position')
    .execute();
  let taken = slot.taken;
  const promoted: AttendanceRow[] = [];
  for (const party of line) {
    if (slot.capacity !== null && slot.reserved + taken + partySize(party) > slot.capacity) break;
    taken += partySize(party);
    promoted.push(party);
  }
  if (promoted.length === 0) return [];
  await transaction
    .updateTable('attendances')
    .set((set) => ({ status: 'confirmed', version: set('version', '+', 1), updatedAt: now }))
    .where(
      'id',
      'in',
      promoted.map(({ id }) => id),
    )
    .execute();
  await transaction
    .updateTable('timeslots')
    .set((set) => ({ taken, waiting: set('waiting', '-', promoted.length) }))
    .where('id', '=', timeslotId)
    .execute();
  return promoted;
}

/** Place in the waiting line, from 1. */
export async function placeInLine(
  transaction: Pick<WriteTransaction, 'selectFrom'>,
  { timeslotId, position, status }: Pick<AttendanceRow, 'timeslotId' | 'position' | 'status'>,
): Promise<number | null> {
  if (status !== 'waitlisted') return null;
  const { ahead } = await transaction
    .selectFrom('attendances')
    .select((select) => select.fn.countAll<number>().as('ahead'))
    .where('timeslotId', '=', timeslotId)
    .where('status', '=', 'waitlisted')
    .where('position', '<', position)
    .executeTakeFirstOrThrow();
  return ahead + 1;
}
