import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { renewalPause, verificationLife } from '../events/verification.ts';
import { homeEvent, post, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { sentMails } from '../test/people.ts';
import { registerPages } from './pages.ts';

const email = 'rosa@zimmerquist.example';
let clock = 0;

async function startHub(): Promise<TestHub> {
  clock = Date.UTC(2027, 2, 1, 12);
  return startTestHub({ now: () => clock, pages: registerPages });
}

async function submit({ hub, url }: TestHub): Promise<string> {
  const { body } = await post(`${url}/v1/events`, homeEvent(hub.now() + 7 * verificationLife));
  return String(body['id']);
}

/** The paths of the links to confirm that were mailed since the last look, each with its reader. */
async function mailedLinks(server: TestHub): Promise<{ path: string; to: string }[]> {
  return (await sentMails(server)).flatMap(({ kind, message }) => {
    const path = /https?:\/\/[^/]+(\/verify\/[\w-]+)/.exec(message.text)?.[1];
    return kind === 'host-verification' && path ? [{ path, to: message.to.address }] : [];
  });
}

async function open({ url }: TestHub, path: string, act?: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}${path}?lang=en`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    ...(act !== undefined && { method: 'POST', body: new URLSearchParams({ act }) }),
  });
  return { status: response.status, text: await response.text() };
}

function contents({ folder }: TestHub): string {
  const database = new DatabaseSync(join(folder, 'hub.sqlite'), { readOnly: true });
  const rows = ['events', 'hosts', 'outbox', 'audit', 'timeslots'].map((name) =>
    database.prepare(`select * from ${name}`).all(),
  );
  database.close();
  return JSON.stringify(rows);
}

test('a link confirms once; a second press says so and changes nothing', async () => {
  await using server = await startHub();
  const id = await submit(server);
  const [link] = await mailedLinks(server);
  const path = link?.path ?? '';
  const untouched = contents(server);
  assert.match((await open(server, path)).text, /Yes, this is my event/);
  assert.equal(contents(server), untouched, 'a look changes nothing');
  const { text: thanks } = await open(server, path, 'verify');
  assert.match(thanks, /Thank you, that’s confirmed/);
  const own = /href="(\/manage\/[\w-]+)\?lang=en"/.exec(thanks)?.[1] ?? '';
  assert.match(
    (await open(server, own)).text,
    /A person reads it next/,
    'its host gets in before anybody has read it',
  );
  assert.equal((await server.hub.events.reviewQueue())[0]?.id, id);
  const confirmed = contents(server);
  for (const act of [undefined, 'verify', 'renew']) {
    const { status, text } = await open(server, path, act);
    assert.equal(status, 200);
    assert.match(text, /This is confirmed already/);
    assert.doesNotMatch(text, /<button/);
  }
  assert.equal(contents(server), confirmed);
  assert.deepEqual(await mailedLinks(server), []);
});

test('after a day a link confirms nothing and offers a new one, to the same mailbox alone', async () => {
  await using server = await startHub();
  await submit(server);
  const [first] = await mailedLinks(server);
  const path = first?.path ?? '';
  clock += verificationLife - 1;
  assert.match((await open(server, path)).text, /Yes, this is my event/, 'to the last moment');
  clock += 1;
  const { text } = await open(server, path);
  assert.match(text, /This link is too old/);
  assert.match(text, /for 24 hours/);
  assert.ok(!text.includes(email));
  assert.match((await open(server, path, 'verify')).text, /This link is too old/);
  assert.deepEqual(await server.hub.events.reviewQueue(), []);
  assert.deepEqual(await mailedLinks(server), [], 'only the button that says so mails anything');

  assert.match((await open(server, path, 'renew')).text, /A new link is on its way/);
  const [second] = await mailedLinks(server);
  assert.equal(second?.to, email);
  assert.notEqual(second.path, path);
  assert.match((await open(server, path)).text, /This link is too old/, 'the newest alone confirms');
  assert.match((await open(server, second.path, 'verify')).text, /Thank you, that’s confirmed/);
  assert.match((await open(server, path)).text, /This is confirmed already/);
});

test('one mailbox gets a new link only once in a while, for whichever of its events', async () => {
  await using server = await startHub();
  await submit(server);
  await submit(server);
  const paths = (await mailedLinks(server)).map(({ path }) => path);
  assert.equal(paths.length, 2);
  clock += verificationLife;
  const statuses: number[] = [];
  for (const path of [...paths, ...paths]) statuses.push((await open(server, path, 'renew')).status);
  assert.deepEqual(statuses, [200, 429, 429, 429]);
  assert.equal((await mailedLinks(server)).length, 1);
  clock += renewalPause;
  assert.equal((await open(server, paths[1] ?? '', 'renew')).status, 200);
  assert.equal((await mailedLinks(server)).length, 1);
});

test('two presses at the same time are one confirmation', async () => {
  await using server = await startHub();
  await submit(server);
  const [link] = await mailedLinks(server);
  await Promise.all(Array.from({ length: 5 }, () => open(server, link?.path ?? '', 'verify')));
  const acts = await server.hub.storage.read.selectFrom('audit').select('act').execute();
  assert.equal(acts.filter(({ act }) => act === 'verify').length, 1);
});

test('a page of another site can’t press the button, and no other link opens the page', async () => {
  await using server = await startHub();
  const id = await submit(server);
  const [link] = await mailedLinks(server);
  const foreign = await fetch(server.url + (link?.path ?? ''), {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ act: 'verify' }),
  });
  assert.equal(foreign.status, 403);
  for (const token of [
    'x',
    server.hub.tokens.sign('event', id, 1),
    server.hub.tokens.sign('verify', 'A'.repeat(22), 1),
  ])
    assert.equal((await open(server, `/verify/${token}`, 'verify')).status, 404);
  assert.deepEqual(await server.hub.events.reviewQueue(), []);
});
