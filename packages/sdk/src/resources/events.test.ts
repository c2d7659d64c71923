import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event, EventPage } from '@huddlekit/contract';
import { createClient } from '../create-client.ts';
import { eventId, sampleEvents } from '../test/samples.ts';
import { send, startServer, type Responder } from '../test/server.ts';

const events = sampleEvents(5);

/** Two events a page; the cursor is where the page begins. */
const inPages: Responder = (response, { url }) => {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const next = start + 2 < events.length ? String(start + 2) : null;
  send(response, { data: events.slice(start, start + 2), next } satisfies EventPage);
};

void test('all events come in their order, with the query on each page', async () => {
  await using server = await startServer(inPages);
  const found: Event[] = [];
  for await (const event of createClient({ hub: server.url }).events.list({ kind: 'huddle', limit: 2 }))
    found.push(event);
  assert.deepEqual(found, events);
  const queries = server.received.map(({ url }) => Object.fromEntries(url.searchParams));
  assert.deepEqual(queries, [
    { kind: 'huddle', limit: '2' },
    { kind: 'huddle', limit: '2', cursor: '2' },
    { kind: 'huddle', limit: '2', cursor: '4' },
  ]);
});

void test('pages come one at a time, and no more than are asked for', async () => {
  await using server = await startServer(inPages);
  const list = createClient({ hub: server.url }).events.list();
  for await (const page of list.pages()) {
    assert.deepEqual(page.data, events.slice(0, 2));
    break;
  }
  assert.equal(server.received.length, 1);
});

void test('nothing is sent before the first event is asked for', async () => {
  await using server = await startServer(inPages);
  createClient({ hub: server.url }).events.list();
  assert.equal(server.received.length, 0);
});

void test('a list that is aborted stops between its pages', async () => {
  await using server = await startServer(inPages);
  const controller = new AbortController();
  const { signal } = controller;
  const walk = async (): Promise<void> => {
    for await (const event of createClient({ hub: server.url }).events.list({}, { signal }))
      if (event.id === events[1]?.id) controller.abort();
  };
  await assert.rejects(walk, { name: 'AbortError' });
  assert.equal(server.received.length, 1);
});

void test('one event, and the address of its calendar', async () => {
  const [event] = events;
  await using server = await startServer((response) => send(response, event));
  const client = createClient({ hub: server.url });
  assert.deepEqual(await client.events.get(eventId), event);
  assert.equal(server.received[0]?.url.pathname, `/v1/events/${eventId}`);
  assert.equal(client.events.calendarUrl('a/b'), `${server.url}/v1/events/a%2Fb/calendar.ics`);
});
