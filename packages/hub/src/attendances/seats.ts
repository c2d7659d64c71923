import { fieldError } from '../server/problem-error.ts';
import type { AttendanceRow, TimeslotRow } from '../storage/schema.ts';
import { statement } from '../storage/statement.ts';
import type { WriteTransaction } from '../storage/storage.ts';

const hour = 3_600_000;
/** How long an unconfirmed party's seats are kept, and how long it may be confirmed at all; milliseconds. */
export const holdLife = 24 * hour;
/** How long a party that moved up has to say yes, in milliseconds. */
const offerLife = 24 * hour;
/** From so long before the start nobody is asked any more, in milliseconds: there is no time for the next in line. */
const lastCall = 2 * hour;
const shortestOffer = hour;

/** Until when a party that moves up now may say yes; null where there is no time to ask and it is in at once. */
export function offerUntil(startAt: number, now: number): number | null {
  const until = Math.min(now + offerLife, startAt - lastCall);
  return until - now < shortestOffer ? null : until;
}

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

/** Whether any seat is free, be it for the line or for who comes. */
export function hasFreeSeats({
  capacity,
  reserved,
  taken,
}: Pick<TimeslotRow, 'capacity' | 'reserved' | 'taken'>): boolean {
  return capacity === null || reserved + taken < capacity;
}

/** Most guests that a party there can ever have; no number where nothing bounds it, or where it has no seats yet. */
export function mostGuestsIn({ capacity, reserved }: Pick<TimeslotRow, 'capacity' | 'reserved'>): number {
  // A host may still raise a capacity that leaves nothing, so a party may wait for that.
  return capacity === null || capacity <= reserved ? Infinity : capacity - reserved - 1;
}

/** A party that never fits would wait for good. @throws ProblemError for `/guests` */
export function checkFits(slot: Pick<TimeslotRow, 'capacity' | 'reserved'>, guests: number): void {
  const most = mostGuestsIn(slot);
  if (guests <= most) return;
  const places = most === 0 ? 'There is one place' : `There are ${String(most + 1)} places`;
  const repair = most === 0 ? 'come alone' : `bring at most ${String(most)} guest${most === 1 ? '' : 's'}`;
  throw fieldError('/guests', 'too_big', `${places} in all: ${repair}`);
}

/** Counts a party in. */
export async function takeSeats(
  transaction: WriteTransaction,
  timeslotId: string,
  status: string,
  guests: number,
): Promise<void> {
  if (status === 'waitlisted') await addWaiting(transaction, { timeslotId });
  else await addTaken(transaction, { timeslotId, seats: partySize({ guests }) });
}

const addWaiting = statement((from, { timeslotId }: { readonly timeslotId: string }) =>
  from
    .updateTable('timeslots')
    .set((set) => ({ waiting: set('waiting', '+', 1) }))
    .where('id', '=', timeslotId),
);

const addTaken = statement(
  (from, { timeslotId, seats }: { readonly timeslotId: string; readonly seats: number }) =>
    from
      .updateTable('timeslots')
      .set((set) => ({ taken: set('taken', '+', seats) }))
      .where('id', '=', timeslotId),
);

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
 * Keeps free seats for the waiting line, strictly in order: the first party that doesn't fit waits on and those
 * behind it too, but for one that is larger than all seats and holds nobody up. Each has a while to say yes. Answers
 * the parties that moved up; none where the time is over or the event is cancelled.
 */
export async function promote(
  transaction: WriteTransaction,
  timeslotId: string,
  now: number,
): Promise<AttendanceRow[]> {
  const slot = await transaction
    .selectFrom('timeslots')
    .innerJoin('events', 'events.id', 'timeslots.eventId')
    .select(['timeslots.capacity', 'timeslots.reserved', 'timeslots.taken', 'timeslots.startAt'])
    .where('timeslots.id', '=', timeslotId)
    .where('timeslots.overAt', '>', now)
    .where('events.status', '=', 'confirmed')
    .executeTakeFirst();
  if (!slot) return [];
  const free = slot.capacity === null ? Infinity : slot.capacity - slot.reserved - slot.taken;
  if (free <= 0) return [];
  const most = mostGuestsIn(slot);
  const line = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('timeslotId', '=', timeslotId)
    .where('status', '=', 'waitlisted')
    .orderBy('position')
    // Each takes one seat at least.
    .$if(free < Infinity, (query) => query.limit(free))
    .$if(most < Infinity, (query) => query.where('guests', '<=', most))
    .execute();
  let taken = slot.taken;
  const promoted: AttendanceRow[] = [];
  for (const party of line) {
    if (slot.capacity !== null && slot.reserved + taken + partySize(party) > slot.capacity) break;
    taken += partySize(party);
    promoted.push(party);
  }
  if (promoted.length === 0) return [];
  const expiresAt = offerUntil(slot.startAt, now);
  const status = expiresAt === null ? 'confirmed' : 'unconfirmed';
  await transaction
    .updateTable('attendances')
    .set((set) => ({ status, expiresAt, version: set('version', '+', 1), updatedAt: now }))
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
  return promoted.map((party) => ({ ...party, status, expiresAt }));
}

/** The place in the order of arrival behind everybody who is there. */
export async function lastPosition(transaction: WriteTransaction): Promise<number> {
  const { last } = await transaction
    .selectFrom('attendances')
    .select((select) => select.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return last + 1;
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
