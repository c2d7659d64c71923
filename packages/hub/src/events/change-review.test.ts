import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EventInput } from '@huddlekit/contract';
import { homeEvent, newKey, patch, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { comeTo, daysLater, mailsOf, publicHost, refusal, type Hosted } from './hosted.test-helper.ts';

const newHome: EventInput['location'] = {
  kind: 'home',
  venue: 'Casa Brannigan',
  addressLines: ['77 Marrowfield Lane'],
  locality: 'Evanston',
  region: 'IL',
  postalCode: '60201',
  latitude: 42.04517,
  longitude: -87.68813,
};
const secrets = [
  'Brannigan',
  'Marrowfield',
  '42.04517',
  '-87.68813',
  '4204517',
  'Quillfeather',
  'Zimmerquist',
];

/** Everything the public can read of an event. */
async function publicBytes({ url }: TestHub, id: string): Promise<string> {
  const paths = [
    `/v1/events/${id}`,
    `/v1/events/${id}/calendar.ics`,
    '/v1/events',
    '/v1/events?q=evanston',
    '/v1/pins',
  ];
  const near = '/v1/events?near=42.04517,-87.68813&within=20000&order=distance';
  const bodies = await Promise.all([...paths, near].map(async (path) => (await fetch(url + path)).text()));
  return bodies.join('\n');
}

/** The public tables as they are stored. */
async function publicColumns({ hub }: TestHub): Promise<string> {
  const events = await hub.storage.publicRead.selectFrom('events').selectAll().execute();
  const timeslots = await hub.storage.publicRead.selectFrom('timeslots').selectAll().execute();
  return JSON.stringify([events, timeslots]);
}

async function publicView({ url }: TestHub, id: string): Promise<unknown> {
  const { updatedAt: _changed, ...event } = (await (await fetch(`${url}/v1/events/${id}`)).json()) as {
    updatedAt: string;
  };
  return event;
}

test('text, place and time of a public event wait for a moderator, and the public sees it as it was', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server);
  const before = await publicView(server, host.id);
  const start = daysLater(server, 2);
  const { status, body } = await host.change({
    title: 'Porch huddle',
    description: 'Soup.',
    timeslots: [{ startDate: start }],
    location: { kind: 'community', venue: 'Union Hall', postalCode: '60647' },
    guestsPerRsvp: 2,
  });
  assert.equal(status, 200);
  assert.equal(body['title'], 'Kitchen-table huddle');
  const { pendingChange } = await host.get();
  assert.equal(pendingChange?.title, 'Porch huddle');
  assert.deepEqual(pendingChange.timeslots, [{ id: null, startDate: start, endDate: null, allDay: false }]);
  assert.equal(pendingChange.location?.venue, 'Union Hall');
  assert.deepEqual(await publicView(server, host.id), { ...(before as object), guestsPerRsvp: 2 });

  const [item] = await hub.events.reviewQueue();
  assert.equal(item?.title, 'Kitchen-table huddle');
  assert.deepEqual(
    item.changes.map(({ field, from, to }) => [field, from, to]),
    [
      ['title', 'Kitchen-table huddle', 'Porch huddle'],
      ['description', '', 'Soup.'],
      ['place', 'home, Chicago, IL 60647', 'Union Hall, 60647'],
      ['times', item.changes[3]?.from, start],
    ],
  );

  await hub.outbox.lease(10, 60_000);
  assert.equal(await hub.events.approve(host.id, 'moderator', item.version), 'done');
  const event = await hub.events.get(host.id);
  assert.deepEqual([event?.title, event?.description, event?.status], ['Porch huddle', 'Soup.', 'confirmed']);
  assert.deepEqual(event?.location?.venue, 'Union Hall');
  assert.deepEqual(
    event.timeslots.map(({ startDate }) => startDate),
    [start],
  );
  const managed = await host.get();
  assert.equal(managed.pendingChange, null);
  assert.ok(managed.version > item.version);
  assert.deepEqual(await mailsOf(server), ['change-approved rosa@zimmerquist.example']);
  assert.deepEqual(await hub.events.reviewQueue(), []);
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'not_waiting');
  const acts = await hub.storage.read.selectFrom('audit').select(['actor', 'act', 'subject']).execute();
  for (const act of ['change-event', 'change-approved'])
    assert.ok(acts.some((row) => row.act === act && row.subject === host.id));
});

test('a change that is turned down leaves the event as it was, and its host is told why', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server);
  const before = await publicView(server, host.id);
  await host.change({ title: 'Buy my book' });
  await hub.outbox.lease(10, 60_000);
  assert.equal(await hub.events.reject(host.id, 'moderator', 'This is an advertisement.'), 'done');
  assert.deepEqual(await publicView(server, host.id), before);
  assert.equal((await host.get()).pendingChange, null);
  const [mail] = await hub.outbox.lease(10, 60_000);
  assert.deepEqual([mail?.job.kind, mail?.job.message], ['change-rejected', 'This is an advertisement.']);
});

