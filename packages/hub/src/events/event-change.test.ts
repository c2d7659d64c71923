import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventReceipt, ManagedEvent } from '@huddlekit/contract';
import { addEvent, homeEvent, patch, post, startTestHub } from '../server/test-hub.test-helper.ts';
import { comeTo, daysLater, hostOf, mailsOf, publicHost, refusal } from './hosted.test-helper.ts';

test('an event that isn’t public yet is changed at once, and one that was turned down is looked at again', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const { body } = await post(`${url}/v1/events`, homeEvent(hub.now()));
  const host = hostOf(server, EventReceipt.parse(body).id);
  const change = {
    title: 'Porch huddle',
    summary: 'Soup',
    description: 'Bring a spoon.',
    kind: 'meeting',
    browserUrl: 'https://example.org/porch',
    timeslots: [{ startDate: daysLater(server, 3), endDate: daysLater(server, 3, 1) }],
    timezone: 'America/Denver',
  };
  const { status, headers, body: answer } = await host.change(change);
  assert.equal(status, 200);
  assert.equal(headers.get('etag'), '"2"');
  const managed = ManagedEvent.parse(answer);
  const { title, summary, description, kind, browserUrl, timezone } = managed;
  const { timeslots, ...texts } = change;
  assert.deepEqual({ title, summary, description, kind, browserUrl, timezone }, texts);
  assert.deepEqual(
    managed.timeslots.map(({ startDate, endDate }) => ({ startDate, endDate })),
    timeslots,
  );
  assert.equal(managed.pendingChange, null);
  assert.equal(managed.status, 'pending');

  await hub.events.verify(host.id);
  await hub.events.reject(host.id, 'moderator', 'Please name the street');
  assert.equal((await host.get()).status, 'rejected');
  assert.equal((await host.change({ title: 'Porch huddle on Elm' })).body['status'], 'pending');
  assert.deepEqual(
    (await hub.events.reviewQueue()).map((item) => [item.title, item.changes]),
    [['Porch huddle on Elm', []]],
  );
});

test('what needs no review holds at once, also where the event is public', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server, {
    coHosts: [{ name: 'Sam', email: 'sam@example.org' }, { name: 'Kim' }],
    accessibility: { wheelchair: true, notes: 'A ramp at the back' },
  });
  const { status, body } = await host.change({
    guestsPerRsvp: 1,
    languages: ['es', 'en'],
    accessibility: { wheelchair: false, asl: true, notes: null },
    addressRelease: 'confirmed',
    coHosts: [{ name: 'Sam' }, { name: 'Lou', email: 'lou@example.org' }],
  });
  assert.equal(status, 200, JSON.stringify(body));
  const managed = ManagedEvent.parse(body);
  assert.equal(managed.pendingChange, null);
  assert.equal(managed.addressRelease, 'confirmed');
  assert.deepEqual(managed.coHosts, [{ name: 'Sam' }, { name: 'Lou' }]);
  const event = await server.hub.events.get(host.id);
  assert.deepEqual([event?.guestsPerRsvp, event?.languages], [1, ['es', 'en']]);
  assert.deepEqual(event?.accessibility, { wheelchair: false, asl: true, captions: null, notes: null });
  assert.ok(event.updatedAt >= event.createdAt);

  const coHosts = await server.hub.hosting.coHosts(host.id);
  assert.deepEqual(
    coHosts.map(({ name, email, status: answer }) => [name, email, answer]),
    [
      ['Sam', 'sam@example.org', 'invited'],
      ['Lou', 'lou@example.org', 'invited'],
    ],
  );
});

test('more seats bring the waiting line up in order, and fewer send nobody away', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server, { capacity: 2 });
  assert.equal(await comeTo(server, host.id, 'ada', { guests: 1 }), 'confirmed');
  assert.equal(await comeTo(server, host.id, 'bob', { guests: 1 }), 'waitlisted');
  assert.equal(await comeTo(server, host.id, 'cleo'), 'waitlisted');
  await mailsOf(server);

  assert.equal((await host.change({ capacity: 3 })).status, 200);
  assert.deepEqual((await host.get()).attendanceCounts, { confirmed: 1, waitlisted: 2, guests: 1 });
  assert.equal((await host.change({ capacity: 4 })).body['capacity'], 4);
  assert.deepEqual(await mailsOf(server), ['attendance-promoted bob@example.org']);
  assert.equal((await host.change({ capacity: 1 })).status, 200);
  const [slot] = (await host.get()).timeslots;
  assert.deepEqual([slot?.capacity, slot?.spotsLeft, slot?.isFull], [1, 0, true]);
  assert.deepEqual((await host.get()).attendanceCounts, { confirmed: 1, waitlisted: 1, guests: 1 });
  assert.equal((await host.change({ capacity: null })).status, 200);
  assert.deepEqual(await mailsOf(server), ['attendance-promoted cleo@example.org']);
  assert.equal((await host.get()).timeslots[0]?.spotsLeft, null);
});

test('a time with a number of its own keeps it when the event’s changes', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server, {
    capacity: 10,
    timeslots: [{ startDate: daysLater(server, 0) }, { startDate: daysLater(server, 1), capacity: 3 }],
  });
  const capacities = async (): Promise<unknown> =>
    (await host.get()).timeslots.map(({ capacity }) => capacity);
  assert.deepEqual(await capacities(), [10, 3]);
  await host.change({ capacity: 20 });
  assert.deepEqual(await capacities(), [20, 3]);
  const [first, second] = (await host.get()).timeslots.map(({ id }) => id);
  const named = await host.change({
    timeslots: [
      { id: first, capacity: 5 },
      { id: second, capacity: null },
    ],
  });
  assert.equal(named.body['pendingChange'], null, 'seats alone are no other time');
  assert.deepEqual(await capacities(), [5, 20]);
});

