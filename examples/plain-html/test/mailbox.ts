import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';

/** Waits for a mail to a person in a hub's outbox folder. Tries for 10 seconds. */
export async function mailTo(dataFolder: string, address: string, subject: RegExp): Promise<ParsedMail> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const mail = (await mails(dataFolder)).find(
      (candidate) => recipients(candidate).includes(address) && subject.test(candidate.subject ?? ''),
    );
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seen = (await mails(dataFolder)).map((mail) => `${recipients(mail).join()}: ${mail.subject ?? ''}`);
  throw new Error(
    `No mail to ${address} with subject ${String(subject)}; the outbox has:\n${seen.join('\n')}`,
  );
}

/** The first link of a mail's text whose path begins with `path`. */
export function linkIn(mail: ParsedMail, path: string): string {
  const link = (mail.text ?? '')
    .match(/https?:\/\/[^\s<>)]+/g)
    ?.find((url) => new URL(url).pathname.startsWith(path));
  if (!link) throw new Error(`No link to ${path} in the mail:\n${mail.text ?? ''}`);
  return link;
}

async function mails(dataFolder: string): Promise<ParsedMail[]> {
  const folder = join(dataFolder, 'outbox');
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml'));
  return Promise.all(files.map(async (name) => simpleParser(await readFile(join(folder, name)))));
}

export function recipients({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}
