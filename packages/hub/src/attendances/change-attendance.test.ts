import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceReceipt, ManagedAttendance, type AttendanceInput, type Event } from '@huddlekit/contract';
import {
  addEvent,
  incomingEvent,
  patch,
  post,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

/** One person's attendance over HTTP. */
interface Attendee {
  readonly id: string;
  readonly token: string;
  get(): Promise<ManagedAttendance>;
  /** From the present version unless another is given. */
  change(change: object, version?: number): Promise<JsonAnswer>;
  cancel(headers?: Record<string, string>): Promise<number>;
}

async function signUp(
  { url }: TestHub,
  event: Event,
  name: string,
  changes: Partial<AttendanceInput> = {},
): Promise<Attendee> {
  const body = rsvpTo(event, `${name}@example.org`, changes);
  const answer = await post(`${url}/v1/events/${event.id}/attendances`, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const { attendances, manageUrl } = AttendanceReceipt.parse(answer.body);
  const id = attendances[0]?.id ?? '';
  const token = manageUrl.split('/').at(-1) ?? '';
  const path = `${url}/v1/manage/attendances/${id}`;
  const authorization = `Bearer ${token}`;
  const get = async (): Promise<ManagedAttendance> => {
    const response = await fetch(path, { headers: { authorization } });
    const managed = ManagedAttendance.parse(await response.json());
    assert.equal(response.headers.get('etag'), `"${String(managed.version)}"`);
    return managed;
  };
  return {
    id,
    token,
    get,
    change: async (change, version) => patch(path, token, version ?? (await get()).version, change),
    cancel: async (headers = {}) =>
      (await fetch(path, { method: 'DELETE', headers: { authorization, ...headers } })).status,
  };
}

function refusal({ status, body }: JsonAnswer): string {
  return [status, body.code, ...(body.errors ?? []).map(({ pointer }) => pointer)].filter(Boolean).join(' ');
}

async function stateOf(attendees: readonly Attendee[]): Promise<string[]> {
  const views = await Promise.all(attendees.map((attendee) => attendee.get()));
  return views.map(({ status, guests, waitlistPlace }) =>
    [status, guests, waitlistPlace].filter((part) => part !== null).join(' '),
  );
}

/** The numbers of each timeslot, counted from the rows and as they are kept. */
async function countsOf({ hub }: TestHub, event: Event): Promise<{ taken: number; waiting: number }[]> {
  const slots = await hub.storage.read
    .selectFrom('timeslots')
    .selectAll()
    .where('eventId', '=', event.id)
    .orderBy('startAt')
    .execute();
  const rows = await hub.storage.read.selectFrom('attendances').selectAll().execute();
  return slots.map(({ id, taken, waiting }) => {
    const inSlot = rows.filter(({ timeslotId }) => timeslotId === id);
    const seated = inSlot.filter(({ status }) => status === 'confirmed' || status === 'unconfirmed');
    assert.equal(
      taken,
      seated.reduce((sum, { guests }) => sum + 1 + guests, 0),
    );
    assert.equal(waiting, inSlot.filter(({ status }) => status === 'waitlisted').length);
    return { taken, waiting };
  });
}

async function twoTimes(server: TestHub, first: number | null, second: number | null): Promise<Event> {
  const [slot] = incomingEvent(server.hub.now(), 'x').timeslots;
  assert.ok(slot);
  const later = (days: number): string =>
    new Date(Date.parse(slot.startDate) + days * 86_400_000).toISOString();
  return addEvent(server.hub, 'two-times', {
    timeslots: [
      { ...slot, endDate: null, capacity: first },
      { startDate: later(1), endDate: null, allDay: false, capacity: second },
    ],
  });
}

test('name, needs and language change, null takes out, and the version rises', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'open');
  const ada = await signUp(server, event, 'ada', {
    person: { givenName: 'Ada', familyName: 'Byron', email: 'ada@example.org', phone: '+1 773 555 0199' },
    accessNeeds: 'a quiet corner',
  });
  const before = await ada.get();
  assert.equal(before.version, 1);
  const { status, headers, body } = await ada.change({
    person: { givenName: 'Augusta', familyName: null, postalCode: '60647' },
    accessNeeds: null,
    language: 'es',
  });
  assert.equal(status, 200);
  assert.equal(headers.get('etag'), '"2"');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.deepEqual(ManagedAttendance.parse(body), {
    ...before,
    version: 2,
    person: {
      givenName: 'Augusta',
      familyName: null,
      email: 'ada@example.org',
      phone: '+1 773 555 0199',
      postalCode: '60647',
    },
    accessNeeds: null,
    language: 'es',
    updatedAt: body['updatedAt'],
  });
  assert.deepEqual(await ada.get(), body);
  const audit = await server.hub.storage.read
    .selectFrom('audit')
    .select(['actor', 'act', 'subject'])
    .execute();
  assert.deepEqual(audit, [{ actor: 'attendee', act: 'change', subject: ada.id }]);
});

