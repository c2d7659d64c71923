import type { Attendance, AttendanceReceipt } from '@huddlekit/contract';
import { sql } from 'kysely';
import { instantOf, isPublic } from '../events/event-row.ts';
import { newId } from '../events/event-write.ts';
import type { Spend } from '../admission/proofs.ts';
import type { HubParts } from '../hub.ts';
import { mayMail } from '../mail/mail-cap.ts';
import type { mailKinds } from '../mail/outbox.ts';
import { normalEmail } from '../privacy/vault.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { ChangeParts } from '../storage/change-row.ts';
import { once } from '../storage/idempotency.ts';
import { insertRow } from '../storage/insert-row.ts';
import type { AttendanceRow, TimeslotRow } from '../storage/schema.ts';
import { statement } from '../storage/statement.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { checkRequest, type AttendanceRequest } from './attendance-input.ts';
import { consentJson, noConsent } from './consent.ts';
import { expireHolds } from './expire-holds.ts';
import { sealPerson } from './person.ts';
import { hasFreeSeats, hasSeats, holdLife, partySize, takeSeats } from './seats.ts';
import { moveLineUp, tell } from './tell.ts';

/** The owner of an e-mail hears at most once in this time that somebody signed up with it again. */
const reminderPause = 86_400_000;

export interface AttendanceParts extends ChangeParts {
  /** Where seats are counted. Outside the transaction is what a test uses to see that it oversells. */
  readonly seatCheck: 'inside' | 'outside';
}

/**
 * `page` is a form without script: such a party keeps no seat before its mailbox is proven. Nor does one that finds
 * none free where mailboxes are proven: else anybody could fill a waiting line with other people's.
 */
export type SentBy = 'wire' | 'page';

/** What is stored of an answer, so that a replay builds the same one. */
interface StoredAnswer {
  readonly attendances: readonly Attendance[];
  /** The attendance that the link opens. */
  readonly managedId: string;
  readonly inviteCode: string;
}

/** Takes one person's RSVP. @throws ProblemError that says what to put right. */
export async function signUp(
  parts: AttendanceParts,
  eventId: string,
  request: AttendanceRequest,
  key: string,
  sentBy: SentBy,
  spend: Spend,
): Promise<AttendanceReceipt> {
  const { storage, vault, now, seatCheck, pause } = parts;
  const early = seatCheck === 'outside' ? await timeslotsOf(storage.read, { eventId }) : undefined;
  if (early) await pause();
  const call = { route: `createAttendances:${eventId}`, key, payload: request };
  const answer = await storage.write((transaction) =>
    once(transaction, vault, call, now(), async () => {
      await spend(transaction);
      const [event] = await eventToJoin(transaction, { eventId });
      if (!event || !isPublic(event)) throw new ProblemError('not_found');
      // Seats that were kept long enough are free, whether a timer has come round or not.
      await expireHolds(parts, transaction);
      const timeslots = early ?? (await timeslotsOf(transaction, { eventId }));
      checkRequest(request, event, timeslots, now());
      if (!early) await pause();
      return takePlaces(parts, transaction, eventId, request, timeslots, sentBy);
    }),
  );
  return receiptOf(parts, eventId, answer);
}

const eventToJoin = statement((from, { eventId }: { readonly eventId: string }) =>
  from
    .selectFrom('events')
    .select(['status', 'approvedAt', 'rsvp', 'guestsPerRsvp', 'commitmentsJson'])
    .where('id', '=', eventId),
);

const timeslotsOf = statement((from, { eventId }: { readonly eventId: string }) =>
  from.selectFrom('timeslots').selectAll().where('eventId', '=', eventId),
);