test('times are kept by id, added, and taken out where nobody is in', async () => {
  const now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const { hub, url } = server;
  const { body } = await post(
    `${url}/v1/events`,
    homeEvent(hub.now(), { timeslots: [0, 1, 2].map((days) => ({ startDate: daysLater(server, days) })) }),
  );
  const host = hostOf(server, EventReceipt.parse(body).id);
  const [a, b, c] = (await host.get()).timeslots;
  const { status } = await host.change({
    timeslots: [
      { id: c?.id },
      { startDate: daysLater(server, 5), capacity: 2 },
      { id: a?.id, startDate: daysLater(server, -1) },
    ],
  });
  assert.equal(status, 200);
  const after = (await host.get()).timeslots;
  assert.deepEqual(
    after.map(({ startDate, capacity }) => [startDate, capacity]),
    [
      [daysLater(server, -1), 10],
      [daysLater(server, 2), 10],
      [daysLater(server, 5), 2],
    ],
  );
  assert.deepEqual([after[0]?.id, after[1]?.id], [a?.id, c?.id]);
  assert.ok(!after.some(({ id }) => id === b?.id));
});

test('a time somebody is in stays; one that everybody left goes, and they keep what is theirs', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server, {
    timeslots: [0, 1].map((days) => ({ startDate: daysLater(server, days) })),
  });
  await comeTo(server, host.id, 'ada', { timeslot: 1 });
  const [first, second] = (await host.get()).timeslots;
  const without = { timeslots: [{ id: first?.id }] };
  const refused = await host.change(without);
  assert.equal(refusal(refused), '409 timeslot_taken /timeslots');
  assert.match(refused.body.errors?.[0]?.message ?? '', new RegExp(second?.startDate ?? ''));
  const both = await host.change({ ...without, guestsPerRsvp: 1 });
  assert.equal(both.status, 409);
  assert.equal((await host.get()).guestsPerRsvp, 5, 'nothing of it holds');

  const ada = await hub.storage.read.selectFrom('attendances').selectAll().executeTakeFirstOrThrow();
  await hub.attendances.cancel(ada.id);
  assert.equal((await host.change(without)).status, 200);
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
  assert.deepEqual(
    (await host.get()).timeslots.map(({ id }) => id),
    [first?.id],
  );
  const kept = await hub.attendances.managed(ada.id);
  assert.deepEqual([kept?.status, kept?.timeslotId], ['cancelled', second?.id]);
});

test('times that can’t be are named', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ now: () => clock });
  const host = await publicHost(server, {
    timeslots: [0, 5].map((days) => ({
      startDate: daysLater(server, days),
      endDate: daysLater(server, days, 1),
    })),
  });
  const other = await publicHost(server);
  const [first, second] = (await host.get()).timeslots.map(({ id }) => id);
  const foreign = (await other.get()).timeslots[0]?.id;
  const change = async (...timeslots: object[]): Promise<string> => refusal(await host.change({ timeslots }));
  assert.equal(await change({ id: foreign }), '422 validation_failed /timeslots/0/id');
  assert.equal(await change({ id: first }, { id: first }), '422 validation_failed /timeslots/1/id');
  assert.equal(await change({ id: first }, {}), '422 validation_failed /timeslots/1/startDate');
  const past = new Date(clock - 1000).toISOString();
  assert.equal(await change({ startDate: past }), '422 validation_failed /timeslots/0/startDate');
  assert.equal(
    await change({ id: first, startDate: daysLater(server, 800) }),
    '422 validation_failed /timeslots/0/startDate',
  );
  // The end that stays is before the start that moves.
  assert.equal(
    await change({ id: first, startDate: daysLater(server, 1) }),
    '422 validation_failed /timeslots/0/endDate',
  );
  assert.equal((await host.get()).version, 3, 'nothing has changed since the review');

  const lastStart = Date.parse(daysLater(server, 0));
  clock = lastStart + 2 * 3_600_000;
  assert.equal(
    await change(
      { id: first, startDate: new Date(clock + 1000).toISOString(), endDate: null },
      { id: second },
    ),
    '422 validation_failed /timeslots/0/startDate',
  );
  assert.equal((await host.change({ timeslots: [{ id: second }] })).status, 200);
  assert.equal((await host.get()).timeslots.length, 2, 'a time that is over stays by itself');
  clock += 6 * 86_400_000;
  assert.equal(refusal(await host.change({ capacity: 9 })), '409 event_over');
});

test('what is cancelled, imported or somebody else’s isn’t changed', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server);
  const other = await publicHost(server);
  assert.equal((await patch(host.url, other.token, '*', { capacity: 3 })).status, 401);
  assert.equal((await patch(host.url, hub.tokens.sign('verify', host.id, 1), '*', {})).status, 422);
  assert.equal(
    (await patch(host.url, hub.tokens.sign('verify', host.id, 1), '*', { capacity: 3 })).status,
    401,
  );
  const imported = hostOf(server, (await addEvent(hub, 'elsewhere')).id);
  assert.equal(refusal(await imported.change({ capacity: 3 })), '409 event_imported');

  const remove = async (ifMatch: string): Promise<number> =>
    (
      await fetch(host.url, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${host.token}`, 'if-match': ifMatch },
      })
    ).status;
  assert.equal(await remove('"1"'), 412);
  assert.equal(await remove('"3"'), 204);
  assert.equal(await remove('"3"'), 204, 'a repeat has nothing left to do');
  assert.equal(refusal(await host.change({ capacity: 3 })), '409 event_cancelled');
});
