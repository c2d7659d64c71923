import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
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

/**
 * Deletes the mails to one mailbox that were written as files because no mail server is set, those left half-written
 * too. Answers how many.
 */
export async function deleteMailFiles(dataFolder: string, email: string): Promise<number> {
  const folder = join(dataFolder, 'outbox');
  const names = (await ifThere(readdir(folder))) ?? [];
  // One that is finished meanwhile has its last name.
  const candidates = new Set(names.flatMap((name) => [name, name.replace(/\.new$/, '.eml')]));
  let deleted = 0;
  for (const name of candidates) {
    const file = join(folder, name);
    const mail = /\.(eml|new)$/.test(name) ? await ifThere(readFile(file, 'utf8')) : undefined;
    if (mail === undefined || !recipientsOf(mail).includes(comparable(email))) continue;
    await rm(file, { force: true });
    deleted += 1;
  }
  return deleted;
}

async function ifThere<Content>(reading: Promise<Content>): Promise<Content | undefined> {
  return reading.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

/** The addresses of a mail's `To` header (RFC 5322), which may run over several lines. */
function recipientsOf(mail: string): string[] {
  const [head = ''] = mail.split(/\r?\n\r?\n/, 1);
  const to = /^to:(.*)$/im.exec(head.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
  return to.split(/[<>,\s]+/).map(comparable);
}

/** An address as one of several spellings: mails quote some local parts and write a domain in ASCII (RFC 5891). */
function comparable(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0)).replace(/^"(.*)"$/, '$1');
  const domain = address.slice(at + 1);
  return normalEmail(`${local}@${domainToASCII(domain) || domain}`);
}
