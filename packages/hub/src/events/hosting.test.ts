import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EventInput, EventReceipt, ManagedEvent } from '@huddlekit/contract';
import { eventCalendar } from '../calendar/calendar.ts';
import {
  addEvent,
  homeEvent,
  incomingEvent,
  newKey,
  post,
  rsvpTo,
  startTestHub,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

async function submit({ hub, url }: TestHub, changes: object = {}): Promise<string> {
  const answer = await post(`${url}/v1/events`, { ...homeEvent(hub.now()), ...changes });
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return EventReceipt.parse(answer.body).id;
}

async function publish(server: TestHub, changes: object = {}): Promise<string> {
  const id = await submit(server, changes);
  assert.equal(await server.hub.events.verify(id), true);
  assert.equal(await server.hub.events.approve(id, 'moderator'), 'done');
  return id;
}

/** Everything that the public can read. */
async function publicBytes({ url, hub }: TestHub, id: string): Promise<string> {
  const paths = [
    '/v1/campaign',
    '/v1/events',
    `/v1/events/${id}`,
    `/v1/events/${id}/calendar.ics`,
    '/v1/pins',
    '/v1/trainings',
  ];
  const near = ['/v1/events?near=41.9213,-87.7012&within=20000&order=distance', '/v1/events?q=chicago'];
  const bodies = await Promise.all(
    [...paths, ...near].map(async (path) => {
      const response = await fetch(url + path);
      return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
    }),
  );
  const event = await hub.events.get(id);
  return [...bodies, event ? eventCalendar(event, url) : ''].join('\n');
}

test('an event is public only after the mailed link and the review', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const id = await submit(server);
  const status = async (): Promise<number> => (await fetch(`${url}/v1/events/${id}`)).status;
  const [mail] = await hub.outbox.lease(10, 60_000);
  assert.equal(mail?.job.kind, 'host-verification');
  assert.equal(mail.job.eventId, id);

  assert.equal(await status(), 404);
  assert.deepEqual(await hub.events.reviewQueue(), [], 'nobody reviews what nobody stands behind');
  assert.equal(await hub.events.approve(id, 'moderator'), 'not_waiting');
  assert.equal(await hub.events.verify(id), true);
  assert.equal(await status(), 404);
  assert.deepEqual(
    (await hub.events.reviewQueue()).map((item) => item.id),
    [id],
  );
  assert.equal(await hub.events.approve(id, 'moderator'), 'done');
  assert.equal(await status(), 200);
  assert.equal((await hub.outbox.lease(10, 60_000))[0]?.job.kind, 'event-approved');
  assert.equal(await hub.events.approve(id, 'moderator'), 'not_waiting');
  assert.equal(await hub.events.verify('A'.repeat(22)), false);
});

test('what was turned down or cancelled before the review never becomes public', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const rejected = await submit(server);
  await hub.events.verify(rejected);
  assert.equal(await hub.events.reject(rejected, 'moderator', 'Please name a place'), 'done');
  const withdrawn = await submit(server);
  assert.equal(await hub.events.cancel(withdrawn, 'host'), true);
  assert.equal(await hub.events.approve(withdrawn, 'moderator'), 'not_waiting');
  for (const id of [rejected, withdrawn]) {
    assert.equal((await fetch(`${url}/v1/events/${id}`)).status, 404);
    const answer = await post(
      `${url}/v1/events/${id}/attendances`,
      rsvpTo(await addEvent(hub, 'other'), 'a@example.org'),
    );
    assert.equal(answer.status, 404);
  }
});

test('a home’s address, its exact point and its host’s full name are nowhere the public can read', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const now = hub.now();
  const { location } = homeEvent(now);
  const id = await publish(server, { location: { ...location, venue: 'Casa Zimmerquist' } });
  const text = await publicBytes(server, id);
  for (const secret of [
    'Quillfeather',
    '2417',
    'Zimmerquist',
    'zimmerquist.example',
    '41.9213',
    '-87.7012',
    '419213',
    '877012',
  ]) {
    assert.ok(!text.includes(secret), secret);
  }
  const event = await hub.events.get(id);
  assert.equal(event?.hostName, 'Rosa');
  assert.equal(event.location?.precision, 'area');
  assert.equal(event.location.venue, null);
  assert.deepEqual(event.location.addressLines, []);

  // Another point of the same cell gives the same public bytes.
  const [a, b] = [event.location.latitude, event.location.longitude];
  const other = await publish(server, {
    location: { ...location, addressLines: ['9 Other Road'], latitude: 41.9214, longitude: -87.7011 },
    host: { givenName: 'Sam', email: 'sam@example.org' },
  });
  const second = (await hub.events.get(other))?.location;
  assert.deepEqual([second?.latitude, second?.longitude], [a, b]);

  // The database refuses what the code must never do.
  await assert.rejects(
    hub.storage.write((transaction) =>
      transaction.updateTable('events').set({ venue: 'Casa' }).where('id', '=', id).execute(),
    ),
    /CHECK constraint failed/,
  );
});

