import type { Attendance, AttendanceReceipt, ManagedAttendance } from '@huddlekit/contract';
import { z } from '@huddlekit/contract';
import { instantOf } from '../events/event-row.ts';
import { newId } from '../events/event-write.ts';
import { audit } from '../events/review.ts';
import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';
import { ProblemError } from '../server/problem-error.ts';
import { once } from '../storage/idempotency.ts';
import type { AttendanceRow, TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { checkRequest, type AttendanceRequest } from './attendance-input.ts';
import { hasSeats, placeInLine, promote, releaseSeats, takeSeats } from './seats.ts';

/** A person who comes, opened. */
const Person = z.object({
  givenName: z.string(),
  familyName: z.optional(z.string()),
  email: z.string(),
  phone: z.optional(z.string()),
  postalCode: z.optional(z.string()),
  accessNeeds: z.optional(z.string()),
});
export type Person = z.infer<typeof Person>;

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
  /** Id of the event that a person's invitation link leads to. */
  invitedTo(code: string): Promise<string | undefined>;
}

export interface AttendanceParts extends HubParts {
  readonly seatCheck: 'inside' | 'outside';
}

/** What is stored of an answer, so that a replay builds the same one. */
interface StoredAnswer {
  readonly attendances: readonly Attendance[];
  readonly inviteCode: string;
}

export function createAttendanceService(parts: AttendanceParts): AttendanceService {
  const { storage, vault, outbox, now } = parts;

  const open = (row: AttendanceRow): Person => Person.parse(vault.open(row.sealed, `attendance:${row.id}`));

  async function find(id: string): Promise<{ row: AttendanceRow; person: Person } | undefined> {
    const row = await storage.read
      .selectFrom('attendances')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { row, person: open(row) };
  }

  return {
    find,
    create: (eventId, request, key) => createAttendances(parts, eventId, request, key),

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
        const promoted = await promote(transaction, row.timeslotId, now());
        const mails = [
          { kind: 'attendance-cancelled' as const, row },
          ...promoted.map((party) => ({ kind: 'attendance-promoted' as const, row: party })),
        ];
        for (const { kind, row: party } of mails) {
          const { email, givenName } = open(party);
          const { language, eventId } = party;
          await outbox.enqueue(transaction, {
            kind,
            to: email,
            name: givenName,
            language,
            eventId,
            attendanceIds: [party.id],
          });
        }
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

async function createAttendances(
  parts: AttendanceParts,
  eventId: string,
  request: AttendanceRequest,
  key: string,
): Promise<AttendanceReceipt> {
  const { storage, now, seatCheck } = parts;
  const early = seatCheck === 'outside' ? await timeslotsOf(storage.read, eventId) : undefined;
  const answer = await storage.write((transaction) =>
    once(transaction, { route: `createAttendances:${eventId}`, key, payload: request }, now(), async () => {
      const event = await transaction
        .selectFrom('events')
        .selectAll()
        .where('id', '=', eventId)
        .executeTakeFirst();
      if (!event || event.status === 'pending' || event.status === 'rejected')
        throw new ProblemError('not_found');
      const timeslots = early ?? (await timeslotsOf(transaction, eventId));
      checkRequest(request, event, timeslots, now());
      return takePlaces(parts, transaction, eventId, request, timeslots);
    }),
  );
  return receiptOf(parts, eventId, answer);
}

async function timeslotsOf(
  from: Pick<WriteTransaction, 'selectFrom'>,
  eventId: string,
): Promise<TimeslotRow[]> {
  return from.selectFrom('timeslots').selectAll().where('eventId', '=', eventId).execute();
}

async function takePlaces(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  request: AttendanceRequest,
  timeslots: readonly TimeslotRow[],
): Promise<StoredAnswer> {
  const { vault, outbox, now } = parts;
  const { person, guests } = request;
  const emailHash = vault.hash('email', normalEmail(person.email));
  const at = now();
  const inviteCode = newId().slice(0, 11);
  const attendances: Attendance[] = [];
  const mails = new Map<'attendance-confirmed' | 'attendance-waitlisted' | 'attendance-known', string[]>();

  for (const timeslotId of request.timeslotIds) {
    const slot = timeslots.find(({ id }) => id === timeslotId);
    if (!slot) continue;
    const status = hasSeats(slot, guests) ? 'confirmed' : 'waitlisted';
    const known = await transaction
      .selectFrom('attendances')
      .select('id')
      .where('timeslotId', '=', timeslotId)
      .where('emailHash', '=', emailHash)
      .where('status', '<>', 'cancelled')
      .executeTakeFirst();
    const id = newId();
    if (!known) {
      await transaction
        .insertInto('attendances')
        .values({
          id,
          eventId,
          timeslotId,
          emailHash,
          sealed: vault.seal({ ...person, accessNeeds: request.accessNeeds }, `attendance:${id}`),
          guests,
          status,
          inviteCode: attendances.length === 0 ? inviteCode : newId().slice(0, 11),
          language: request.language ?? 'en',
          timezone: request.timezone ?? null,
          referrerJson: JSON.stringify(request.referrer ?? {}),
          consentJson: JSON.stringify(request.consent ?? { email: false, sms: false, organizations: [] }),
          commitmentsJson: JSON.stringify(request.commitments),
          tokenVersion: 1,
          createdAt: at,
          updatedAt: at,
        })
        .execute();
      await takeSeats(transaction, timeslotId, status, guests);
    }
    // Who types a known mailbox gets an answer like a new one and learns nothing; its owner gets the mail.
    const kind = known
      ? 'attendance-known'
      : status === 'confirmed'
        ? 'attendance-confirmed'
        : 'attendance-waitlisted';
    mails.set(kind, [...(mails.get(kind) ?? []), known?.id ?? id]);
    const waitlistPlace = status === 'waitlisted' ? slot.waiting + 1 : null;
    attendances.push({ id, eventId, timeslotId, guests, status, waitlistPlace, createdAt: instantOf(at) });
  }
  for (const [kind, attendanceIds] of mails) {
    const { email: to, givenName: name } = person;
    await outbox.enqueue(transaction, {
      kind,
      to,
      name,
      language: request.language ?? 'en',
      eventId,
      attendanceIds,
    });
  }
  return { attendances, inviteCode };
}

function receiptOf(
  { tokens, settings }: HubParts,
  eventId: string,
  { attendances, inviteCode }: StoredAnswer,
): AttendanceReceipt {
  const [first] = attendances;
  return {
    attendances: [...attendances],
    manageUrl: `${settings.baseUrl}/manage/${tokens.sign('attendance', first?.id ?? newId(), 1)}`,
    calendarUrl: `${settings.baseUrl}/v1/events/${eventId}/calendar.ics`,
    inviteUrl: `${settings.baseUrl}/i/${inviteCode}`,
  };
}

function attendanceOf(row: AttendanceRow, waitlistPlace: number | null): Attendance {
  const { id, eventId, timeslotId, guests, status, createdAt } = row;
  return { id, eventId, timeslotId, guests, status, waitlistPlace, createdAt: instantOf(createdAt) };
}
