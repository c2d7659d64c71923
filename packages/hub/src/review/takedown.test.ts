import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeTo, hostOf, mailsOf } from '../events/hosted.test-helper.ts';
import { deliveredMails } from '../mail/mail.test-helper.ts';
import { registerPages } from '../pages/pages.ts';
import { addEvent, publishEvent, startTestHub } from '../server/test-hub.test-helper.ts';
import { actsOf, hostNamed, isPublic, reportTo } from './review.test-helper.ts';

void test('what is taken down is gone from everywhere at once, and everybody is told', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ pages: registerPages, now: () => clock });
  const { hub, url } = server;
  const id = await publishEvent(server);
  assert.equal(await comeTo(server, id, 'guest'), 'confirmed');
  await reportTo(server, id);
  await mailsOf(server);
  const shown = async (): Promise<boolean[]> => {
    const texts = await Promise.all(
      [
        '/v1/events',
        `/v1/events/${id}`,
        `/v1/events/${id}/calendar.ics`,
        '/',
        `/e/${id}`,
        `/e/${id}/report`,
      ].map(async (path) => (await fetch(url + path)).text()),
    );
    return texts.map((text) => text.includes('Kitchen-table'));
  };
  assert.deepEqual(new Set(await shown()), new Set([true]));
  assert.equal((await hub.index.counts({})).includes('"total":1'), true);

  clock += 2000;
  const removal = { actor: 'moderator', message: 'The neighbors didn’t agree.' };
  assert.equal(await hub.review.takeDown(id, removal), 'done');
  assert.deepEqual(new Set(await shown()), new Set([false]));
  assert.equal((await hub.index.counts({})).includes('"total":0'), true);
  assert.deepEqual(await mailsOf(server), [
    'event-cancelled guest@example.org',
    'event-taken-down rosa@zimmerquist.example',
  ]);
  assert.equal((await hub.review.queue()).waiting, 0, 'its reports are answered');
  assert.equal(await hub.review.takeDown(id, removal), 'not_public');
  assert.equal(await hub.review.takeDown('nobody', removal), 'not_found');
  assert.ok((await actsOf(server)).includes('moderator take-down'));

  const host = hostOf(server, id);
  assert.equal((await host.change({ title: 'Again' })).body.code, 'event_cancelled');
  await hub.events.cancel(id, 'host');
  assert.equal(await isPublic(server, id), false, 'its host can’t bring it back by cancelling');
});

void test('the host reads the moderator’s words, and guests that it won’t take place', async () => {
  await using server = await startTestHub();
  const id = await publishEvent(server, { language: 'es' });
  await comeTo(server, id, 'guest');
  await server.hub.review.takeDown(id, { actor: 'moderator', message: 'Es una <b>trampa</b>.' });
  const mails = await deliveredMails(server);
  const host = mails.find(({ subject }) => subject?.startsWith('Retirado'));
  assert.match(host?.text ?? '', /Es una <b>trampa<\/b>\./);
  assert.doesNotMatch(String(host?.html), /<b>trampa/);
  const guest = mails.find(({ subject }) => subject?.startsWith('Cancelled'));
  assert.match(guest?.text ?? '', /won’t take place/);
  assert.doesNotMatch(guest?.text ?? '', /trampa|Quillfeather/);
});

void test('a taken-down import comes back only when the operator says so', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const { id } = await addEvent(hub, 'x');
  assert.equal(await hub.review.takeDown(id, { actor: 'moderator', message: 'No.' }), 'done');
  await addEvent(hub, 'x', { title: 'Another title' }).catch(() => undefined);
  assert.equal(await isPublic(server, id), false);
  assert.equal(await hub.review.block(id, 'moderator'), undefined, 'it has no host here');
});

void test('a block takes down all that is public of the person, and of nobody else', async () => {
  await using server = await startTestHub();
  const one = await publishEvent(server, hostNamed('mallory'));
  const two = await publishEvent(server, hostNamed('MALLORY'));
  const other = await publishEvent(server, hostNamed('ana'));
  assert.equal(await server.hub.review.block(one, 'moderator', 'This was a trap.'), 2);
  assert.deepEqual(
    [await isPublic(server, one), await isPublic(server, two), await isPublic(server, other)],
    [false, false, true],
  );
});