test('a party grows only where the seats are there and nobody waits', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'small', { capacity: 4, guestsPerRsvp: 5 });
  const ada = await signUp(server, event, 'ada');
  const bob = await signUp(server, event, 'bob');
  assert.equal((await ada.change({ guests: 2 })).status, 200);
  assert.deepEqual(await stateOf([ada, bob]), ['confirmed 2', 'confirmed 0']);

  // Nothing of a change that finds no seats is kept.
  const refused = await bob.change({ guests: 1, person: { givenName: 'Robert' } });
  assert.equal(refusal(refused), '409 timeslot_full /guests');
  const kept = await bob.get();
  assert.deepEqual([kept.guests, kept.version, kept.person.givenName], [0, 1, 'Ada']);

  // Two seats come free, but who waits is first, even where both would find room.
  const cleo = await signUp(server, event, 'cleo', { guests: 3 });
  assert.equal((await ada.change({ guests: 0 })).status, 200);
  assert.deepEqual(await stateOf([ada, bob, cleo]), ['confirmed 0', 'confirmed 0', 'waitlisted 3 1']);
  assert.equal(refusal(await bob.change({ guests: 1 })), '409 timeslot_full /guests');
  assert.deepEqual(await countsOf(server, event), [{ taken: 2, waiting: 1 }]);
  assert.equal(refusal(await bob.change({ guests: 6 })), '422 validation_failed /guests');
});

test('a party that shrinks lets the line move up, in order', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'small', { capacity: 4 });
  const ada = await signUp(server, event, 'ada', { guests: 3 });
  const bob = await signUp(server, event, 'bob', { guests: 1 });
  const cleo = await signUp(server, event, 'cleo');
  await server.hub.outbox.lease(10, 60_000);
  assert.equal((await ada.change({ guests: 2 })).status, 200);
  assert.deepEqual(await stateOf([bob, cleo]), ['waitlisted 1 1', 'waitlisted 0 2'], 'nobody overtakes');
  assert.equal((await ada.change({ guests: 0 })).status, 200);
  assert.deepEqual(await stateOf([bob, cleo]), ['unconfirmed 1', 'unconfirmed 0'], 'until they say yes');
  assert.deepEqual(await countsOf(server, event), [{ taken: 4, waiting: 0 }]);
  assert.equal((await bob.get()).version, 2, 'who came in has another version');
  assert.deepEqual(
    (await server.hub.outbox.lease(10, 60_000)).map(({ job }) => `${job.kind} ${job.to}`).sort(),
    ['attendance-promoted bob@example.org', 'attendance-promoted cleo@example.org'],
  );
});

