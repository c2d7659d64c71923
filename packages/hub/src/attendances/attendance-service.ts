import type { Attendance, AttendanceReceipt, ManagedAttendance } from '@huddlekit/contract';
import { instantOf } from '../events/event-row.ts';
import { audit } from '../events/review.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { releasedAddress, type ReleasedAddress } from './address-release.ts';
import type { AttendanceRequest } from './attendance-input.ts';
import { openPerson, type Person } from './person.ts';
import { placeInLine, releaseSeats } from './seats.ts';
import { signUp, type AttendanceParts } from './sign-up.ts';
import { moveLineUp, tell } from './tell.ts';

/** RSVPs: seats, the waiting line, and each person's own view. */
export interface AttendanceService {
  /** @throws ProblemError that says what to put right. */
  create(eventId: string, request: AttendanceRequest, key: string): Promise<AttendanceReceipt>;
  /** The attendance with its person; undefined when there is none. */
  find(id: string): Promise<{ row: AttendanceRow; person: Person } | undefined>;
  /** As its owner sees it. */
  managed(id: string): Promise<ManagedAttendance | undefined>;
  /** Gives the seat back and lets the waiting line move up. Answers false when there is none. */
  cancel(id: string): Promise<boolean>;
  /** The address of the home as this guest may know it now; only for who came by a mailed link. */
  address(row: AttendanceRow): Promise<ReleasedAddress>;
  /** Id of the event that a person's invitation link leads to. */
  invitedTo(code: string): Promise<string | undefined>;
}

export function createAttendanceService(parts: AttendanceParts): AttendanceService {
  const { storage, vault, now } = parts;

  async function find(id: string): Promise<{ row: AttendanceRow; person: Person } | undefined> {
    const row = await storage.read
      .selectFrom('attendances')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { row, person: openPerson(vault, row) };
  }

  return {
    find,
    address: (row) => releasedAddress(parts, row),
    create: (eventId, request, key) => signUp(parts, eventId, request, key),

    async managed(id) {
      const found = await find(id);
      if (!found) return undefined;
      const { row, person } = found;
      const { givenName, familyName, email } = person;
      return {
        ...attendanceOf(row, await placeInLine(storage.read, row)),
        person: { givenName, familyName: familyName ?? null, email },
      };
    },

    cancel: (id) =>
      storage.write(async (transaction) => {
        const row = await transaction
          .selectFrom('attendances')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row) return false;
        if (row.status === 'cancelled') return true;
        await transaction
          .updateTable('attendances')
          .set({ status: 'cancelled', updatedAt: now() })
          .where('id', '=', id)
          .execute();
        await releaseSeats(transaction, row);
        await audit(transaction, now(), 'attendee', 'cancel', id);
        await tell(parts, transaction, 'attendance-cancelled', row);
        await moveLineUp(parts, transaction, row.timeslotId);
        return true;
      }),

    async invitedTo(code) {
      const row = await storage.read
        .selectFrom('attendances')
        .select('eventId')
        .where('inviteCode', '=', code)
        .executeTakeFirst();
      return row?.eventId;
    },
  };
}

function attendanceOf(row: AttendanceRow, waitlistPlace: number | null): Attendance {
  const { id, eventId, timeslotId, guests, status, createdAt } = row;
  return { id, eventId, timeslotId, guests, status, waitlistPlace, createdAt: instantOf(createdAt) };
}
