import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { TestHub } from '../server/test-hub.test-helper.ts';
import { startDelivery } from './delivery.ts';

/** Delivers what waits in the outbox and reads the files back with another library, in the order they were written. */
export async function deliveredMails({
  hub,
  folder,
}: Pick<TestHub, 'hub' | 'folder'>): Promise<ParsedMail[]> {
  const delivery = startDelivery(hub, (error) => {
    throw error;
  });
  while (await isWaiting(hub)) await new Promise((resolve) => setTimeout(resolve, 20));
  await delivery.stop();
  const outbox = join(folder, 'outbox');
  const files = (await readdir(outbox).catch(() => [])).sort();
  return Promise.all(files.map(async (file) => simpleParser(await readFile(join(outbox, file)))));
}

async function isWaiting({ storage }: TestHub['hub']): Promise<boolean> {
  const row = await storage.read
    .selectFrom('outbox')
    .select('id')
    .where('sentAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The link of a mail that leads to a page of the hub. */
export function linkIn(mail: ParsedMail | undefined, page: 'manage' | 'verify'): string {
  const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(mail?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`The mail has no ${page} link`);
  return link;
}
