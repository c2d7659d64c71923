import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, AttendanceReceipt, ManagedAttendance, type Event } from '@huddlekit/contract';
import { registerPages } from '../pages/pages.ts';
import type { MailJob } from '../mail/outbox.ts';
import {
  addEvent,
  newKey,
  patch,
  post,
  rsvpTo,
  startTestHub,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

async function rsvp({ url }: TestHub, event: Event, email: string, guests = 0): Promise<AttendanceReceipt> {
  const answer = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email, { guests }));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return AttendanceReceipt.parse(answer.body);
}

function tokenOf({ manageUrl }: Pick<AttendanceReceipt, 'manageUrl'>): string {
  return new URL(manageUrl).pathname.replace('/manage/', '');
}

async function manage({ url }: TestHub, receipt: AttendanceReceipt, method = 'GET'): Promise<Response> {
  const id = receipt.attendances[0]?.id ?? '';
  return fetch(`${url}/v1/manage/attendances/${id}`, {
    method,
    headers: { authorization: `Bearer ${tokenOf(receipt)}` },
  });
}

async function mails({ hub }: TestHub): Promise<MailJob[]> {
  return (await hub.outbox.lease(100, 60_000)).map(({ job }) => job);
}

test('a repeated request gets the same answer and takes no second seat', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'one', { capacity: 10 });
  const headers = { 'idempotency-key': newKey() };
  const url = `${server.url}/v1/events/${event.id}/attendances`;
  const body = rsvpTo(event, 'ada@example.org', { guests: 2 });
  const first = await post(url, body, headers);
  await server.hub.events.cancel(event.id, 'test');
  const again = await post(url, body, headers);
  assert.equal(again.status, 201, 'a replay tells what happened then, whatever happened since');
  assert.deepEqual(again.body, first.body);
  const slot = await server.hub.storage.read.selectFrom('timeslots').selectAll().executeTakeFirstOrThrow();
  assert.equal(slot.taken, 3);
});

