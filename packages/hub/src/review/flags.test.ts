import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostOf } from '../events/hosted.test-helper.ts';
import { addEvent, homeEvent, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { campaignWith, hostNamed, verifiedEvent } from './review.test-helper.ts';

/** Kind, field and what was found, of each flag. */
async function flags({ hub }: TestHub, id: string): Promise<unknown[]> {
  return ((await hub.review.item(id))?.flags ?? []).map(({ kind, field, about }) => [kind, field, about]);
}

void test('an address typed where everybody would read it is pointed out, for homes alone', async () => {
  await using server = await startTestHub();
  const texts = { title: 'Soup at 12 Elm St', description: 'Or ring at 2417 Quillfeather Avenue.' };
  const home = await verifiedEvent(server, { ...texts, ...hostNamed('ana') });
  assert.deepEqual(await flags(server, home), [
    ['street-address', 'title', null],
    ['street-address', 'description', null],
  ]);
  const location = { kind: 'community' as const, venue: 'Union Hall', locality: 'Chicago', region: 'IL' };
  assert.deepEqual(
    await flags(server, await verifiedEvent(server, { ...texts, location, ...hostNamed('bob') })),
    [],
  );
});

void test('a change is looked at as it would be', async () => {
  await using server = await startTestHub();
  const id = await verifiedEvent(server);
  await server.hub.events.approve(id, 'moderator');
  assert.deepEqual(await flags(server, id), []);
  await hostOf(server, id).change({ summary: 'Meet at 12 Elm Street' });
  assert.deepEqual(await flags(server, id), [['street-address', 'summary', null]]);
});

void test('names that imitate an organization are pointed out', async () => {
  await using server = await startTestHub({ campaign: campaignWith('by-hand') });
  const host = { givenName: 'Rosa', displayName: 'Lakefront Neighbors', email: 'rosa@example.org' };
  const id = await verifiedEvent(server, { title: 'Rivеr Аlliаnce huddle', host });
  assert.deepEqual(await flags(server, id), [
    ['look-alike', 'hostName', 'Lakefront Neighbors'],
    ['look-alike', 'title', 'River Alliance'],
  ]);
  const plain = await verifiedEvent(server, {
    title: 'A walk with Lakefront Neighbors',
    ...hostNamed('bob'),
  });
  assert.deepEqual(await flags(server, plain), []);
});

void test('the same event again is pointed out: its host’s at that time, or the same title, time and place', async () => {
  const now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const first = await verifiedEvent(server, hostNamed('ana'));
  const again = await verifiedEvent(server, { title: 'Something else', ...hostNamed('ana') });
  assert.deepEqual(await flags(server, again), [['duplicate', null, 'Kitchen-table huddle']]);
  const copied = await verifiedEvent(server, hostNamed('mallory'));
  assert.ok((await flags(server, copied)).length >= 1);
  assert.equal((await server.hub.review.item(copied))?.flags[0]?.eventId, first);

  const [slot] = homeEvent(now).timeslots;
  const other = await verifiedEvent(server, {
    ...hostNamed('ana'),
    timeslots: [{ startDate: new Date(Date.parse(slot?.startDate ?? '') + 86_400_000).toISOString() }],
  });
  assert.deepEqual(await flags(server, other), [], 'the same host on another day');
  await addEvent(server.hub, 'elsewhere');
  const stranger = await verifiedEvent(server, { title: 'Signs', ...hostNamed('cleo') });
  assert.deepEqual(await flags(server, stranger), [], 'another title at the same time');
});
