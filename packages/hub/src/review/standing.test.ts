import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventReceipt } from '@huddlekit/contract';
import { writeCampaign } from '../campaign/campaign.ts';
import { hostOf, mailsOf } from '../events/hosted.test-helper.ts';
import { homeEvent, post, startTestHub } from '../server/test-hub.test-helper.ts';
import { campaignWith, hostNamed, isPublic, verifiedEvent } from './review.test-helper.ts';

void test('by hand every event waits, of trusted hosts too', async () => {
  await using server = await startTestHub();
  const first = await verifiedEvent(server);
  assert.equal(await server.hub.events.approve(first, 'moderator', undefined, true), 'done');
  assert.equal(await isPublic(server, await verifiedEvent(server)), false);
});

void test('a trusted host’s events and changes are public at once; others’ wait', async () => {
  await using server = await startTestHub({ campaign: campaignWith('trusted-hosts') });
  const { hub } = server;
  const first = await verifiedEvent(server, hostNamed('ana'));
  assert.equal(await isPublic(server, first), false);
  assert.equal(await hub.events.approve(first, 'moderator', undefined, true), 'done');
  await mailsOf(server);

  const second = await verifiedEvent(server, hostNamed('ANA'));
  assert.equal(await isPublic(server, second), true, 'whatever the capitals');
  assert.deepEqual(await mailsOf(server), [
    'event-approved ANA@example.org',
    'host-verification ANA@example.org',
  ]);
  await hostOf(server, second).change({ title: 'Porch huddle' });
  assert.equal((await hub.events.get(second))?.title, 'Porch huddle');

  const other = await verifiedEvent(server, hostNamed('bob'));
  assert.equal(await isPublic(server, other), false);

  assert.equal(await hub.review.forgetStanding(second, 'moderator'), true);
  assert.equal(await isPublic(server, await verifiedEvent(server, hostNamed('ana'))), false);
});

void test('with no review a verified event is public, one that isn’t verified stays unseen', async () => {
  await using server = await startTestHub({ campaign: campaignWith('all') });
  const { hub, url } = server;
  const unverified = await post(`${url}/v1/events`, homeEvent(hub.now()));
  assert.equal(await isPublic(server, EventReceipt.parse(unverified.body).id), false);
  assert.equal(await isPublic(server, await verifiedEvent(server)), true);
});

void test('what a moderator rejected waits for one again, though the campaign reviews no more', async () => {
  await using server = await startTestHub({ campaign: campaignWith('by-hand') });
  const { hub, folder } = server;
  const id = await verifiedEvent(server);
  assert.equal(await hub.events.reject(id, 'moderator', 'Please name the place'), 'done');
  writeCampaign(folder, campaignWith('all'));
  hub.reloadCampaign();
  assert.equal((await hostOf(server, id).change({ title: 'Porch huddle' })).status, 200);
  assert.equal(await isPublic(server, id), false);
  assert.equal((await hub.review.queue()).waiting, 1);
});

void test('a blocked host gets the same answers, and nobody sees what they send', async () => {
  await using server = await startTestHub({ campaign: campaignWith('all') });
  const { hub, url } = server;
  const standing = await verifiedEvent(server, hostNamed('mallory'));
  assert.equal(await hub.review.block(standing, 'moderator'), 0);
  assert.equal(await isPublic(server, standing), true, 'what is public stays unless it is taken down');

  const send = (name: string): ReturnType<typeof post> =>
    post(`${url}/v1/events`, homeEvent(hub.now(), hostNamed(name)));
  const [blocked, free] = [await send('Mallory'), await send('ana')];
  const shape = ({ status, body }: typeof blocked): unknown => [status, Object.keys(body), body['status']];
  assert.deepEqual(shape(blocked), shape(free));
  const { id } = EventReceipt.parse(blocked.body);
  assert.equal(await hub.events.verify(id), true);
  await hostOf(server, standing).change({ title: 'Another title' });

  assert.deepEqual((await hub.review.queue()).waiting, 0);
  assert.equal(await hub.review.item(id), undefined);
  for (const event of [id, standing])
    assert.equal(await hub.events.approve(event, 'moderator'), 'not_waiting');
  assert.equal((await hostOf(server, id).get()).status, 'pending');
  assert.equal((await hub.events.get(standing))?.title, 'Kitchen-table huddle');
});
