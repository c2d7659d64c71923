import type { HubParts } from '../hub.ts';
import type { MailJob } from '../mail/outbox.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { hostIn } from './host.ts';

/** Puts a mail to an event's host on its way; one that came from elsewhere has none. */
export async function tellHost(
  { vault, outbox }: Pick<HubParts, 'vault' | 'outbox'>,
  transaction: WriteTransaction,
  eventId: string,
  kind: MailJob['kind'],
  message = '',
): Promise<void> {
  const host = await hostIn(transaction, vault, eventId);
  if (!host) return;
  const { email: to, givenName: name } = host.person;
  await outbox.enqueue(transaction, { kind, to, name, language: host.language, eventId, message });
}
