import { z, type CoHostInput } from '@huddlekit/contract';
import type { HubParts } from '../hub.ts';
import { normalEmail, type Vault } from '../privacy/vault.ts';
import { isBlocked } from '../review/standing.ts';
import type { CoHostRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit, recentActs } from './audit.ts';
import { isPublic } from './event-row.ts';
import { newId } from './event-write.ts';
import { hostIn } from './host.ts';

const Person = z.object({ name: z.string(), email: z.optional(z.string()) });

/** Somebody who hosts along, opened. */
export interface CoHost extends Pick<CoHostRow, 'id' | 'eventId' | 'status' | 'language' | 'tokenVersion'> {
  readonly name: string;
  readonly email: string | undefined;
}

export type NamedCoHost = z.output<typeof CoHostInput>;

/** The most co-hosts of one event, and the most invitations that it mails in a day. */
export const mostCoHosts = 20;
const day = 86_400_000;

type Reader = Pick<WriteTransaction, 'selectFrom'>;
type CoHostParts = Pick<HubParts, 'vault' | 'outbox' | 'now'>;

/** The co-hosts of an event in the order they were named. */
export async function coHostsOf(from: Reader, vault: Vault, eventId: string): Promise<CoHost[]> {
  const rows = await from
    .selectFrom('coHosts')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy('position')
    .execute();
  return rows.map((row) => opened(vault, row));
}

export async function coHostNamed(from: Reader, vault: Vault, id: string): Promise<CoHost | undefined> {
  const row = await from.selectFrom('coHosts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && opened(vault, row);
}

/** Adds people who may host along; nobody is told yet. Who is there with the same e-mail isn't added twice. */
export async function addCoHosts(
  { vault, now }: Pick<CoHostParts, 'vault' | 'now'>,
  transaction: WriteTransaction,
  eventId: string,
  people: readonly NamedCoHost[],
  language: string,
): Promise<void> {
  for (const { name, email } of people) {
    const id = newId();
    await transaction
      .insertInto('coHosts')
      .values({
        id,
        eventId,
        emailHash: email === undefined ? null : vault.hash('email', normalEmail(email)),
        sealed: vault.seal({ name, email }, contextOf(id)),
        status: 'named',
        language,
        createdAt: now(),
        updatedAt: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Mails an invitation to each co-host who waits for one. Only a public event invites, as its words were read, or need
 * no reading; a blocked person's invites nobody.
 */
export async function inviteNamed(
  parts: CoHostParts,
  transaction: WriteTransaction,
  eventId: string,
  actor: string,
): Promise<void> {
  const { vault, now } = parts;
  const event = await transaction
    .selectFrom('events')
    .select(['status', 'approvedAt'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  if (!isPublic(event) || event.status !== 'confirmed' || (await isBlocked(transaction, eventId))) return;
  const waiting = (await coHostsOf(transaction, vault, eventId)).filter(({ status }) => status === 'named');
  const sent = await recentActs(transaction, eventId, 'invite-co-host', now() - day);
  for (const coHost of waiting.filter(({ email }) => email).slice(0, Math.max(0, mostCoHosts - sent))) {
    await setStatus(parts, transaction, coHost.id, 'invited');
    await audit(transaction, now(), actor, 'invite-co-host', eventId);
    await tellCoHost(parts, transaction, coHost, 'co-host-invitation');
  }
}

/** Makes the co-hosts those that are named. Who stays keeps answer and link; an e-mail left out stays with its name. */
export async function setCoHosts(
  parts: CoHostParts,
  transaction: WriteTransaction,
  eventId: string,
  wanted: readonly NamedCoHost[],
  actor: string,
): Promise<void> {
  const { vault } = parts;
  const present = await coHostsOf(transaction, vault, eventId);
  const kept = (coHost: CoHost): boolean => wanted.some((named) => isSame(coHost, named));
  const gone = present.filter((coHost) => !kept(coHost)).map(({ id }) => id);
  if (gone.length > 0) await transaction.deleteFrom('coHosts').where('id', 'in', gone).execute();
  const added = wanted.filter((named) => !present.some((coHost) => isSame(coHost, named)));
  const host = await hostIn(transaction, vault, eventId);
  await addCoHosts(parts, transaction, eventId, added, host?.language ?? 'en');
  await inviteNamed(parts, transaction, eventId, actor);
}

function isSame(coHost: CoHost, { name, email }: NamedCoHost): boolean {
  if (coHost.name !== name) return false;
  return (
    email === undefined || (coHost.email !== undefined && normalEmail(coHost.email) === normalEmail(email))
  );
}

export async function setStatus(
  { now }: Pick<CoHostParts, 'now'>,
  transaction: WriteTransaction,
  id: string,
  status: CoHostRow['status'],
): Promise<void> {
  await transaction.updateTable('coHosts').set({ status, updatedAt: now() }).where('id', '=', id).execute();
}

/** Puts a mail to a co-host on its way; it holds the link that is theirs when it is sent. */
export async function tellCoHost(
  { outbox }: Pick<CoHostParts, 'outbox'>,
  transaction: WriteTransaction,
  { id, eventId, name, email, language }: CoHost,
  kind: 'co-host-invitation' | 'co-host-link',
): Promise<void> {
  if (email === undefined) return;
  await outbox.enqueue(transaction, { kind, to: email, name, language, eventId, coHostId: id });
}

function opened(vault: Vault, row: CoHostRow): CoHost {
  const { id, eventId, status, language, tokenVersion } = row;
  const { name, email } = Person.parse(vault.open(row.sealed, contextOf(id)));
  return { id, eventId, status, language, tokenVersion, name, email };
}

function contextOf(id: string): string {
  return `co-host:${id}`;
}
