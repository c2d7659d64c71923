import type { HubParts } from '../hub.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { EventRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit } from './audit.ts';
import { inviteNamed } from './co-hosts.ts';
import { applyPendingChange } from './event-change.ts';
import { dropPendingChange, pendingChangeOf, type ReviewedChange } from './pending-change.ts';
import { isBlocked, needsReview, setStanding, type ReviewParts } from '../review/standing.ts';
import { tellHost } from './tell-host.ts';

/**
 * What became of a moderator's word. `changed_meanwhile`: its host has changed it since it was read; `out_of_date`:
 * what its host wants can't be any more, as its time has come or somebody is in a time that would go.
 */
export type Decision = 'done' | 'not_found' | 'not_waiting' | 'changed_meanwhile' | 'out_of_date';

interface Verdict {
  readonly isApproved: boolean;
  readonly message: string;
  /** The version that was read; whichever there is where left out. */
  readonly version: number | undefined;
  /** From now on the host's events need no review, where the campaign says so. */
  readonly trustHost: boolean;
}

/**
 * The host followed the mailed link; where the campaign wants no review of this host, the event is public now.
 * Answers false where there is no such event.
 */
export async function verifyHost(parts: ReviewParts, id: string): Promise<boolean> {
  const { storage, now } = parts;
  return storage.write(async (transaction) => {
    const event = await transaction.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
    if (event?.verifiedAt === null) {
      const version = event.version + 1;
      await transaction
        .updateTable('events')
        .set({ verifiedAt: now(), version })
        .where('id', '=', id)
        .execute();
      await audit(transaction, now(), 'host', 'verify', id);
      if (event.status === 'pending' && !(await needsReview(parts, transaction, id))) {
        await decideNew(parts, transaction, { ...event, version }, { isApproved: true, message: '' });
        await audit(transaction, now(), 'campaign', 'event-approved', id);
        await tellHost(parts, transaction, id, 'event-approved');
      }
    }
    return event !== undefined;
  });
}

/** Makes a verified event, or the change of a public one, true and tells its host. */
export async function approveEvent(
  parts: HubParts,
  id: string,
  actor: string,
  version?: number,
  trustHost = false,
): Promise<Decision> {
  return decide(parts, id, actor, { isApproved: true, message: '', version, trustHost });
}

/** Turns a verified event, or the change of a public one, down and tells its host why. */
export async function rejectEvent(
  parts: HubParts,
  id: string,
  actor: string,
  message: string,
  version?: number,
): Promise<Decision> {
  return decide(parts, id, actor, { isApproved: false, message, version, trustHost: false });
}

async function decide(parts: HubParts, id: string, actor: string, verdict: Verdict): Promise<Decision> {
  try {
    return await parts.storage.write((transaction) => decideIn(parts, transaction, id, actor, verdict));
  } catch (error) {
    if (error instanceof ProblemError) return 'out_of_date';
    throw error;
  }
}

async function decideIn(
  parts: HubParts,
  transaction: WriteTransaction,
  id: string,
  actor: string,
  verdict: Verdict,
): Promise<Decision> {
  const { vault, now } = parts;
  const event = await transaction.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  if (!event) return 'not_found';
  // What its host hasn't confirmed by mail can't become public by a slip.
  const isNew = event.status === 'pending' && event.verifiedAt !== null;
  const change = isNew ? undefined : (await pendingChangeOf(transaction, vault, id))?.change;
  if (!isNew && !change) return 'not_waiting';
  // Nobody is shown what a blocked person sends, so nobody can have read it.
  if (await isBlocked(transaction, id)) return 'not_waiting';
  if (verdict.version !== undefined && verdict.version !== event.version) return 'changed_meanwhile';
  if (change) await decideChange(parts, transaction, event, change, verdict);
  else await decideNew(parts, transaction, event, verdict);
  const { isApproved, message } = verdict;
  const kind = `${change ? 'change' : 'event'}-${isApproved ? 'approved' : 'rejected'}` as const;
  await audit(transaction, now(), actor, kind, id);
  if (verdict.trustHost) {
    await setStanding(transaction, id, 'trusted', now());
    await audit(transaction, now(), actor, 'trust-host', id);
  }
  await tellHost(parts, transaction, id, kind, message);
  return 'done';
}

async function decideNew(
  parts: HubParts,
  transaction: WriteTransaction,
  { id, version }: EventRow,
  { isApproved, message }: Pick<Verdict, 'isApproved' | 'message'>,
): Promise<void> {
  const { now } = parts;
  await transaction
    .updateTable('events')
    .set({
      status: isApproved ? 'confirmed' : 'rejected',
      reviewMessage: message || null,
      version: version + 1,
      updatedAt: now(),
      ...(isApproved && { approvedAt: now() }),
    })
    .where('id', '=', id)
    .execute();
  if (isApproved) await inviteNamed(parts, transaction, id, 'host');
}

async function decideChange(
  parts: HubParts,
  transaction: WriteTransaction,
  event: EventRow,
  change: ReviewedChange,
  { isApproved }: Verdict,
): Promise<void> {
  await dropPendingChange(transaction, event.id);
  if (isApproved) return applyPendingChange(parts, transaction, event, change);
  await transaction
    .updateTable('events')
    .set({ version: event.version + 1, updatedAt: parts.now() })
    .where('id', '=', event.id)
    .execute();
}
