import { audit } from '../events/audit.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { isPublic } from '../events/event-row.ts';
import { tellHost } from '../events/tell-host.ts';
import type { HubParts } from '../hub.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { checkVersion } from '../storage/change-row.ts';
import { setStanding } from './standing.ts';

/** A moderator's act against something that is public. */
export interface Removal {
  readonly actor: string;
  /** Goes to the host. */
  readonly message: string;
  /** The If-Match header: the versions it may be done to. */
  readonly ifMatch?: string | undefined;
}

/**
 * Takes a public event away: cancelled, and never again to be seen by anybody but its host and who was coming, who
 * are told. Its reports are answered by that.
 * @throws ProblemError `version_mismatch` where `ifMatch` names another version
 */
export async function takeDown(
  parts: HubParts,
  transaction: WriteTransaction,
  id: string,
  { actor, message, ifMatch }: Removal,
): Promise<'done' | 'not_found' | 'not_public'> {
  const { now } = parts;
  const event = await transaction.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  if (!event) return 'not_found';
  if (!isPublic(event)) return 'not_public';
  checkVersion(ifMatch, event);
  await cancelEvent(parts, transaction, id, { actor });
  await transaction
    .updateTable('events')
    // Without its approval a cancelled event is one that never was public.
    .set({ approvedAt: null, reviewMessage: message, version: event.version + 1, updatedAt: now() })
    .where('id', '=', id)
    .execute();
  await transaction
    .updateTable('reports')
    .set({ closedAt: now() })
    .where('eventId', '=', id)
    .where('closedAt', 'is', null)
    .execute();
  await audit(transaction, now(), actor, 'take-down', id);
  await tellHost(parts, transaction, id, 'event-taken-down', message);
  return 'done';
}

/**
 * Blocks the host of an event: whatever they send from now on is taken like anybody's and shown to nobody. Answers how
 * many of their public events were taken down, or undefined where the event has no host.
 */
export async function blockHost(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  { actor, message }: { readonly actor: string; readonly message: string | undefined },
): Promise<number | undefined> {
  if (!(await setStanding(transaction, eventId, 'blocked', parts.now()))) return undefined;
  await audit(transaction, parts.now(), actor, 'block', eventId);
  if (message === undefined) return 0;
  const events = await transaction
    .selectFrom('hosts')
    .innerJoin('hosts as same', 'same.emailHash', 'hosts.emailHash')
    .innerJoin('events', 'events.id', 'same.eventId')
    .select('events.id')
    .where('hosts.eventId', '=', eventId)
    .where('events.approvedAt', 'is not', null)
    .execute();
  let takenDown = 0;
  for (const { id } of events) {
    if ((await takeDown(parts, transaction, id, { actor, message })) === 'done') takenDown++;
  }
  return takenDown;
}
