import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublic, reportTo, verifiedEvent } from '../review/review.test-helper.ts';
import { startTestHub } from '../server/test-hub.test-helper.ts';
import { huddlekit, type CommandResult } from './command-line.test-helper.ts';

void test('moderators are added, listed and removed', async () => {
  await using server = await startTestHub();
  const moderators = (...args: string[]): Promise<CommandResult> =>
    huddlekit(server.folder, 'moderators', ...args);
  assert.equal((await moderators('add', 'ana')).code, 2);
  assert.match((await moderators('add', 'Ana@example.org')).stdout, /may sign in at .*\/review\n$/);
  assert.match((await moderators('add', 'ana@example.org')).stdout, /could already sign in/);
  assert.equal((await moderators()).stdout, 'ana@example.org\n');
  const refused = await huddlekit(server.folder, 'people', 'erase', 'ana@example.org');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /huddlekit moderators remove ana@example\.org/);
  assert.equal((await moderators('remove', 'ana@example.org')).code, 0);
  assert.equal((await moderators('remove', 'ana@example.org')).code, 1);
  assert.equal((await moderators('list')).stdout, '');
});

void test('a key is shown once, and opens nothing once revoked', async () => {
  await using server = await startTestHub();
  const keys = (...args: string[]): Promise<CommandResult> => huddlekit(server.folder, 'keys', ...args);
  assert.equal((await keys('add', 'ana')).code, 2);
  assert.equal((await keys('add', '--role', 'king', 'ana')).code, 2);
  const key = (await keys('add', '--role', 'moderator', 'Ana’s script')).stdout.trim();
  const status = async (): Promise<number> =>
    (await fetch(`${server.url}/v1/review/queue`, { headers: { authorization: `Bearer ${key}` } })).status;
  assert.equal(await status(), 200);
  const { stdout } = await keys('list');
  assert.match(stdout, /moderator .* Ana’s script\n$/);
  assert.ok(!stdout.includes(key));
  const [id = ''] = stdout.split('  ');
  assert.equal((await keys('revoke', id)).code, 0);
  assert.equal(await status(), 401);
  assert.match((await keys()).stdout, /revoked\n$/);
  assert.equal((await keys('revoke', id)).code, 1);
});

void test('a moderator trusts, reads reports, takes down, blocks and takes it back', async () => {
  await using server = await startTestHub();
  const moderate = (...args: string[]): Promise<CommandResult> =>
    huddlekit(server.folder, 'moderate', ...args);
  const id = await verifiedEvent(server, { description: 'Ring at 12 Elm Street' });
  assert.match((await moderate()).stdout, /look at street-address/);
  assert.match((await moderate('show', id)).stdout, /look at street-address: in description\n/);
  assert.equal((await moderate('approve', id, '--trust')).code, 0);
  assert.match((await moderate('show', id)).stdout, /isTrustedHost: true/);

  await reportTo(server, id, { reason: 'fake', words: 'No such house', email: 'eve@example.org' });
  const reports = await moderate('reports', id, '--close');
  assert.match(reports.stdout, /fake {2}eve@example\.org {2}No such/);
  assert.equal((await moderate('reports', id)).stderr, '0 open\n');

  assert.equal((await moderate('takedown', id)).code, 2);
  assert.equal((await moderate('block', id, '--takedown')).code, 2);
  assert.equal((await moderate('takedown', id, '--message', 'A trap.')).code, 0);
  assert.equal(await isPublic(server, id), false);
  assert.match((await moderate('takedown', id, '--message', 'A trap.')).stderr, /isn’t public/);
  assert.match((await moderate('block', id)).stdout, /blocked; 0 events/);
  assert.match((await moderate('forget', id)).stdout, /neither trusted nor blocked/);
  assert.equal((await moderate('block', 'nobody')).code, 1);
});
