import { audit } from '../events/audit.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { expireHolds } from './expire-holds.ts';
import { hasFreeSeats, hasSeats, lastPosition, partySize, takeSeats } from './seats.ts';
import { welcomeKind, type AttendanceParts } from './sign-up.ts';
import { moveLineUp, tell } from './tell.ts';

/** Where an attendance stands once its person pressed the button of the mailed link. */
export type Confirmation = 'confirmed' | 'waitlisted' | 'expired' | 'not_found';

/**
 * Takes the word of who followed a mailed link that they come. A party that kept no seats takes free ones, else it
 * joins the waiting line, behind everybody who waits already. Doing it again changes nothing.
 */
export async function confirmAttendance(parts: AttendanceParts, id: string): Promise<Confirmation> {
  const { storage, now } = parts;
  return storage.write(async (transaction) => {
    // Seats that were kept long enough are free, whether a timer has come round or not.
    await expireHolds(parts, transaction);
    const row = await transaction
      .selectFrom('attendances')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return 'not_found';
    if (row.status !== 'unconfirmed') return standing(row);
    const at = now();
    const slot = await transaction
      .selectFrom('timeslots')
      .innerJoin('events', 'events.id', 'timeslots.eventId')
      .selectAll('timeslots')
      .where('timeslots.id', '=', row.timeslotId)
      .where('events.status', '=', 'confirmed')
      .executeTakeFirst();
    if (!slot || slot.overAt <= at || (row.expiresAt ?? 0) <= at) return 'expired';
    const isIn = row.holdsSeats === 1 || hasSeats(slot, partySize(row));
    const status = isIn ? 'confirmed' : 'waitlisted';
    const changed = {
      status,
      holdsSeats: 1,
      expiresAt: null,
      confirmedAt: at,
      version: row.version + 1,
      updatedAt: at,
      ...(status === 'waitlisted' && { position: await lastPosition(transaction) }),
    };
    await transaction.updateTable('attendances').set(changed).where('id', '=', id).execute();
    if (row.holdsSeats === 0) await takeSeats(transaction, row.timeslotId, status, row.guests);
    await audit(transaction, at, 'attendee', 'confirm', id);
    await tell(parts, transaction, welcomeKind(status), { ...row, ...changed });
    if (status === 'waitlisted' && hasFreeSeats(slot)) await moveLineUp(parts, transaction, row.timeslotId);
    return status;
  });
}

function standing({ status }: AttendanceRow): Confirmation {
  if (status === 'cancelled') return 'expired';
  return status === 'waitlisted' ? 'waitlisted' : 'confirmed';
}