test('changes add up, and one that goes back to what is public is none', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server);
  const [slot] = (await host.get()).timeslots;
  await host.change({ title: 'One', summary: 'Soup' });
  await host.change({ title: 'Two', timeslots: [{ id: slot?.id, startDate: daysLater(server, -2) }] });
  const pending = (await host.get()).pendingChange;
  assert.deepEqual(
    [pending?.title, pending?.summary, pending?.timeslots?.[0]?.id],
    ['Two', 'Soup', slot?.id],
  );
  assert.equal(pending?.timeslots?.[0]?.endDate, slot?.endDate, 'what is left out stays');
  await host.change({ title: 'Kitchen-table huddle', timeslots: [{ id: slot?.id }] });
  const { pendingChange } = await host.get();
  assert.deepEqual(
    [pendingChange?.title, pendingChange?.timeslots, pendingChange?.summary],
    [undefined, undefined, 'Soup'],
  );
  await host.change({ summary: '' });
  assert.equal((await host.get()).pendingChange, null);
  assert.deepEqual(await server.hub.events.reviewQueue(), []);
});

test('nobody approves what they haven’t read', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server);
  await host.change({ title: 'Soup' });
  const [read] = await hub.events.reviewQueue();
  await host.change({ title: 'Buy my book' });
  assert.equal(await hub.events.approve(host.id, 'moderator', read?.version), 'changed_meanwhile');
  assert.equal((await hub.events.get(host.id))?.title, 'Kitchen-table huddle');
});

test('what can’t be any more when it is looked at stays to be turned down', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ now: () => clock });
  const { hub } = server;
  const host = await publicHost(server, {
    timeslots: [0, 1].map((days) => ({ startDate: daysLater(server, days) })),
  });
  const [first] = (await host.get()).timeslots;
  await host.change({ timeslots: [{ id: first?.id }], title: 'One evening' });
  assert.equal(await comeTo(server, host.id, 'ada', { timeslot: 1 }), 'confirmed');
  const { version } = await host.get();
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'out_of_date');
  const kept = await host.get();
  assert.deepEqual([kept.version, kept.title, kept.timeslots.length], [version, 'Kitchen-table huddle', 2]);
  assert.equal(kept.pendingChange?.title, 'One evening');
  assert.equal(await hub.events.reject(host.id, 'moderator', 'Somebody has signed up'), 'done');

  const soon = new Date(clock + 3_600_000).toISOString();
  await host.change({
    timeslots: [
      { id: first?.id, startDate: soon, endDate: null },
      ...(await host.get()).timeslots.slice(1).map(({ id }) => ({ id })),
    ],
  });
  clock += 2 * 3_600_000;
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'out_of_date');
});

test('seats change at once while a time waits for its review, and stay as they were set last', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server);
  const [slot] = (await host.get()).timeslots;
  const moved = daysLater(server, 1);
  await host.change({ timeslots: [{ id: slot?.id, startDate: moved, endDate: null, capacity: 6 }] });
  assert.equal((await host.get()).timeslots[0]?.capacity, 6);
  assert.equal((await host.get()).timeslots[0]?.startDate, slot?.startDate);
  await host.change({ timeslots: [{ id: slot?.id, startDate: moved, endDate: null, capacity: 4 }] });
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
  const [after] = (await host.get()).timeslots;
  assert.deepEqual([after?.id, after?.startDate, after?.capacity], [slot?.id, moved, 4]);
});

test('who comes is told of another time or place, and of nothing else', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server, {
    timeslots: [0, 1].map((days) => ({ startDate: daysLater(server, days) })),
  });
  await comeTo(server, host.id, 'ada', { timeslot: 0 });
  await comeTo(server, host.id, 'bob', { timeslot: 1 });
  const told = async (change: object): Promise<string[]> => {
    assert.equal((await host.change(change)).status, 200);
    assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
    return (await mailsOf(server)).filter((mail) => mail.startsWith('event-changed'));
  };
  await mailsOf(server);
  const [first, second] = (await host.get()).timeslots;
  assert.deepEqual(await told({ title: 'Soup' }), []);
  assert.deepEqual(
    await told({
      timeslots: [{ id: first?.id }, { id: second?.id, startDate: daysLater(server, 2), endDate: null }],
    }),
    ['event-changed bob@example.org'],
  );
  assert.deepEqual(await told({ location: newHome }), [
    'event-changed ada@example.org',
    'event-changed bob@example.org',
  ]);
});

