import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEvent, incomingEvent, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';

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
