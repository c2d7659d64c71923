import { z } from '@huddlekit/contract';
import type { HubParts } from '../hub.ts';
import type { EventRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { instantOf } from './event-row.ts';

/** The person behind an event, opened. */
export const HostPerson = z.object({
  givenName: z.string(),
  familyName: z.optional(z.string()),
  email: z.string(),
  phone: z.optional(z.string()),
  coHosts: z._default(z.array(z.object({ name: z.string(), email: z.optional(z.string()) })), []),
});
export type HostPerson = z.infer<typeof HostPerson>;

/** An event that waits for a moderator. */
export interface ReviewItem {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly startDate: string | null;
  readonly hostName: string | null;
  readonly verifiedAt: string;
  readonly createdAt: string;
}

export type Decision = 'done' | 'not_found' | 'not_waiting';

/** The person behind an event, or undefined for one that came from elsewhere. */
export async function hostOf(
  { storage, vault }: Pick<HubParts, 'storage' | 'vault'>,
  eventId: string,
): Promise<(HostPerson & { language: string }) | undefined> {
  const row = await storage.read
    .selectFrom('hosts')
    .selectAll()
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  return row && { ...HostPerson.parse(vault.open(row.sealed, `host:${eventId}`)), language: row.language };
}

/** The host followed the mailed link. Answers false where there is no such event. */
export async function verifyHost({ storage, now }: HubParts, id: string): Promise<boolean> {
  return storage.write(async (transaction) => {
    const event = await transaction
      .selectFrom('events')
      .select('verifiedAt')
      .where('id', '=', id)
      .executeTakeFirst();
    if (event?.verifiedAt === null) {
      await transaction.updateTable('events').set({ verifiedAt: now() }).where('id', '=', id).execute();
      await audit(transaction, now(), 'host', 'verify', id);
    }
    return event !== undefined;
  });
}

/** Verified events that wait for a review, the oldest first. */
export async function reviewQueue({ storage }: HubParts): Promise<ReviewItem[]> {
  const rows = await storage.read
    .selectFrom('events')
    .selectAll()
    .select((select) =>
      select
        .selectFrom('timeslots')
        .select((slot) => slot.fn.min('startAt').as('start'))
        .whereRef('timeslots.eventId', '=', 'events.id')
        .as('start'),
    )
    .where('status', '=', 'pending')
    .where('verifiedAt', 'is not', null)
    .orderBy('verifiedAt')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    summary: row.summary,
    description: row.description,
    place: [row.venue, row.locality, row.region, row.postalCode].filter(Boolean).join(', '),
    startDate: row.start === null ? null : instantOf(row.start),
    hostName: row.hostName,
    verifiedAt: instantOf(row.verifiedAt ?? 0),
    createdAt: instantOf(row.createdAt),
  }));
}

/** Makes a verified event public and tells its host. */
export async function approveEvent(parts: HubParts, id: string, actor: string): Promise<Decision> {
  return decide(parts, id, actor, { status: 'confirmed', kind: 'event-approved', message: '' });
}

/** Turns a verified event down and tells its host why. */
export async function rejectEvent(
  parts: HubParts,
  id: string,
  actor: string,
  message: string,
): Promise<Decision> {
  return decide(parts, id, actor, { status: 'rejected', kind: 'event-rejected', message });
}

async function decide(
  parts: HubParts,
  id: string,
  actor: string,
  { status, kind, message }: { status: string; kind: 'event-approved' | 'event-rejected'; message: string },
): Promise<Decision> {
  const { storage, outbox, now } = parts;
  const host = await hostOf(parts, id);
  return storage.write(async (transaction) => {
    const event: Pick<EventRow, 'status' | 'verifiedAt'> | undefined = await transaction
      .selectFrom('events')
      .select(['status', 'verifiedAt'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!event) return 'not_found';
    // What its host hasn't confirmed by mail can't become public by a slip.
    if (event.status !== 'pending' || event.verifiedAt === null) return 'not_waiting';
    await transaction
      .updateTable('events')
      .set({
        status,
        reviewMessage: message || null,
        updatedAt: now(),
        ...(status === 'confirmed' && { approvedAt: now() }),
      })
      .where('id', '=', id)
      .execute();
    await audit(transaction, now(), actor, kind, id);
    if (host) {
      const { email, givenName, language } = host;
      await outbox.enqueue(transaction, { kind, to: email, name: givenName, language, eventId: id, message });
    }
    return 'done';
  });
}

/** Writes down who did what to which object; no personal data. */
export async function audit(
  transaction: WriteTransaction,
  at: number,
  actor: string,
  act: string,
  subject: string,
): Promise<void> {
  await transaction.insertInto('audit').values({ at, actor, act, subject }).execute();
}