test('a waiting party that changes its guests keeps its place, and comes in where it fits now', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'small', { capacity: 3 });
  const ada = await signUp(server, event, 'ada', { guests: 1 });
  const bob = await signUp(server, event, 'bob', { guests: 1 });
  const cleo = await signUp(server, event, 'cleo');
  assert.equal((await bob.change({ guests: 2 })).status, 200);
  assert.deepEqual(await stateOf([bob, cleo]), ['waitlisted 2 1', 'waitlisted 0 2']);
  assert.equal((await bob.change({ guests: 0 })).body['status'], 'unconfirmed');
  assert.deepEqual(await stateOf([ada, bob, cleo]), ['confirmed 1', 'unconfirmed 0', 'waitlisted 0 1']);
  assert.deepEqual(await countsOf(server, event), [{ taken: 3, waiting: 1 }]);
});

test('a party moves to another time whole or not at all, and leaves its seat to the line', async () => {
  await using server = await startTestHub();
  const event = await twoTimes(server, 2, 2);
  const [first = '', second = ''] = event.timeslots.map(({ id }) => id);
  const ada = await signUp(server, event, 'ada', { guests: 1 });
  const bob = await signUp(server, event, 'bob');
  const cleo = await signUp(server, event, 'cleo', { timeslotIds: [second] });
  await server.hub.outbox.lease(10, 60_000);

  assert.equal(refusal(await ada.change({ timeslotId: second })), '409 timeslot_full /timeslotId');
  assert.deepEqual(await stateOf([ada, bob]), ['confirmed 1', 'waitlisted 0 1']);
  const moved = await ada.change({ timeslotId: second, guests: 0 });
  assert.deepEqual([moved.status, moved.body['timeslotId'], moved.body['guests']], [200, second, 0]);
  assert.deepEqual(await stateOf([bob, cleo]), ['unconfirmed 0', 'confirmed 0']);
  assert.deepEqual(await countsOf(server, event), [
    { taken: 1, waiting: 0 },
    { taken: 2, waiting: 0 },
  ]);
  assert.deepEqual(
    (await server.hub.outbox.lease(10, 60_000)).map(({ job }) => `${job.kind} ${job.to}`).sort(),
    ['attendance-confirmed ada@example.org', 'attendance-promoted bob@example.org'],
  );
  // The same time again is no move, and finds no seats wanting.
  assert.equal((await ada.change({ timeslotId: second })).status, 200);
  assert.equal((await bob.change({ timeslotId: first })).status, 200);
});

test('who waits may take a free seat at another time, and the line behind moves up', async () => {
  await using server = await startTestHub();
  const event = await twoTimes(server, 3, 3);
  const [, second = ''] = event.timeslots.map(({ id }) => id);
  await signUp(server, event, 'ada', { guests: 2 });
  const bob = await signUp(server, event, 'bob', { guests: 2 });
  const cleo = await signUp(server, event, 'cleo');
  assert.equal((await bob.change({ timeslotId: second })).body['status'], 'confirmed');
  assert.deepEqual(await stateOf([bob, cleo]), ['confirmed 2', 'waitlisted 0 1']);
  assert.deepEqual(await countsOf(server, event), [
    { taken: 3, waiting: 1 },
    { taken: 3, waiting: 0 },
  ]);
});

test('a party grows and moves only to what all seats could ever hold', async () => {
  await using server = await startTestHub();
  const event = await twoTimes(server, 3, 2);
  const [, second = ''] = event.timeslots.map(({ id }) => id);
  const ada = await signUp(server, event, 'ada', { guests: 2 });
  const bob = await signUp(server, event, 'bob');
  const [fault] = (await bob.change({ guests: 3 })).body.errors ?? [];
  assert.deepEqual(fault, {
    pointer: '/guests',
    code: 'too_big',
    message: 'There are 3 places in all: bring at most 2 guests',
  });
  const moved = await ada.change({ timeslotId: second });
  assert.equal(moved.body.errors?.[0]?.message, 'There are 2 places in all: bring at most 1 guest');
  assert.equal((await ada.change({ timeslotId: second, guests: 1 })).status, 200);
  assert.equal((await ada.change({ person: { givenName: 'Augusta' } })).status, 200);
});

