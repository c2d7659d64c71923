import type { AttendanceChange, z } from '@huddlekit/contract';
import { audit } from '../events/audit.ts';
import { ProblemError, fieldError } from '../server/problem-error.ts';
import { changeRow, type ChangeParts, type ChangeTerms } from '../storage/change-row.ts';
import type { AttendanceRow, EventRow, TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { consentJson } from './consent.ts';
import { isEcho, shownRow } from './echo.ts';
import { openPerson, sealPerson, type Person } from './person.ts';
import { checkFits, hasSeats, holdLife, partySize, releaseSeats, takeSeats } from './seats.ts';
import { moveLineUp, tell } from './tell.ts';

export type ChangeOfAttendance = z.output<typeof AttendanceChange>;

/** Where a party is, and how large. */
type Seating = Pick<AttendanceRow, 'timeslotId' | 'guests' | 'status' | 'expiresAt'>;

/** Where a party will be, and whether as an echo of another one of its mailbox. */
interface Outcome {
  readonly seating: Seating;
  readonly isEchoed: boolean;
}

/** Parties that seats are kept for. */
const seated: readonly string[] = ['confirmed', 'unconfirmed'];

/** Changes one person's attendance, whole or not at all. @throws ProblemError that says what stands against it. */
export async function changeAttendance(
  parts: ChangeParts,
  id: string,
  change: ChangeOfAttendance,
  terms: ChangeTerms,
): Promise<void> {
  const read = (from: Pick<WriteTransaction, 'selectFrom'>): Promise<AttendanceRow | undefined> =>
    from.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirst();
  const request = { ...terms, route: `changeAttendance:${id}`, payload: change };
  await changeRow(parts, request, read, async (transaction, stored) => {
    const person = openPerson(parts.vault, stored);
    const row = shownRow(stored, person);
    const wasEcho = isEcho(person);
    const { seating, isEchoed } = await seatingAfter(parts, transaction, row, wasEcho, change);
    const changed = {
      ...seating,
      status: isEchoed ? 'cancelled' : seating.status,
      sealed: sealPerson(parts.vault, id, {
        ...personAfter(person, change),
        ...(isEchoed && { echo: { status: seating.status } }),
      }),
      language: change.language ?? row.language,
      consentJson: change.consent
        ? consentJson(change.consent, parts.campaign(), parts.now())
        : row.consentJson,
      version: row.version + 1,
      updatedAt: parts.now(),
    };
    await transaction.updateTable('attendances').set(changed).where('id', '=', id).execute();
    await audit(transaction, parts.now(), 'attendee', 'change', id);
    if (change.consent) await audit(transaction, parts.now(), 'attendee', 'change-consent', id);
    if (wasEcho || (change.guests === undefined && change.timeslotId === undefined)) return;
    if (row.holdsSeats === 0) return;
    await releaseSeats(transaction, row);
    if (!isEchoed) await takePlace(parts, transaction, row, { ...row, ...changed });
    await moveLineUp(parts, transaction, row.timeslotId);
  });
}

/** Counts a party in where it is now, and mails what it has to know of that. */
async function takePlace(
  parts: ChangeParts,
  transaction: WriteTransaction,
  before: AttendanceRow,
  after: AttendanceRow,
): Promise<void> {
  await takeSeats(transaction, after.timeslotId, after.status, after.guests);
  // The confirmation again, as the calendar of a party that moved is wrong by now.
  if (after.timeslotId !== before.timeslotId && after.status === 'confirmed')
    await tell(parts, transaction, 'attendance-confirmed', after, { leftTimeslotId: before.timeslotId });
  if (before.status === 'waitlisted' && after.status === 'unconfirmed')
    await tell(parts, transaction, 'attendance-confirm', after);
}

/** @throws ProblemError where the event, the time or the seats don't allow it */
async function seatingAfter(
  { now: clock, campaign }: ChangeParts,
  transaction: WriteTransaction,
  row: AttendanceRow,
  wasEcho: boolean,
  change: ChangeOfAttendance,
): Promise<Outcome> {
  const now = clock();
  const event = await transaction
    .selectFrom('events')
    .select(['status', 'guestsPerRsvp'])
    .where('id', '=', row.eventId)
    .executeTakeFirstOrThrow();
  const timeslots = await transaction
    .selectFrom('timeslots')
    .selectAll()
    .where('eventId', '=', row.eventId)
    .execute();
  const own = timeslots.find(({ id }) => id === row.timeslotId);
  const hasEnded = row.status === 'unconfirmed' && (row.expiresAt ?? 0) <= now;
  if (row.status === 'cancelled' || hasEnded) throw new ProblemError('attendance_cancelled');
  if (event.status === 'cancelled') throw new ProblemError('event_cancelled');
  if (!own || own.overAt <= now) throw new ProblemError('timeslot_over');
  const guests = guestsAfter(row, change, event);
  if (change.timeslotId === undefined || change.timeslotId === own.id) {
    if (guests > row.guests) checkFits(own, guests);
    const isMore = row.holdsSeats === 1 && seated.includes(row.status) && guests > row.guests;
    if (isMore && !hasSeats(own, guests - row.guests))
      throw full('/guests', 'There is no place for more guests; those you have are kept');
    const { status, expiresAt } = row;
    return { seating: { timeslotId: own.id, guests, status, expiresAt }, isEchoed: wasEcho };
  }
  const target = timeslotNamed(timeslots, change.timeslotId, now);
  checkFits(target, guests);
  const isEchoed = wasEcho || (await isThereAlready(transaction, target.id, row.emailHash));
  // Who hasn't proven the mailbox mustn't learn that it is signed up.
  if (isEchoed && row.confirmedAt !== null) throw new ProblemError('already_coming');
  if (row.holdsSeats === 1 && !hasSeats(target, partySize({ guests })))
    throw full('/timeslotId', 'There is no place at that time; the one you have is kept');
  // Who waited where mailboxes are proven hasn't proven theirs, and a move is no way round it.
  const isUnproven = row.confirmedAt === null && campaign().confirmation === 'mailed-link';
  const isToConfirm = row.status === 'unconfirmed' || (row.status === 'waitlisted' && isUnproven);
  const seating = { timeslotId: target.id, guests };
  if (!isToConfirm) return { seating: { ...seating, status: 'confirmed', expiresAt: null }, isEchoed };
  const expiresAt = Math.min(row.expiresAt ?? now + holdLife, target.overAt);
  return { seating: { ...seating, status: 'unconfirmed', expiresAt }, isEchoed };
}

function guestsAfter(
  row: AttendanceRow,
  { guests = row.guests }: ChangeOfAttendance,
  { guestsPerRsvp }: Pick<EventRow, 'guestsPerRsvp'>,
): number {
  // Fewer are always welcome, also where the host has lowered the limit since.
  if (guests > row.guests && guests > guestsPerRsvp) {
    const most = `Bring at most ${String(guestsPerRsvp)}; ask more friends to sign up themselves`;
    throw fieldError('/guests', 'too_big', most);
  }
  return guests;
}

function timeslotNamed(timeslots: readonly TimeslotRow[], id: string, now: number): TimeslotRow {
  const slot = timeslots.find((timeslot) => timeslot.id === id);
  if (!slot) throw fieldError('/timeslotId', 'unknown_timeslot', 'Choose one of the event’s times');
  if (slot.overAt <= now)
    throw fieldError('/timeslotId', 'timeslot_over', 'This time is over; choose another');
  return slot;
}

/** Whether the mailbox is in a timeslot by another attendance. */
async function isThereAlready(
  transaction: WriteTransaction,
  timeslotId: string,
  emailHash: string,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('attendances')
    .select('id')
    .where('timeslotId', '=', timeslotId)
    .where('emailHash', '=', emailHash)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst();
  return other !== undefined;
}

function full(pointer: string, message: string): ProblemError {
  return new ProblemError('timeslot_full', [{ pointer, code: 'timeslot_full', message }]);
}

function personAfter(person: Person, { person: changes = {}, accessNeeds }: ChangeOfAttendance): Person {
  return {
    ...person,
    givenName: changes.givenName ?? person.givenName,
    familyName: after(person.familyName, changes.familyName),
    phone: after(person.phone, changes.phone),
    postalCode: after(person.postalCode, changes.postalCode),
    accessNeeds: after(person.accessNeeds, accessNeeds),
  };
}

/** Left out it stays, null takes it out. */
function after(value: string | undefined, change: string | null | undefined): string | undefined {
  return change === undefined ? value : (change ?? undefined);
}