test('a new home is nowhere the public can read, waiting or approved, and its cell is kept', async () => {
  await using server = await startTestHub();
  const { hub, folder, log } = server;
  const host = await publicHost(server);
  const hidden = async (when: string): Promise<void> => {
    const texts = [await publicBytes(server, host.id), await publicColumns(server), log.join('')];
    for (const secret of secrets)
      for (const text of texts) assert.ok(!text.includes(secret), `${secret} ${when}`);
    for (const name of readdirSync(folder).filter((file) => file.startsWith('hub.sqlite'))) {
      const bytes = readFileSync(join(folder, name), 'latin1');
      for (const secret of secrets) assert.ok(!bytes.includes(secret), `${secret} ${when} in ${name}`);
    }
  };

  const { status } = await host.change({ location: newHome });
  assert.equal(status, 200);
  await hidden('while it waits');
  assert.deepEqual(
    (await host.get()).location?.addressLines,
    ['2417 Quillfeather Avenue'],
    'the present one',
  );
  assert.deepEqual((await host.get()).pendingChange?.location?.addressLines, newHome.addressLines);
  const [item] = await hub.events.reviewQueue();
  assert.doesNotMatch(JSON.stringify(item), /Brannigan|Marrowfield|42\.04517/, 'nor does a moderator');
  assert.match(JSON.stringify(item?.changes), /home, Evanston, IL 60201/);

  assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
  await hidden('once approved');
  const { location } = (await hub.events.get(host.id)) ?? {};
  assert.deepEqual(
    [location?.venue, location?.addressLines, location?.locality, location?.precision],
    [null, [], 'Evanston', 'area'],
  );
  assert.deepEqual((await host.get()).location?.addressLines, newHome.addressLines);

  // To and fro over the borders of the grid, the home keeps its first cell.
  for (const latitude of [42.0478, 42.0426, newHome.latitude]) {
    await host.change({ location: { ...newHome, latitude } });
    await hub.events.approve(host.id, 'moderator');
    const now = (await hub.events.get(host.id))?.location;
    assert.deepEqual([now?.latitude, now?.longitude], [location?.latitude, location?.longitude]);
  }
  const away = await publicHost(server, { location: newHome });
  const [mine, theirs] = [host, away].map(async ({ id }) => (await hub.events.get(id))?.location);
  assert.deepEqual(await mine, await theirs, 'one home, one cell, however it was sent');
});

test('the same address is found by the search above once it isn’t a home', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server);
  await host.change({ location: { ...newHome, kind: 'community' } });
  const found = async (): Promise<string[]> => {
    const text = (await publicBytes(server, host.id)) + (await publicColumns(server));
    return secrets.filter((secret) => text.includes(secret));
  };
  assert.deepEqual(await found(), [], 'not before the review');
  await server.hub.events.approve(host.id, 'moderator');
  assert.deepEqual(await found(), ['Brannigan', 'Marrowfield', '42.04517', '-87.68813']);
});

test('towards a home the host’s full name goes, and doesn’t come back', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const hall = { kind: 'community', venue: 'Union Hall', postalCode: '60647' } as const;
  const host = await publicHost(server, { location: hall });
  const name = async (): Promise<string | null | undefined> => (await hub.events.get(host.id))?.hostName;
  assert.equal(await name(), 'Rosa Zimmerquist');
  const to = async (location: object): Promise<void> => {
    assert.equal((await host.change({ location })).status, 200);
    assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
  };
  await to(newHome);
  assert.equal(await name(), 'Rosa');
  await to(hall);
  assert.equal(await name(), 'Rosa');
  assert.deepEqual(await hub.storage.read.selectFrom('addresses').selectAll().execute(), []);
  await to({ kind: 'online' });
  const online = await hub.events.get(host.id);
  assert.deepEqual([online?.isVirtual, online?.location?.latitude], [true, null]);
});

test('a place is checked as that of a new event, and looking at a waiting address is written down', async () => {
  await using server = await startTestHub();
  const host = await publicHost(server, { location: { kind: 'online' } });
  const place = async (location: object): Promise<string> => refusal(await host.change({ location }));
  assert.equal(
    await place({ kind: 'home', postalCode: '60647' }),
    '422 validation_failed /location/addressLines',
  );
  assert.equal(await place({ kind: 'community' }), '422 validation_failed /location/locality');
  assert.equal(
    await place({ ...newHome, latitude: 0, longitude: 0 }),
    '422 validation_failed /location/latitude',
  );
  await host.change({ location: newHome });
  const looks = async (): Promise<number> => {
    const acts = server.hub.storage.read.selectFrom('audit').select('id').where('act', '=', 'read-address');
    return (await acts.execute()).length;
  };
  const before = await looks();
  await host.get();
  assert.equal(await looks(), before + 1);
});

test('an event that is cancelled takes its waiting change along', async () => {
  await using server = await startTestHub();
  const host: Hosted = await publicHost(server);
  await host.change({ location: newHome });
  await server.hub.events.cancel(host.id, 'host');
  assert.deepEqual(await server.hub.events.reviewQueue(), []);
  assert.deepEqual(await server.hub.storage.read.selectFrom('pendingChanges').selectAll().execute(), []);
});

test('a repeat of a change that a moderator has approved meanwhile changes nothing again', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server, homeEvent(hub.now()));
  const { version } = await host.get();
  const headers = { 'idempotency-key': newKey() };
  const send = () => patch(host.url, host.token, version, { title: 'Porch huddle' }, headers);
  assert.equal((await send()).status, 200);
  await hub.events.approve(host.id, 'moderator');
  const again = await send();
  assert.deepEqual(
    [again.status, again.body['title'], again.body['pendingChange']],
    [200, 'Porch huddle', null],
  );
});
