import type { HubParts } from '../hub.ts';
import { isBlocked } from '../review/standing.ts';
import { checkVersion } from '../storage/change-row.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit } from './audit.ts';
import { dropPendingChange } from './pending-change.ts';
import { tellComing } from './tell-coming.ts';

/** Who cancels, and the version of the event that they saw. */
export interface CancelTerms {
  readonly actor: string;
  /** The host's own words to everybody who was coming. */
  readonly note?: string | undefined;
  readonly ifMatch?: string | undefined;
}

/**
 * Cancels an event and tells everybody who is coming. Answers false when there is no such event.
 * @throws ProblemError `version_mismatch` where `ifMatch` names another version
 */
export async function cancelEvent(
  parts: HubParts,
  transaction: WriteTransaction,
  id: string,
  { actor, ifMatch, note = '' }: CancelTerms,
): Promise<boolean> {
  const { now } = parts;
  const event = await transaction
    .selectFrom('events')
    .select(['status', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!event) return false;
  if (event.status === 'cancelled') return true;
  checkVersion(ifMatch, event);
  await transaction
    .updateTable('events')
    .set({ status: 'cancelled', version: event.version + 1, updatedAt: now() })
    .where('id', '=', id)
    .execute();
  await dropPendingChange(transaction, id);
  await audit(transaction, now(), actor, 'cancel-event', id);
  // Nobody reads what a blocked person writes, but that the event is off must be known.
  const message = (await isBlocked(transaction, id)) ? '' : note;
  await tellComing(parts, transaction, 'event-cancelled', id, { message });
  return true;
}

/** Who cancelled an event last. */
export async function cancelledBy(transaction: WriteTransaction, id: string): Promise<string | undefined> {
  const last = await transaction
    .selectFrom('audit')
    .select('actor')
    .where('subject', '=', id)
    .where('act', '=', 'cancel-event')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.actor;
}