async function takePlaces(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  request: AttendanceRequest,
  timeslots: readonly TimeslotRow[],
  sentBy: SentBy,
): Promise<StoredAnswer> {
  const { vault, outbox, now, campaign } = parts;
  const isToConfirm = sentBy === 'page' || campaign().confirmation === 'mailed-link';
  const { person, guests, language = 'en' } = request;
  const emailHash = vault.hash('email', normalEmail(person.email));
  const at = now();
  const attendances: Attendance[] = [];
  const added: Attendance[] = [];
  const inviteCode = newId();

  for (const timeslotId of request.timeslotIds) {
    const slot = timeslots.find(({ id }) => id === timeslotId);
    if (!slot) continue;
    const id = newId();
    const isSeated = sentBy === 'wire' && hasSeats(slot, partySize({ guests }));
    const status = isToConfirm ? 'unconfirmed' : isSeated ? 'confirmed' : 'waitlisted';
    const holdsSeats = isSeated || status === 'waitlisted';
    const waitlistPlace = status === 'waitlisted' ? slot.waiting + 1 : null;
    const expiresAt = status === 'unconfirmed' ? Math.min(at + holdLife, slot.overAt) : null;
    const holdUntil = expiresAt !== null && holdsSeats ? instantOf(expiresAt) : null;
    const createdAt = instantOf(at);
    const attendance = { id, eventId, timeslotId, guests, status, waitlistPlace, holdUntil, createdAt };
    attendances.push(attendance);
    // Stored in either case, so that a known e-mail's answer, its links and its time are a new one's.
    const known = await presentAttendance(transaction, timeslotId, emailHash);
    const sealed = sealPerson(vault, id, {
      ...person,
      accessNeeds: request.accessNeeds,
      ...(known && { echo: { status } }),
    });
    await insertRow(transaction, 'attendances', {
      id,
      eventId,
      timeslotId,
      emailHash,
      personHash: vault.personHash(emailHash),
      sealed,
      guests,
      status: known ? 'cancelled' : status,
      inviteCode: attendances.length === 1 ? inviteCode : newId(),
      language,
      timezone: request.timezone ?? null,
      referrerJson: JSON.stringify(request.referrer ?? {}),
      consentJson: consentJson(request.consent ?? noConsent, campaign(), at),
      commitmentsJson: JSON.stringify(request.commitments),
      tokenVersion: 1,
      remindedAt: null,
      approvedAt: null,
      attendedAt: null,
      holdsSeats: Number(holdsSeats),
      expiresAt,
      confirmedAt: null,
      reminderAt: null,
      createdAt: at,
      updatedAt: at,
    });
    if (known) {
      await remindOwner(parts, transaction, known);
      continue;
    }
    if (holdsSeats) await takeSeats(transaction, timeslotId, status, guests);
    if (status === 'waitlisted' && hasFreeSeats(slot)) await moveLineUp(parts, transaction, timeslotId);
    added.push(attendance);
  }

  const { email: to, givenName: name } = person;
  for (const [status, group] of Map.groupBy(added, (attendance) => attendance.status)) {
    const kind = status === 'unconfirmed' ? 'attendance-confirm' : welcomeKind(status);
    const attendanceIds = group.map(({ id }) => id);
    if (await mayMail(transaction, campaign(), emailHash, at))
      await outbox.enqueue(transaction, { kind, to, name, language, eventId, attendanceIds });
  }
  return { attendances, managedId: attendances[0]?.id ?? newId(), inviteCode };
}

/** The mail that tells a party where it stands. */
export function welcomeKind(status: string): (typeof mailKinds)[number] {
  return status === 'waitlisted' ? 'attendance-waitlisted' : 'attendance-confirmed';
}

const presentId = statement(
  (from, { timeslotId, emailHash }: { readonly timeslotId: string; readonly emailHash: string }) =>
    from
      .selectFrom('attendances')
      .select('id')
      .where('timeslotId', '=', timeslotId)
      .where('emailHash', '=', emailHash)
      // A literal, as a parameter held against the index's own condition has SQLite compile the query anew each time.
      .where('status', '<>', sql.lit('cancelled')),
);

async function presentAttendance(
  transaction: WriteTransaction,
  timeslotId: string,
  emailHash: string,
): Promise<AttendanceRow | undefined> {
  const [present] = await presentId(transaction, { timeslotId, emailHash });
  if (!present) return undefined;
  return transaction
    .selectFrom('attendances')
    .selectAll()
    .where('id', '=', present.id)
    .executeTakeFirstOrThrow();
}

/**
 * Who types an e-mail that is known gets an answer like a new one and learns nothing; its owner gets a mail with
 * the link. Nothing of what was typed goes into that mail, and the owner isn't flooded.
 */
async function remindOwner(
  parts: HubParts,
  transaction: WriteTransaction,
  row: AttendanceRow,
): Promise<void> {
  const at = parts.now();
  if (row.remindedAt !== null && at - row.remindedAt < reminderPause) return;
  if (!(await mayMail(transaction, parts.campaign(), row.emailHash, at))) return;
  await transaction.updateTable('attendances').set({ remindedAt: at }).where('id', '=', row.id).execute();
  const kind = row.status === 'unconfirmed' ? 'attendance-confirm' : 'attendance-known';
  await tell(parts, transaction, kind, row);
}

function receiptOf(
  { tokens, settings: { baseUrl } }: HubParts,
  eventId: string,
  { attendances, managedId, inviteCode }: StoredAnswer,
): AttendanceReceipt {
  return {
    attendances: [...attendances],
    manageUrl: `${baseUrl}/manage/${tokens.sign('attendance', managedId, 1)}`,
    calendarUrl: `${baseUrl}/v1/events/${eventId}/calendar.ics`,
    inviteUrl: `${baseUrl}/i/${inviteCode}`,
  };
}
