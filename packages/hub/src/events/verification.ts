import type { HubParts } from '../hub.ts';
import type { Token } from '../privacy/tokens.ts';
import { audit } from './audit.ts';
import { tellHost } from './tell-host.ts';

/** How long a mailed link confirms an event, in milliseconds. */
export const verificationLife = 24 * 3_600_000;
/** One mailbox gets at most one new link in this time, in milliseconds, for whichever of its events. */
export const renewalPause = 15 * 60_000;
/** Links of one event; the version of a link is a byte. */
const mostMails = 250;

/** What a mailed link can still do. */
export type Verification = 'open' | 'confirmed' | 'expired';

/** The state of a genuine link; undefined where its event is gone. Changes nothing. */
export async function verificationOf(
  { storage, now }: HubParts,
  { id, version }: Token,
): Promise<Verification | undefined> {
  const row = await storage.read
    .selectFrom('hosts')
    .innerJoin('events', 'events.id', 'hosts.eventId')
    .select([
      'events.verifiedAt',
      'hosts.verificationVersion',
      'hosts.verificationSentAt',
      'events.createdAt',
    ])
    .where('hosts.eventId', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.verifiedAt !== null) return 'confirmed';
  const sentAt = row.verificationSentAt ?? row.createdAt;
  return version === row.verificationVersion && now() < sentAt + verificationLife ? 'open' : 'expired';
}

/** Mails a new link to the mailbox that the form named, unless one is on its way or enough were sent. */
export async function renewVerification(parts: HubParts, id: string): Promise<'sent' | 'wait'> {
  const { storage, tokens, now } = parts;
  return storage.write(async (transaction) => {
    const mailbox = await transaction
      .selectFrom('hosts')
      .innerJoin('hosts as same', 'same.emailHash', 'hosts.emailHash')
      .select(({ fn }) => ['hosts.verificationVersion', fn.max('same.verificationSentAt').as('sentAt')])
      .where('hosts.eventId', '=', id)
      .groupBy('hosts.eventId')
      .executeTakeFirst();
    if (!mailbox || mailbox.verificationVersion >= mostMails) return 'wait';
    if (now() < (mailbox.sentAt ?? 0) + renewalPause) return 'wait';
    const version = mailbox.verificationVersion + 1;
    await transaction
      .updateTable('hosts')
      .set({ verificationVersion: version, verificationSentAt: now() })
      .where('eventId', '=', id)
      .execute();
    await audit(transaction, now(), 'host', 'renew-verification', id);
    await tellHost(parts, transaction, id, 'host-verification', tokens.sign('verify', id, version));
    return 'sent';
  });
}
