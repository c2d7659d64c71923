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

interface RunningHub {
  readonly url: string;
  readonly folder: string;
}

/** The link to a page in a mail to somebody, of a hub that keeps its mails in a folder. Tries for 10 seconds. */
async function mailedLink(folder: string, page: 'verify' | 'manage', email: string): Promise<URL> {
  const outbox = join(folder, 'outbox');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const files = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
    for (const file of files) {
      const { text = '', to } = await simpleParser(await readFile(join(outbox, file)));
      const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0];
      if (link && JSON.stringify(to).includes(email)) return new URL(link);
    }
    await delay(100);
  }
  throw new Error(`No mail to the host has a ${page} link`);
}

const emailOf = (name: string): string => `${name}.of.the.porch@example.org`;

/** Runs the hub's command line on a hub's folder and answers what it prints. */
async function huddlekit({ folder }: RunningHub, ...args: string[]): Promise<string> {
  const env = { ...process.env, HUDDLEKIT_DATA: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [sourceCondition, hubBin, ...args], { env });
  return stdout.trim();
}

/** A new key of a moderator. */
export async function moderatorKey(hub: RunningHub): Promise<string> {
  return huddlekit(hub, 'keys', 'add', '--role', 'moderator', 'tests');
}

/** A new key of an organization, which asks without proof of work. */
export async function organizationKey(hub: RunningHub): Promise<string> {
  return huddlekit(hub, 'keys', 'add', '--role', 'organization', 'Lakefront');
}

/** Puts up an event as a host of a name, follows the mailed link, and gives its id; it waits for a moderator. */
export async function verifiedEvent(hub: RunningHub, name: string): Promise<string> {
  const { commitments } = await createClient({ hub: hub.url }).campaign.get();
  const { id } = await createHostClient({ hub: hub.url }).events.create({
    kind: 'huddle',
    title: 'Songs on the porch',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: new Date(Date.now() + 7 * 86_400_000).toISOString() }],
    location: { kind: 'home', addressLines: ['2417 Quillfeather Avenue'], postalCode: '60647' },
    host: { givenName: 'Rosa', email: emailOf(name) },
    commitments: commitments.map(({ id, version }) => ({ id, version })),
  });
  const verify = await mailedLink(hub.folder, 'verify', emailOf(name));
  const headers = { origin: verify.origin, 'content-type': 'application/x-www-form-urlencoded' };
  assert.ok((await fetch(verify, { method: 'POST', headers, body: 'act=verify' })).ok);
  return id;
}

/** Puts up an event as a host, follows the mailed link, has it approved, and gives its id and its manage token. */
export async function hostedEvent(hub: RunningHub): Promise<{ id: string; token: string }> {
  const id = await verifiedEvent(hub, 'rosa');
  await huddlekit(hub, 'moderate', 'approve', id);
  const manage = await mailedLink(hub.folder, 'manage', emailOf('rosa'));
  return { id, token: manage.pathname.split('/').at(-1) ?? '' };
}
