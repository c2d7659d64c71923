import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit } from './audit.ts';
import {
  addCoHosts,
  coHostNamed,
  coHostsOf,
  inviteNamed,
  mostCoHosts,
  setStatus,
  tellCoHost,
  type NamedCoHost,
} from './co-hosts.ts';
import { hostIn } from './host.ts';

type ActParts = Pick<HubParts, 'vault' | 'outbox' | 'now'>;

/** Which co-host of which event, and who says so. */
export interface CoHostAct {
  readonly eventId: string;
  readonly coHostId: string;
  readonly actor: string;
}

/** `later`: named, and told once the event is public or the day's invitations are fewer. */
export type Invited = 'done' | 'later' | 'known' | 'too_many' | 'not_found';

/** Names a co-host and mails the invitation as soon as that may be. */
export async function inviteCoHost(
  parts: ActParts,
  transaction: WriteTransaction,
  eventId: string,
  person: NamedCoHost,
  actor: string,
): Promise<Invited> {
  const host = await hostIn(transaction, parts.vault, eventId);
  if (!host) return 'not_found';
  const isThere = ({ name, email }: { name: string; email?: string | undefined }): boolean =>
    person.email === undefined || email === undefined
      ? name === person.name
      : normalEmail(email) === normalEmail(person.email);
  const present = await coHostsOf(transaction, parts.vault, eventId);
  if (present.some(isThere) || isThere({ name: '', email: host.person.email })) return 'known';
  if (present.length >= mostCoHosts) return 'too_many';
  await addCoHosts(parts, transaction, eventId, [person], host.language);
  await audit(transaction, parts.now(), actor, 'name-co-host', eventId);
  await inviteNamed(parts, transaction, eventId, actor);
  const after = await coHostsOf(transaction, parts.vault, eventId);
  return after.find(isThere)?.status === 'invited' ? 'done' : 'later';
}

export async function removeCoHost(
  { now }: ActParts,
  transaction: WriteTransaction,
  { eventId, coHostId, actor }: CoHostAct,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('coHosts')
    .where('id', '=', coHostId)
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await audit(transaction, now(), actor, 'remove-co-host', eventId);
  return true;
}

export async function renewCoHostLink(
  parts: ActParts,
  transaction: WriteTransaction,
  { eventId, coHostId, actor }: CoHostAct,
): Promise<boolean> {
  const coHost = await coHostNamed(transaction, parts.vault, coHostId);
  if (coHost?.eventId !== eventId || coHost.status !== 'accepted') return false;
  await transaction
    .updateTable('coHosts')
    .set(({ eb }) => ({ tokenVersion: eb('tokenVersion', '+', 1), updatedAt: parts.now() }))
    .where('id', '=', coHostId)
    .execute();
  await audit(transaction, parts.now(), actor, 'renew-co-host-link', eventId);
  await tellCoHost(parts, transaction, coHost, 'co-host-link');
  return true;
}

/** A co-host's own answer, which may become another one later. Answers false where nobody was invited. */
export async function answerInvitation(
  parts: ActParts,
  transaction: WriteTransaction,
  id: string,
  accepts: boolean,
): Promise<boolean> {
  const coHost = await coHostNamed(transaction, parts.vault, id);
  if (!coHost || coHost.status === 'named') return false;
  const status = accepts ? 'accepted' : 'declined';
  if (coHost.status === status) return true;
  await setStatus(parts, transaction, id, status);
  const act = accepts ? 'accept-co-hosting' : 'decline-co-hosting';
  await audit(transaction, parts.now(), `co-host:${id}`, act, coHost.eventId);
  return true;
}
