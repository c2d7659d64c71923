import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventReceipt } from '@huddlekit/contract';
import { homeEvent, post, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { huddlekit, type CommandResult } from './command-line.test-helper.ts';

async function submitAndVerify({ hub, url }: TestHub, changes: object = {}): Promise<string> {
  const answer = await post(`${url}/v1/events`, { ...homeEvent(hub.now()), ...changes });
  const { id } = EventReceipt.parse(answer.body);
  assert.equal(await hub.events.verify(id), true);
  return id;
}

void test('a moderator lists, reads and decides beside the running hub', async () => {
  await using server = await startTestHub();
  const moderate = (...args: string[]): Promise<CommandResult> =>
    huddlekit(server.folder, 'moderate', ...args);
  const status = async (id: string): Promise<number> => (await fetch(`${server.url}/v1/events/${id}`)).status;

  assert.deepEqual(await moderate(), { code: 0, stdout: '', stderr: '0 waiting\n' });
  const good = await submitAndVerify(server);
  const bad = await submitAndVerify(server, { title: 'Buy \u200bmy things' });

  const { stdout, stderr } = await moderate('list');
  assert.equal(stderr, '2 waiting\n');
  assert.match(stdout, new RegExp(`${good}.*Kitchen-table huddle`));

  const shown = await moderate('show', good);
  assert.match(shown.stdout, /title: Kitchen-table huddle/);
  assert.doesNotMatch(stdout + shown.stdout, /Quillfeather|rosa@/, 'no address, no e-mail in a terminal');

  assert.equal(await status(good), 404);
  const approved = await moderate('approve', good);
  assert.deepEqual([approved.code, approved.stderr], [0, '']);
  assert.equal(await status(good), 200);

  assert.equal((await moderate('reject', bad, '--message', 'This is an advertisement.')).code, 0);
  assert.equal(await status(bad), 404);
  const again = await moderate('approve', good);
  assert.deepEqual([again.code, again.stdout], [1, '']);
  assert.match(again.stderr, /doesn’t wait for a review/);
  assert.match((await moderate('approve', 'nobody')).stderr, /isn’t an event of this hub/);
});

void test('changes of a public event are listed, read old and new, and decided as they were read', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const moderate = (...args: string[]): Promise<CommandResult> =>
    huddlekit(server.folder, 'moderate', ...args);
  const id = await submitAndVerify(server);
  assert.equal((await moderate('approve', id)).code, 0);
  const title = async (): Promise<string | undefined> => (await hub.events.get(id))?.title;
  const change = async (changes: Parameters<typeof hub.events.change>[1]): Promise<void> =>
    hub.events.change(id, changes, { ifMatch: '*', key: '' });

  const { location } = homeEvent(hub.now());
  await change({
    title: 'Porch\u200b huddle',
    location: { ...location, country: 'US', addressLines: ['77 Marrowfield Lane'], postalCode: '60622' },
  });
  const { stdout, stderr } = await moderate('list');
  assert.equal(stderr, '1 waiting\n');
  assert.match(stdout, new RegExp(`^${id}.*Kitchen-table huddle.*changes title, place$`, 'm'));
  const shown = (await moderate('show', id)).stdout;
  assert.match(shown, /changed title\n {2}from: Kitchen-table huddle\n {2}to: {3}Porch\u200b huddle\n/);
  assert.match(
    shown,
    /changed place\n {2}from: home, Chicago, IL 60647\n {2}to: {3}home, Chicago, IL 60622\n/,
  );
  assert.doesNotMatch(stdout + shown, /Marrowfield|Quillfeather/, 'no address in a terminal');
  const version = /^version: (\d+)$/m.exec(shown)?.[1] ?? '';

  await change({ title: 'Buy my things' });
  const stale = await moderate('approve', id, '--version', version);
  assert.deepEqual([stale.code, stale.stdout], [1, '']);
  assert.match(stale.stderr, /changed by its host since that version; read it again/);
  assert.equal(await title(), 'Kitchen-table huddle');
  assert.equal((await moderate('approve', id, '--version', 'x')).code, 2);

  assert.equal((await moderate('reject', id, '--message', 'This is an advertisement.')).code, 0);
  assert.equal(await title(), 'Kitchen-table huddle');
  await change({ title: 'Porch huddle' });
  assert.equal((await moderate('approve', id)).code, 0);
  assert.equal(await title(), 'Porch huddle');
  assert.equal((await moderate('list')).stderr, '0 waiting\n');
});
