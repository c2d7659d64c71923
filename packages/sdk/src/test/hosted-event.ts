import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { simpleParser } from 'mailparser';
import { hubBin, sourceCondition } from '@huddlekit/tools/lib/paths.mjs';
import { createClient } from '../create-client.ts';
import { createHostClient } from '../host.ts';

const rosa = { givenName: 'Rosa', email: 'rosa.of.the.porch@example.org' };

/** The link to a page in a mail to Rosa, of a hub that keeps its mails in a folder. Tries for 10 seconds. */
async function mailedLink(folder: string, page: 'verify' | 'manage'): Promise<URL> {
  const outbox = join(folder, 'outbox');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const files = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
    for (const file of files) {
      const { text = '', to } = await simpleParser(await readFile(join(outbox, file)));
      const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0];
      if (link && JSON.stringify(to).includes(rosa.email)) return new URL(link);
    }
    await delay(100);
  }
  throw new Error(`No mail to the host has a ${page} link`);
}

/** Puts up an event as a host, follows the mailed link, has it approved, and gives its id and its manage token. */
export async function hostedEvent(hub: {
  readonly url: string;
  readonly folder: string;
}): Promise<{ id: string; token: string }> {
  const { commitments } = await createClient({ hub: hub.url }).campaign.get();
  const { id } = await createHostClient({ hub: hub.url }).events.create({
    kind: 'huddle',
    title: 'Songs on the porch',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: new Date(Date.now() + 7 * 86_400_000).toISOString() }],
    location: { kind: 'home', addressLines: ['2417 Quillfeather Avenue'], postalCode: '60647' },
    host: rosa,
    commitments: commitments.map(({ id, version }) => ({ id, version })),
  });
  const verify = await mailedLink(hub.folder, 'verify');
  const headers = { origin: verify.origin, 'content-type': 'application/x-www-form-urlencoded' };
  assert.ok((await fetch(verify, { method: 'POST', headers, body: 'act=verify' })).ok);
  const env = { ...process.env, HUDDLEKIT_DATA: hub.folder };
  await promisify(execFile)(process.execPath, [sourceCondition, hubBin, 'moderate', 'approve', id], { env });
  const manage = await mailedLink(hub.folder, 'manage');
  return { id, token: manage.pathname.split('/').at(-1) ?? '' };
}
