import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, type Event } from '@huddlekit/contract';
import {
  addEvent,
  incomingEvent,
  newKey,
  rsvpTo,
  startTestHub,
  type TestHub,
} from '../server/test-hub.test-helper.ts';
import { mailsOf } from './hosted.test-helper.ts';

async function titles(url: string): Promise<string[]> {
  const { data } = (await (await fetch(`${url}/v1/events`)).json()) as { data: { title: string }[] };
  return data.map(({ title }) => title);
}

void test('what its source cancels is cancelled here, those who come are told, and it may come back', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const event = await addEvent(hub, '1', { title: 'Soup' });
  await fetch(`${url}/v1/events/${event.id}/attendances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-the-test-itself' },
    body: JSON.stringify(rsvpTo(event, 'ada@example.org')),
  });
  const cancelled = incomingEvent(hub.now(), '1', { title: 'Soup', status: 'cancelled' });
  const rsvp = { rsvp: 'native' } as const;
  assert.deepEqual(await hub.events.importEvents([cancelled], rsvp), {
    created: 0,
    updated: 1,
    unchanged: 0,
  });
  assert.deepEqual(await titles(url), []);
  assert.equal((await hub.events.get(event.id))?.status, 'cancelled');
  const mails = await hub.storage.read.selectFrom('outbox').selectAll().execute();
  assert.equal(mails.filter(({ kind }) => kind === 'event-cancelled').length, 1);
  await hub.events.importEvents([incomingEvent(hub.now(), '1', { title: 'Soup' })], rsvp);
  assert.deepEqual(await titles(url), ['Soup']);
});

void test('what was cancelled here stays so whatever its source lists', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const event = await addEvent(hub, '1', { title: 'Soup' });
  await hub.events.cancel(event.id, 'moderator');
  await hub.events.importEvents([incomingEvent(hub.now(), '1', { title: 'Soup and bread' })]);
  assert.deepEqual(await titles(url), []);
});

void test('an event that comes cancelled isn’t listed, and one that is deleted there is cancelled', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  await hub.events.importEvents([
    incomingEvent(hub.now(), '1', { title: 'Soup', status: 'cancelled' }),
    incomingEvent(hub.now(), '2', { title: 'Bread' }),
  ]);
  assert.deepEqual(await titles(url), ['Bread']);
  assert.equal(await hub.events.withdraw('test', ['1', '2', '3']), 1);
  assert.deepEqual(await titles(url), []);
});

void test('a new time of writing is no change', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const event = incomingEvent(hub.now(), '1', { title: 'Soup' });
  await hub.events.importEvents([{ ...event, updatedAt: '2026-01-01T00:00:00Z' }]);
  const again = await hub.events.importEvents([{ ...event, updatedAt: '2026-01-02T00:00:00Z' }]);
  assert.deepEqual(again, { created: 0, updated: 0, unchanged: 1 });
});

const now = Date.parse('2026-11-23T13:00:00Z');
const day = 86_400_000;

function at(days: number, hours = 0): { startDate: string; endDate: null; allDay: false; capacity: null } {
  const startDate = new Date(now + days * day + hours * 3_600_000).toISOString();
  return { startDate, endDate: null, allDay: false, capacity: null };
}

async function comes(server: TestHub, event: Event, name: string, timeslot: number): Promise<void> {
  const timeslotIds = [event.timeslots[timeslot]?.id ?? ''];
  const request = AttendanceInput.parse(rsvpTo(event, `${name}@example.org`, { timeslotIds }));
  await server.hub.attendances.create(event.id, request, newKey());
  await mailsOf(server);
}

void test('who comes stays in a time that its source moves, and is told', async () => {
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  const event = await addEvent(hub, '1', { timeslots: [at(7), at(8), at(9)] });
  for (const [index, name] of ['ada', 'bob', 'cleo'].entries()) await comes(server, event, name, index);
  const moved = await addEvent(hub, '1', { timeslots: [at(7), at(8, 3), at(12), at(9)] });
  assert.deepEqual(
    moved.timeslots.map(({ id, startDate }) => [
      event.timeslots.findIndex((slot) => slot.id === id),
      startDate,
    ]),
    [
      [0, at(7).startDate],
      [1, at(8, 3).startDate],
      [2, at(9).startDate],
      [-1, at(12).startDate],
    ].map(([index, startDate]) => [index, String(startDate).replace('.000Z', 'Z')]),
  );
  assert.deepEqual(await mailsOf(server), ['event-changed bob@example.org']);
  const longer = { ...at(7), endDate: at(7, 5).startDate };
  await addEvent(hub, '1', { timeslots: [longer, at(8, 3), at(12), at(9)], title: 'Soup' });
  assert.deepEqual(await mailsOf(server), ['event-changed ada@example.org']);
});

void test('who comes is told of another place, not of another point of it or other words', async () => {
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  const { location } = incomingEvent(now, '1');
  assert.ok(location);
  const event = await addEvent(hub, '1', { timeslots: [at(7), at(8)] });
  await comes(server, event, 'ada', 0);
  await comes(server, event, 'bob', 1);
  const timeslots = [at(7), at(8)];
  await addEvent(hub, '1', { timeslots, title: 'Soup', location: { ...location, latitude: 41.9201 } });
  assert.deepEqual(await mailsOf(server), []);
  const home = { ...location, kind: 'home' as const, addressLines: ['2417 Quillfeather Avenue'] };
  for (const place of [{ ...location, venue: 'Library' }, home, { ...home, addressLines: ['2419 Elm'] }]) {
    await addEvent(hub, '1', { timeslots, location: place });
    assert.deepEqual(await mailsOf(server), [
      'event-changed ada@example.org',
      'event-changed bob@example.org',
    ]);
  }
  await addEvent(hub, '1', { timeslots, title: 'Soup', location: { ...home, addressLines: ['2419 Elm'] } });
  assert.deepEqual(await mailsOf(server), []);
});

void test('a time that is over stays what it was, and who was there with it', async () => {
  let clock = now;
  await using server = await startTestHub({ now: () => clock });
  const { hub } = server;
  const event = await addEvent(hub, '1', { timeslots: [at(1), at(2)] });
  await comes(server, event, 'ada', 0);
  clock += 1.5 * day;
  const later = await addEvent(hub, '1', { timeslots: [at(2), at(3)] });
  assert.equal(later.timeslots[0]?.id, event.timeslots[0]?.id);
  assert.equal(later.timeslots.length, 3);
  assert.ok((await mailsOf(server)).every((mail) => !mail.startsWith('event-changed')));
});
