import type { Attendance, AttendanceReceipt, ManagedAttendance } from '@huddlekit/contract';
import { noProof, type Spend } from '../admission/proofs.ts';
import { instantOf } from '../events/event-row.ts';
import { audit } from '../events/audit.ts';
import { mayMail } from '../mail/mail-cap.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { checkVersion, type ChangeTerms } from '../storage/change-row.ts';
import { changeAttendance, type ChangeOfAttendance } from './change-attendance.ts';
import { expireDue } from './expire-holds.ts';
import { releasedAddress, type ReleasedAddress } from './address-release.ts';
import type { AttendanceRequest } from './attendance-input.ts';
import { confirmAttendance, type Confirmation } from './confirm-attendance.ts';
import { isEcho, shownRow } from './echo.ts';
import { openPerson, sealPerson, type Person } from './person.ts';
import { placeInLine, releaseSeats } from './seats.ts';
import { signUp, type AttendanceParts, type SentBy } from './sign-up.ts';
import { friendsThrough } from './friends.ts';
import { moveLineUp, tell } from './tell.ts';

/** RSVPs: seats, the waiting line, and each person's own view. */
export interface AttendanceService {
  /** @throws ProblemError that says what to put right. */
  create(
    eventId: string,
    request: AttendanceRequest,
    key: string,
    sentBy?: SentBy,
    spend?: Spend,
  ): Promise<AttendanceReceipt>;
  /** Takes the word of who followed a mailed link that they come. */
  confirm(id: string): Promise<Confirmation>;
  /** Ends parties that weren't confirmed in time and offers their seats to the waiting line. */
  expire(): Promise<void>;
  /** The attendance with its person; undefined when there is none. */
  find(id: string): Promise<{ row: AttendanceRow; person: Person } | undefined>;
  /** As its owner sees it. */
  managed(id: string): Promise<ManagedAttendance | undefined>;
  /** @throws ProblemError that says what stands against it; nothing is changed then. */
  change(id: string, change: ChangeOfAttendance, terms: ChangeTerms): Promise<void>;
  /**
   * Gives the seat back and lets the waiting line move up. Answers false when there is none.
   * @throws ProblemError `version_mismatch` where `ifMatch` names another version
   */
  cancel(id: string, ifMatch?: string): Promise<boolean>;
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
    if (!row) return undefined;
    const person = openPerson(vault, row);
    return { row: shownRow(row, person), person };
  }

  return {
    find,
    address: (row) => releasedAddress(parts, row),
    create: (eventId, request, key, sentBy = 'wire', spend = noProof) =>
      signUp(parts, eventId, request, key, sentBy, spend),
    confirm: (id) => confirmAttendance(parts, id),
    expire: () => expireDue(parts),
    change: (id, change, terms) => changeAttendance(parts, id, change, terms),

    async managed(id) {
      const found = await find(id);
      if (!found) return undefined;
      const { row, person } = found;
      const {
        givenName,
        familyName = null,
        email,
        phone = null,
        postalCode = null,
        accessNeeds = null,
      } = person;
      return {
        ...attendanceOf(row, await placeInLine(storage.read, row)),
        version: row.version,
        person: { givenName, familyName, email, phone, postalCode },
        accessNeeds,
        language: row.language,
        friends: await friendsThrough(storage.read, row),
        updatedAt: instantOf(row.updatedAt),
      };
    },

    cancel: (id, ifMatch) =>
      storage.write(async (transaction) => {
        const row = await transaction
          .selectFrom('attendances')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row) return false;
        const person = openPerson(vault, row);
        if (shownRow(row, person).status === 'cancelled') return true;
        checkVersion(ifMatch, row);
        const sealed = isEcho(person)
          ? sealPerson(vault, id, { ...person, echo: { status: 'cancelled' } })
          : row.sealed;
        await transaction
          .updateTable('attendances')
          .set({ status: 'cancelled', sealed, expiresAt: null, version: row.version + 1, updatedAt: now() })
          .where('id', '=', id)
          .execute();
        if (isEcho(person)) return true;
        await releaseSeats(transaction, row);
        await audit(transaction, now(), 'attendee', 'cancel', id);
        if (row.confirmedAt !== null || (await mayMail(transaction, parts.campaign(), row.emailHash, now())))
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
  const { id, eventId, timeslotId, guests, attendedAt, holdsSeats, expiresAt } = row;
  const status = row.status === 'confirmed' && attendedAt !== null ? 'attended' : row.status;
  const holdUntil = expiresAt !== null && holdsSeats === 1 ? instantOf(expiresAt) : null;
  const createdAt = instantOf(row.createdAt);
  return { id, eventId, timeslotId, guests, status, waitlistPlace, holdUntil, createdAt };
}