/** Notes that the owner of a mailbox followed a mailed link. */
async function prove({ hub }: TestHub, id: string): Promise<void> {
  await hub.storage.write((transaction) =>
    transaction.updateTable('attendances').set({ confirmedAt: hub.now() }).where('id', '=', id).execute(),
  );
}

test('what can’t be is refused, and nothing is changed', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ now: () => clock });
  const event = await twoTimes(server, null, null);
  const other = await addEvent(server.hub, 'other');
  const [first = '', second = ''] = event.timeslots.map(({ id }) => id);
  const ada = await signUp(server, event, 'ada');
  const there = await signUp(server, event, 'ada', { timeslotIds: [second] });
  for (const { id } of [ada, there]) await prove(server, id);
  const bob = await signUp(server, other, 'bob');
  const foreign = other.timeslots[0]?.id;
  assert.equal(refusal(await ada.change({ timeslotId: foreign })), '422 validation_failed /timeslotId');
  assert.equal(refusal(await ada.change({ timeslotId: second })), '409 already_coming');
  assert.equal(await there.cancel(), 204);
  assert.equal(refusal(await there.change({ guests: 1 })), '409 attendance_cancelled');
  assert.equal((await ada.change({ timeslotId: second })).status, 200, 'the other one was cancelled');
  await server.hub.events.cancel(other.id, 'test');
  assert.equal(refusal(await bob.change({ guests: 1 })), '409 event_cancelled');

  const cleo = await signUp(server, event, 'cleo');
  clock = Date.parse(event.timeslots[0]?.startDate ?? '') + 3 * 3_600_000;
  assert.equal(refusal(await cleo.change({ person: { givenName: 'Cleo' } })), '409 timeslot_over');
  assert.equal(refusal(await ada.change({ timeslotId: first })), '422 validation_failed /timeslotId');
});

test('a change names its version, and cancelling may', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'open');
  const ada = await signUp(server, event, 'ada');
  const bob = await signUp(server, event, 'bob');
  const url = `${server.url}/v1/manage/attendances/${ada.id}`;
  const change = { guests: 1 };
  const send = async (ifMatch: string): Promise<string> =>
    refusal(await patch(url, ada.token, ifMatch, change));

  const headers = { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' };
  const without = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(change) });
  assert.equal(without.status, 428);
  for (const wrong of ['"2"', 'W/"1"', '1', '', 'garbage', '"1'])
    assert.equal(await send(wrong), '412 version_mismatch', wrong);
  assert.equal(await send('"9", "1"'), '200');
  assert.equal(await send('"1"'), '412 version_mismatch');
  assert.equal(await send('*'), '200');
  assert.equal((await ada.get()).version, 3);

  assert.equal((await patch(url, bob.token, '*', change)).status, 401);
  assert.equal((await patch(url, '', '*', change)).status, 401);
  assert.equal((await bob.change(change)).status, 200);

  assert.equal(await ada.cancel({ 'if-match': '"1"' }), 412);
  assert.equal(await ada.cancel({ 'if-match': '"3"' }), 204);
  assert.equal(await ada.cancel({ 'if-match': '"3"' }), 204, 'a repeat has nothing left to do');
});

test('a page of another site may change its own visitor’s attendance', async () => {
  await using server = await startTestHub();
  const url = `${server.url}/v1/manage/attendances/${'A'.repeat(22)}`;
  const { headers } = await fetch(url, { method: 'OPTIONS' });
  assert.equal(headers.get('access-control-allow-methods'), 'GET, HEAD, PATCH, DELETE');
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match'])
    assert.match(headers.get('access-control-allow-headers') ?? '', new RegExp(name));
  const event = await fetch(url.replace('attendances', 'events'), { method: 'OPTIONS' });
  assert.equal(event.headers.get('access-control-allow-origin'), null, 'an event’s view carries an address');
});
