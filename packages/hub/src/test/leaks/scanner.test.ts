import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { mailKinds } from '../../mail/outbox.ts';
import { registerPages } from '../../pages/pages.ts';
import { startTestHub, type TestHub } from '../../server/test-hub.test-helper.ts';
import type { SentMail } from '../people.ts';
import { everyMail } from './every-mail.ts';

let server: TestHub;
let mails: SentMail[];
before(async () => {
  server = await startTestHub({ pages: registerPages });
  mails = await everyMail(server);
});
after(() => server[Symbol.asyncDispose]());

/** The links of a mail that lead to the hub, as its reader's program finds them. */
function linksIn({ message }: SentMail): string[] {
  const { baseUrl } = server.hub.settings;
  const found = [message.html, message.text].flatMap(
    (text) =>
      text
        .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
        .match(/https?:\/\/[^\s"<>]+/g) ?? [],
  );
  return [...new Set(found)]
    .filter((link) => link.startsWith(baseUrl))
    .map((link) => server.url + link.slice(baseUrl.length));
}

/** Every row of every table, but that the audit wrote down who read an address. */
function contents(): string {
  const database = new DatabaseSync(join(server.folder, 'hub.sqlite'), { readOnly: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all() as {
    name: string;
  }[];
  const rows = tables
    .filter(({ name }) => name !== 'sqlite_sequence')
    .map(({ name }) => {
      const isAudit = name === 'audit';
      return [
        name,
        database.prepare(`select * from "${name}" ${isAudit ? "where act <> 'read-address'" : ''}`).all(),
      ];
    });
  database.close();
  return JSON.stringify(rows);
}

/** Opens each link by each method. Only the page of an event that was taken down may be gone. */
async function scan(links: readonly string[], methods: readonly string[]): Promise<number> {
  let opened = 0;
  for (const link of links) {
    for (const method of methods) {
      const response = await fetch(link, { method, headers: { 'user-agent': 'LinkScanner/1.0' } });
      await response.arrayBuffer();
      const isGone = link.startsWith(`${server.url}/e/`) && response.status === 404;
      assert.ok(
        isGone || response.status < 400,
        `${method} ${new URL(link).pathname} answered ${String(response.status)}`,
      );
      opened++;
    }
  }
  return opened;
}

test('a scanner that opens each link of each mail twice changes nothing', async () => {
  const kinds = new Set(mails.map(({ kind }) => kind));
  const missing = mailKinds.filter((kind) => !kinds.has(kind));
  assert.deepEqual(missing, [], 'add to everyMail what makes the hub send these');
  const links = mails.flatMap(linksIn);
  assert.ok(
    mails.every((mail) => linksIn(mail).length > 0),
    'each mail has a link',
  );
  const before = contents();
  assert.equal(await scan(links, ['HEAD', 'GET', 'HEAD', 'GET']), links.length * 4);
  assert.equal(contents(), before);
});

test('the look at the database sees a change', async () => {
  const before = contents();
  await server.hub.storage.write((transaction) =>
    transaction
      .insertInto('audit')
      .values({ at: 1, actor: 'scanner', act: 'verify', subject: 'x' })
      .execute(),
  );
  assert.notEqual(contents(), before, 'so the test above has teeth');
});

test('the person’s own click still works after the scan', async () => {
  const { events, storage } = server.hub;
  const press = async (link: string, act: string): Promise<void> => {
    const response = await fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: `act=${act}`,
    });
    assert.equal(response.status, 200);
  };
  const linkOf = (mail: SentMail | undefined, page: string): string =>
    (mail && linksIn(mail).find((link) => link.includes(page))) ?? '';

  const unverified = await storage.read
    .selectFrom('events')
    .select('id')
    .where('verifiedAt', 'is', null)
    .execute();
  assert.equal(unverified.length, 1);
  await press(
    linkOf(
      mails.findLast(({ kind }) => kind === 'host-verification'),
      '/verify/',
    ),
    'verify',
  );
  assert.ok((await events.reviewQueue()).some(({ id }) => id === unverified[0]?.id));

  await press(
    linkOf(
      mails.find(({ kind }) => kind === 'attendance-promoted'),
      '/manage/',
    ),
    'cancel',
  );
  const promoted = await storage.read
    .selectFrom('attendances')
    .select('status')
    .where('status', '=', 'confirmed')
    .execute();
  assert.equal(promoted.length, 2, 'only guests of events that were cancelled');

  const approved = mails.find(({ kind }) => kind === 'event-approved');
  await press(`${linkOf(approved, '/manage/')}/cancel`, 'cancel');
  const going = await storage.read
    .selectFrom('events')
    .select('id')
    .where('status', '=', 'confirmed')
    .execute();
  assert.deepEqual(going, []);
});
