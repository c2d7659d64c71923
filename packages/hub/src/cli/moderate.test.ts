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
