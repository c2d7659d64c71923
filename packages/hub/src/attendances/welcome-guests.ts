import { localDateTime } from '@huddlekit/contract/zoned-time';
import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { tell } from './tell.ts';

/** Which guest of which event, and who says so. */
export interface GuestAct {
  readonly eventId: string;
  readonly attendanceId: string;
  readonly actor: string;
}

/** Whether it is the day of a time, or later: on that day, by the event's clock, guests are checked in. */
export function isItsDay(startAt: number, timezone: string, now: number): boolean {
  return localDateTime(now, timezone).date >= localDateTime(startAt, timezone).date;
}

/** Whether the host gives each guest of an event the address of the home. */
export async function asksForAddress(
  from: Pick<WriteTransaction, 'selectFrom'>,
  eventId: string,
): Promise<boolean> {
  const event = await from
    .selectFrom('events')
    .select('id')
    .where('id', '=', eventId)
    .where('status', '=', 'confirmed')
    .where('locationKind', '=', 'home')
    .where('addressRelease', '=', 'approval')
    .executeTakeFirst();
  return event !== undefined;
}

/** Gives a confirmed guest the address of a home whose host approves each, and tells them. */
export async function approveGuest(
  parts: Pick<HubParts, 'vault' | 'outbox' | 'now'>,
  transaction: WriteTransaction,
  { eventId, attendanceId, actor }: GuestAct,
): Promise<'done' | 'not_found'> {
  const row = await confirmedGuest(transaction, eventId, attendanceId);
  if (!row || !(await asksForAddress(transaction, eventId))) return 'not_found';
  if (row.approvedAt !== null) return 'done';
  await transaction
    .updateTable('attendances')
    .set({ approvedAt: parts.now(), version: row.version + 1, updatedAt: parts.now() })
    .where('id', '=', row.id)
    .execute();
  await audit(transaction, parts.now(), actor, 'approve-guest', row.id);
  await tell(parts, transaction, 'attendance-approved', row);
  return 'done';
}

/** Marks that a party came, or takes the mark away. */
export async function checkIn(
  { now }: Pick<HubParts, 'now'>,
  transaction: WriteTransaction,
  { eventId, attendanceId, actor }: GuestAct,
  hasCome: boolean,
): Promise<'done' | 'not_found' | 'too_early'> {
  const row = await confirmedGuest(transaction, eventId, attendanceId);
  const slot =
    row &&
    (await transaction
      .selectFrom('timeslots')
      .innerJoin('events', 'events.id', 'timeslots.eventId')
      .select(['timeslots.startAt', 'events.timezone'])
      .where('timeslots.id', '=', row.timeslotId)
      .executeTakeFirst());
  if (!row || !slot) return 'not_found';
  if (!isItsDay(slot.startAt, slot.timezone, now())) return 'too_early';
  if ((row.attendedAt !== null) === hasCome) return 'done';
  await transaction
    .updateTable('attendances')
    .set({ attendedAt: hasCome ? now() : null, version: row.version + 1, updatedAt: now() })
    .where('id', '=', row.id)
    .execute();
  await audit(transaction, now(), actor, hasCome ? 'check-in' : 'undo-check-in', row.id);
  return 'done';
}

function confirmedGuest(
  transaction: WriteTransaction,
  eventId: string,
  attendanceId: string,
): Promise<AttendanceRow | undefined> {
  return transaction
    .selectFrom('attendances')
    .selectAll()
    .where('id', '=', attendanceId)
    .where('eventId', '=', eventId)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
}