test('a place that the host didn’t set on a map is its ZIP’s or its town’s', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const { latitude: _latitude, longitude: _longitude, ...location } = homeEvent(hub.now()).location;
  const byZip = (await hub.events.get(await publish(server, { location })))?.location;
  assert.equal(byZip?.precision, 'locality');
  const zip = hub.places.postalCode('60647', 'US');
  assert.deepEqual([byZip.latitude, byZip.longitude], [zip?.latitude, zip?.longitude]);
  const hall = { ...location, kind: 'community', venue: 'Union Hall' };
  const community = (await hub.events.get(await publish(server, { location: hall })))?.location;
  assert.equal(community?.precision, 'locality');
  assert.equal(community.venue, 'Union Hall');
  const set = { ...hall, latitude: 41.92, longitude: -87.7 };
  assert.equal(
    (await hub.events.get(await publish(server, { location: set })))?.location?.precision,
    'exact',
  );
  const online = { kind: 'online' };
  const call = await hub.events.get(await publish(server, { location: online }));
  assert.equal(call?.isVirtual, true);
  assert.equal(call.location?.latitude, null);
});

test('where few people live, a home is shown by its locality only', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const jordan = {
    kind: 'home',
    addressLines: ['1 Ranch Road'],
    locality: 'Jordan',
    region: 'MT',
    postalCode: '59337',
    latitude: 47.32,
    longitude: -106.91,
  };
  const event = await hub.events.get(await publish(server, { location: jordan, timezone: 'America/Denver' }));
  assert.equal(event?.location?.precision, 'locality');
  assert.notEqual(event.location.latitude, 47.32);
});

test('a host sees the true address, each look is written down, and the link is for that event alone', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const id = await publish(server);
  const other = await publish(server, { host: { givenName: 'Sam', email: 'sam@example.org' } });
  const ask = (token: string, method = 'GET'): Promise<Response> =>
    fetch(`${url}/v1/manage/events/${id}`, { method, headers: { authorization: `Bearer ${token}` } });
  const token = hub.tokens.sign('event', id, 1);

  const response = await ask(token);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('access-control-allow-origin'), null);
  const managed = ManagedEvent.parse(await response.json());
  assert.deepEqual(managed.location?.addressLines, ['2417 Quillfeather Avenue']);
  const audit = await hub.storage.read
    .selectFrom('audit')
    .selectAll()
    .where('act', '=', 'read-address')
    .execute();
  assert.deepEqual(
    audit.map(({ actor, subject }) => [actor, subject]),
    [['host', id]],
  );

  const wrong = [
    '',
    'x',
    hub.tokens.sign('event', other, 1),
    hub.tokens.sign('verify', id, 1),
    hub.tokens.sign('attendance', id, 1),
    hub.tokens.sign('event', id, 2),
  ];
  for (const bad of wrong) {
    assert.equal((await ask(bad)).status, 401);
    assert.equal((await ask(bad, 'DELETE')).status, 401);
  }
  assert.equal((await ask(token, 'DELETE')).status, 204);
  assert.equal((await hub.events.get(id))?.status, 'cancelled');
});

test('cancelling an event tells everybody who is coming, once', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const event = await addEvent(hub, 'x', { capacity: 1 });
  for (const email of ['a@example.org', 'b@example.org']) {
    assert.equal((await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email))).status, 201);
  }
  await hub.outbox.lease(10, 60_000);
  await hub.events.cancel(event.id, 'host');
  await hub.events.cancel(event.id, 'host');
  const mails = await hub.outbox.lease(10, 60_000);
  assert.deepEqual(mails.map(({ job }) => `${job.kind} ${job.to}`).sort(), [
    'event-cancelled a@example.org',
    'event-cancelled b@example.org',
  ]);
});