test('the same key sent twice at once is answered once, and told to come again', async () => {
  await using server = await startTestHub({ pause: () => new Promise((resolve) => setTimeout(resolve, 50)) });
  const event = await addEvent(server.hub, 'one');
  const headers = { 'idempotency-key': newKey() };
  const send = () =>
    post(`${server.url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'ada@example.org'), headers);
  const answers = await Promise.all([send(), send()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  const refused = answers.find(({ status }) => status === 409);
  assert.equal(refused?.body.code, 'idempotency_in_flight');
  assert.equal(refused.headers.get('retry-after'), '1');
});

test('the link of an answer shows and cancels the attendance, and no other link does', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'one', { capacity: 2 });
  const ada = await rsvp(server, event, 'ada@example.org', 1);
  const bob = await rsvp(server, event, 'bob@example.org');
  assert.equal(bob.attendances[0]?.status, 'waitlisted');
  assert.equal(bob.attendances[0].waitlistPlace, 1);

  const shown = await manage(server, ada);
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  const managed = ManagedAttendance.parse(await shown.json());
  assert.deepEqual(managed.person, {
    givenName: 'Ada',
    familyName: null,
    email: 'ada@example.org',
    phone: null,
    postalCode: null,
  });
  assert.equal(managed.status, 'confirmed');

  const mixed = { ...ada, manageUrl: bob.manageUrl };
  assert.equal((await manage(server, mixed)).status, 401);
  assert.equal((await manage(server, { ...ada, manageUrl: ada.manageUrl.slice(0, -1) })).status, 401);
  const hostToken = server.hub.tokens.sign('event', ada.attendances[0]?.id ?? '', 1);
  assert.equal(
    (await manage(server, { ...ada, manageUrl: `${server.url}/manage/${hostToken}` })).status,
    401,
  );
  assert.equal((await manage(server, mixed, 'DELETE')).status, 401);

  assert.equal((await manage(server, ada, 'DELETE')).status, 204);
  assert.equal((await manage(server, ada, 'DELETE')).status, 204, 'cancelling twice is cancelling');
  const promoted = ManagedAttendance.parse(await (await manage(server, bob)).json());
  assert.equal(promoted.status, 'unconfirmed');
  assert.ok(promoted.holdUntil, 'the seat is kept until they say yes');
  assert.equal(promoted.waitlistPlace, null);
  assert.deepEqual((await mails(server)).map(({ kind, to }) => `${kind} ${to}`).sort(), [
    'attendance-cancelled ada@example.org',
    'attendance-confirmed ada@example.org',
    'attendance-promoted bob@example.org',
    'attendance-waitlisted bob@example.org',
  ]);
});

test('the waiting line moves strictly in order: a party that doesn’t fit blocks those behind it', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'line', { capacity: 4 });
  const first = await rsvp(server, event, 'first@example.org');
  const second = await rsvp(server, event, 'second@example.org', 1);
  const party = await rsvp(server, event, 'party@example.org', 2);
  const single = await rsvp(server, event, 'single@example.org');
  const statuses = async (): Promise<string[]> => {
    const rows = await Promise.all([first, second, party, single].map((receipt) => manage(server, receipt)));
    return Promise.all(rows.map(async (row) => ManagedAttendance.parse(await row.json()).status));
  };
  // One seat is free, the party of three waits, so the single waits too.
  assert.deepEqual(await statuses(), ['confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
  const shown = (await server.hub.events.get(event.id))?.timeslots[0];
  assert.equal(shown?.spotsLeft, 0);
  assert.equal(shown.isFull, true);
  await manage(server, first, 'DELETE');
  assert.deepEqual(await statuses(), ['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);
  await manage(server, second, 'DELETE');
  assert.deepEqual(await statuses(), ['cancelled', 'cancelled', 'unconfirmed', 'unconfirmed']);
});

test('an e-mail that is known learns nothing and changes nothing, and its owner is told once', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const event = await addEvent(server.hub, 'one', { capacity: 10 });
  const real = await rsvp(server, event, 'ada@example.org', 2);
  const strangers = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const body = {
      ...rsvpTo(event, ' ADA@Example.org ', { guests: 1 }),
      person: { givenName: 'Visit evil.example', email: ' ADA@Example.org ' },
    };
    const answer = await post(`${server.url}/v1/events/${event.id}/attendances`, body);
    assert.equal(answer.status, 201);
    strangers.push(AttendanceReceipt.parse(answer.body));
  }
  const fresh = await rsvp(server, event, 'new@example.org', 1);

  const invited = await fetch(fresh.inviteUrl, { redirect: 'manual' });
  const shape = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(/[A-Za-z0-9_-]{22,}/g, 'id')
        .replaceAll(/\d{4}-[\d:T.-]+Z/g, 'time'),
    );
  for (const stranger of strangers) {
    assert.deepEqual(shape(stranger), shape(fresh));
    assert.notEqual(stranger.attendances[0]?.id, real.attendances[0]?.id);
    assert.notEqual(stranger.inviteUrl, real.inviteUrl);
    assert.equal((await manage(server, { ...real, manageUrl: stranger.manageUrl })).status, 401);
    const [shown, likeNew] = [await manage(server, stranger), await manage(server, fresh)];
    const asTyped = ManagedAttendance.parse(await shown.json());
    assert.equal(asTyped.person.givenName, 'Visit evil.example', 'it tells only what was typed');
    assert.equal(asTyped.guests, 1);
    assert.deepEqual(
      { ...asTyped, id: '', person: {}, createdAt: '', updatedAt: '' },
      {
        ...ManagedAttendance.parse(await likeNew.json()),
        id: '',
        person: {},
        createdAt: '',
        updatedAt: '',
      },
    );
    assert.equal((await fetch(stranger.inviteUrl, { redirect: 'manual' })).status, invited.status);
    const link = { token: tokenOf(stranger), version: asTyped.version };
    const url = `${server.url}/v1/manage/attendances/${asTyped.id}`;
    const changed = ManagedAttendance.parse((await patch(url, link.token, link.version, { guests: 3 })).body);
    assert.deepEqual([changed.status, changed.guests, changed.version], ['confirmed', 3, 2]);
    assert.equal((await manage(server, stranger, 'DELETE')).status, 204);
    assert.equal(ManagedAttendance.parse(await (await manage(server, stranger)).json()).status, 'cancelled');
  }
  const kept = ManagedAttendance.parse(await (await manage(server, real)).json());
  assert.equal(kept.guests, 2);
  const slot = await server.hub.storage.read.selectFrom('timeslots').selectAll().executeTakeFirstOrThrow();
  assert.equal(slot.taken, 3 + 2);
  const known = (await mails(server)).filter(({ kind }) => kind === 'attendance-known');
  assert.deepEqual(
    known.map(({ to, name, attendanceIds }) => [to, name, attendanceIds]),
    [['ada@example.org', 'Ada', [real.attendances[0]?.id]]],
  );
});

test('who cancelled may come back', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'one');
  await manage(server, await rsvp(server, event, 'ada@example.org'), 'DELETE');
  const again = await rsvp(server, event, 'ada@example.org');
  assert.equal((await manage(server, again)).status, 200);
});

test('reserved seats aren’t given away', async () => {
  await using server = await startTestHub();
  const [slot] = (await addEvent(server.hub, 'x')).timeslots;
  assert.ok(slot);
  const event = await addEvent(server.hub, 'reserved', {
    timeslots: [{ startDate: slot.startDate, endDate: null, allDay: false, capacity: 5, reserved: 4 }],
  });
  assert.equal(event.timeslots[0]?.spotsLeft, 1);
  assert.equal((await rsvp(server, event, 'a@example.org')).attendances[0]?.status, 'confirmed');
  assert.equal((await rsvp(server, event, 'b@example.org')).attendances[0]?.status, 'waitlisted');
});

test('one request for several times is several attendances', async () => {
  await using server = await startTestHub();
  const [slot] = (await addEvent(server.hub, 'x')).timeslots;
  assert.ok(slot);
  const later = new Date(Date.parse(slot.startDate) + 86_400_000).toISOString();
  const event = await addEvent(server.hub, 'two', {
    timeslots: [slot.startDate, later].map((startDate) => ({
      startDate,
      endDate: null,
      allDay: false,
      capacity: null,
    })),
  });
  const timeslotIds = event.timeslots.map(({ id }) => id);
  const answer = await post(`${server.url}/v1/events/${event.id}/attendances`, {
    ...rsvpTo(event, 'a@example.org'),
    timeslotIds,
  });
  const { attendances } = AttendanceReceipt.parse(answer.body);
  assert.deepEqual(
    attendances.map(({ timeslotId }) => timeslotId),
    timeslotIds,
  );
  assert.equal((await mails(server)).length, 1, 'one mail for both');
});

test('a party that is larger than all seats is told how many may come, and nobody waits behind it', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'five', { capacity: 5 });
  const url = `${server.url}/v1/events/${event.id}/attendances`;
  const { status, body } = await post(url, rsvpTo(event, 'many@example.org', { guests: 5 }));
  assert.equal(status, 422);
  const message = 'There are 5 places in all: bring at most 4 guests';
  assert.deepEqual(body.errors, [{ pointer: '/guests', code: 'too_big', message }]);
  assert.equal((await rsvp(server, event, 'ann@example.org')).attendances[0]?.status, 'confirmed');
  assert.equal((await rsvp(server, event, 'bob@example.org', 4)).attendances[0]?.status, 'waitlisted');
});

test('where no seat is left for anybody a party of any size waits for more', async () => {
  await using server = await startTestHub();
  const event = await addEvent(server.hub, 'none', { capacity: 0 });
  assert.equal((await rsvp(server, event, 'ann@example.org', 4)).attendances[0]?.status, 'waitlisted');
});

test('a party that waits for more than all seats lets others pass', async () => {
  const now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  const event = await addEvent(hub, 'shrinks', { capacity: 5 });
  const first = await rsvp(server, event, 'first@example.org', 3);
  const large = await rsvp(server, event, 'large@example.org', 4);
  const behind = await rsvp(server, event, 'behind@example.org');
  const statusOf = async (receipt: AttendanceReceipt): Promise<string | undefined> =>
    (await hub.attendances.managed(receipt.attendances[0]?.id ?? ''))?.status;
  await addEvent(hub, 'shrinks', { capacity: 4 });
  await manage(server, first, 'DELETE');
  assert.deepEqual(await Promise.all([large, behind].map(statusOf)), ['waitlisted', 'unconfirmed']);
  const late = await rsvp(server, event, 'late@example.org');
  assert.equal(await statusOf(late), 'unconfirmed', 'three seats are free');
  const page = await hub.attendances.create(
    event.id,
    AttendanceInput.parse(rsvpTo(event, 'page@example.org')),
    newKey(),
    'page',
  );
  await hub.attendances.confirm(page.attendances[0]?.id ?? '');
  assert.equal(await statusOf(page), 'unconfirmed');
  await addEvent(hub, 'shrinks', { capacity: 8 });
  assert.equal(await statusOf(large), 'unconfirmed');
});
