import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';

/** How long it is kept when a mail went out and to which hash, and how long one may wait; milliseconds. */
export const mailLife = 30 * 24 * 3_600_000;

/** Erases traces of mails that went out long ago, and mails that no server took in that time. */
export async function forgetMails({ storage, now }: Pick<HubParts, 'storage' | 'now'>): Promise<void> {
  const before = now() - mailLife;
  await storage.write(async (transaction) => {
    await transaction.deleteFrom('outbox').where('sentAt', '<', before).execute();
    await transaction
      .deleteFrom('outbox')
      .where('sentAt', 'is', null)
      .where('createdAt', '<', before)
      .execute();
  });
}

/** Deletes the mails to one mailbox that were written as files because no mail server is set. Answers how many. */
export async function deleteMailFiles(dataFolder: string, email: string): Promise<number> {
  const folder = join(dataFolder, 'outbox');
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  let deleted = 0;
  for (const name of names.filter((one) => one.endsWith('.eml'))) {
    const file = join(folder, name);
    if (!recipientsOf(await readFile(file, 'utf8')).includes(normalEmail(email))) continue;
    await rm(file, { force: true });
    deleted += 1;
  }
  return deleted;
}

/** The addresses of a mail's `To` header (RFC 5322), which may run over several lines. */
function recipientsOf(mail: string): string[] {
  const [head = ''] = mail.split(/\r?\n\r?\n/, 1);
  const to = /^to:(.*)$/im.exec(head.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
  return to.split(/[<>,\s]+/).map(normalEmail);
}