test('a form sent again is one event', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const input = EventInput.parse(homeEvent(hub.now()));
  const key = newKey();
  const first = await hub.events.submit(input, key);
  assert.deepEqual(await hub.events.submit(input, key), first);
  const { length } = await hub.storage.read.selectFrom('events').select('id').execute();
  assert.equal(length, 1);
});

test('imports find their events again, change what changed and keep people signed up', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const batch = Array.from({ length: 1100 }, (_, index) => incomingEvent(hub.now(), `e${String(index)}`));
  assert.deepEqual(await hub.events.importEvents(batch), { created: 1100, updated: 0, unchanged: 0 });
  assert.deepEqual(await hub.events.importEvents(batch), { created: 0, updated: 0, unchanged: 1100 });
  const [first] = batch;
  assert.ok(first);
  assert.deepEqual(await hub.events.importEvents([{ ...first, title: 'New title' }], { rsvp: 'native' }), {
    created: 0,
    updated: 1,
    unchanged: 0,
  });
  const event = (await hub.events.ofSource('test')).find(({ source }) => source.id === 'e0');
  assert.equal(event?.title, 'New title');
  assert.equal(
    (await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'a@example.org'))).status,
    201,
  );
  await hub.events.importEvents([{ ...first, title: 'Newer title' }], { rsvp: 'native' });
  const later = await hub.events.get(event.id);
  assert.equal(later?.pin, event.pin);
  assert.deepEqual(
    later.timeslots.map(({ id }) => id),
    event.timeslots.map(({ id }) => id),
  );
  assert.equal((await hub.storage.read.selectFrom('attendances').select('id').execute()).length, 1);
});

test('an import that changes again and again keeps two times of one start as two', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const base = incomingEvent(hub.now(), 'twice');
  const timeslots = [...base.timeslots, ...base.timeslots];
  for (const title of ['One', 'Two', 'Three']) await hub.events.importEvents([{ ...base, title, timeslots }]);
  const [event] = await hub.events.ofSource('test');
  assert.equal(event?.timeslots.length, 2);
});

test('when a source finds more chairs, the waiting line moves up and is told', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const { timeslots } = incomingEvent(hub.now(), 'x');
  const event = await addEvent(hub, 'x', { timeslots, capacity: 1 });
  for (const email of ['a@example.org', 'b@example.org', 'c@example.org']) {
    assert.equal((await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email))).status, 201);
  }
  await hub.outbox.lease(10, 60_000);
  await addEvent(hub, 'x', { timeslots, capacity: 2 });
  assert.deepEqual(
    (await hub.outbox.lease(10, 60_000)).map(({ job }) => `${job.kind} ${job.to}`),
    ['attendance-promoted b@example.org'],
  );
});

test('the files of the hub hold no person’s data in the clear', async () => {
  await using server = await startTestHub();
  const { hub, url, folder, log } = server;
  const id = await publish(server);
  const event = await hub.events.get(id);
  assert.ok(event);
  const rsvp = rsvpTo(event, 'grace.secretname@mail.example');
  const body = {
    ...rsvp,
    person: { ...rsvp.person, givenName: 'Gracebella', phone: '+1 773 555 0199' },
    accessNeeds: 'a quiet corner',
  };
  const answer = await post(`${url}/v1/events/${id}/attendances`, body);
  assert.equal(answer.status, 201);
  await post(`${url}/v1/events/${id}/attendances`, {
    ...body,
    person: { ...body.person, email: 'secretname' },
  });
  const { manageUrl } = answer.body as { manageUrl?: string };
  const token = manageUrl?.split('/').at(-1) ?? '';
  await fetch(`${url}/manage/${token}`);

  const secrets = [
    'secretname',
    'Gracebella',
    '555 0199',
    'quiet corner',
    'Quillfeather',
    'Zimmerquist',
    token,
  ];
  const files = readdirSync(folder).filter((name) => name.startsWith('hub.sqlite'));
  assert.ok(files.length > 0);
  for (const name of files) {
    const bytes = readFileSync(join(folder, name), 'latin1');
    for (const secret of secrets) assert.ok(!bytes.includes(secret), `${secret} in ${name}`);
  }
  assert.ok(log.length > 1);
  for (const secret of [...secrets, '127.0.0.1', id])
    assert.ok(!log.join('').includes(secret), `${secret} in the log`);
});
