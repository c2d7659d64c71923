import { audit } from '../events/audit.ts';
import type { Hub } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';

type Parts = Pick<Hub, 'storage' | 'vault' | 'tokens' | 'now'>;

/** Whether a mailbox wants no mails but those about its own seats. */
export async function isUnsubscribed({ storage, vault }: Parts, email: string): Promise<boolean> {
  const row = await storage.read
    .selectFrom('unsubscribes')
    .select('since')
    .where('emailHash', '=', vault.hash('email', normalEmail(email)))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom a link to stop mails is of; undefined for every other text. It stays good when other links are renewed. */
export async function unsubscribeLink(
  { tokens, storage }: Parts,
  text: string,
): Promise<{ readonly id: string; readonly emailHash: string } | undefined> {
  const token = tokens.read(text);
  if (token?.purpose !== 'unsubscribe') return undefined;
  return storage.read
    .selectFrom('attendances')
    .select(['id', 'emailHash'])
    .where('id', '=', token.id)
    .executeTakeFirst();
}

/** Stops mails that aren't about a seat, or lets them come again. Doing it twice changes nothing. */
export async function setUnsubscribed(
  { storage, now }: Parts,
  { id, emailHash }: { readonly id: string; readonly emailHash: string },
  isStopped: boolean,
): Promise<void> {
  await storage.write(async (transaction) => {
    if (isStopped) {
      await transaction
        .insertInto('unsubscribes')
        .values({ emailHash, since: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else await transaction.deleteFrom('unsubscribes').where('emailHash', '=', emailHash).execute();
    await audit(transaction, now(), 'attendee', isStopped ? 'unsubscribe' : 'subscribe', id);
  });
}
