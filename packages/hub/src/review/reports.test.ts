import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newKey, post, publishEvent, startTestHub } from '../server/test-hub.test-helper.ts';
import { actsOf, reportTo, verifiedEvent } from './review.test-helper.ts';

void test('a report calls a moderator, is sealed, and is closed when it was read', async () => {
  await using server = await startTestHub();
  const { hub, folder } = server;
  const id = await publishEvent(server);
  const told = { reason: 'unsafe', words: 'The wolfberry gate is locked.', email: 'witness@example.org' };
  const { status, body } = await reportTo(server, id, told);
  assert.deepEqual([status, body], [202, { status: 'received' }]);
  const database = ['hub.sqlite', 'hub.sqlite-wal']
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  assert.doesNotMatch(database, /wolfberry|witness@/);

  const { data } = await hub.review.queue();
  assert.deepEqual(
    data.map((item) => [item.id, item.status, item.openReports, item.flags.map(({ kind }) => kind)]),
    [[id, 'confirmed', 1, ['reported']]],
  );
  assert.doesNotMatch(JSON.stringify(data), /wolfberry|witness@/, 'the queue tells only that there are some');
  const [first] = await hub.review.reports(id, 'key:x');
  assert.deepEqual([first?.reason, first?.words, first?.email], ['unsafe', told.words, told.email]);

  await reportTo(server, id);
  await hub.review.closeReports(id, [first?.id ?? ''], 'moderator');
  assert.equal((await hub.review.item(id))?.openReports, 1, 'what came since stays open');
  const [second] = await hub.review.reports(id, 'moderator');
  await hub.review.closeReports(id, [second?.id ?? ''], 'moderator');
  assert.equal((await hub.review.queue()).waiting, 0);
  const acts = await actsOf(server);
  assert.deepEqual(
    acts.filter((act) => act.includes('report')),
    [
      'visitor report',
      'key read-reports',
      'visitor report',
      'moderator close-reports',
      'moderator read-reports',
      'moderator close-reports',
    ],
  );
});

void test('only what is public can be reported, and what doesn’t fit is named', async () => {
  await using server = await startTestHub();
  const pending = await verifiedEvent(server);
  assert.equal((await reportTo(server, pending)).body.code, 'not_found');
  assert.equal((await reportTo(server, 'AAAAAAAAAAAAAAAAAAAAAA')).body.code, 'not_found');
  const id = await publishEvent(server);
  const { status, body } = await reportTo(server, id, { reason: 'ugly', words: 7, email: 'nobody' });
  assert.equal(status, 422);
  assert.deepEqual(body.errors?.map(({ pointer }) => pointer).sort(), ['/email', '/reason', '/words']);
});

void test('a report sent twice is one, and no more than a hundred are kept open', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const id = await publishEvent(server);
  const headers = { 'idempotency-key': newKey() };
  for (let times = 0; times < 2; times++)
    await post(`${url}/v1/events/${id}/reports`, { reason: 'spam' }, headers);
  assert.equal((await hub.review.item(id))?.openReports, 1);
  for (let times = 0; times < 105; times++) await hub.review.report(id, { reason: 'spam' }, '');
  assert.equal((await hub.review.item(id))?.openReports, 100);
});
