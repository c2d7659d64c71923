import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePins } from '@huddlekit/contract/pins';
import type { Client } from '../client.ts';
import type { ConnectionOptions } from '../connection.ts';
import { createClient } from '../create-client.ts';
import { isHuddleError, isOfflineError, isUnsupportedError } from '../errors/guards.ts';
import type { Event } from '../index.ts';
import { sampleEvents } from '../test/samples.ts';
import { startServer, send } from '../test/server.ts';
import { feed } from './feed.ts';
import { hub } from './hub.ts';
import { listedClient, listOnly } from './listed-client.ts';
import { shelved } from './listing.ts';
import { merge } from './merge.ts';
import type { Source } from './source.ts';

const ahead = new Date(Date.now() + 86_400_000).toISOString();
const [sample] = sampleEvents(1);

function event(system: string, id: string, changes: Partial<Event> = {}): Event {
  assert.ok(sample);
  return {
    ...sample,
    id: `${system}${id}`.padEnd(22, 'A'),
    pin: Number(id),
    source: { system, id, organization: null, url: null },
    timeslots: sample.timeslots.map((slot) => ({ ...slot, startDate: ahead, endDate: null })).slice(0, 1),
    ...changes,
  };
}

/** A source that lists some events, or fails. */
function source(name: string, list: readonly Event[] | Error): Source {
  return {
    name,
    capabilities: listOnly,
    open: () =>
      listedClient(
        shelved(() =>
          list instanceof Error ? Promise.reject(list) : Promise.resolve({ events: list, failures: [] }),
        ),
      ),
  };
}

const open = (sources: Source[], options: ConnectionOptions = {}): Client =>
  createClient({ ...options, source: merge(sources) });

void test('copies come once with every source, whichever is first', async () => {
  const [one, two] = [
    source('a', [event('a', '1')]),
    source('b', [event('b', '2'), event('b', '3', { title: 'Other' })]),
  ];
  for (const sources of [
    [one, two],
    [two, one],
  ]) {
    const { data, failures } = await open(sources).events.page();
    assert.equal(data.length, 2);
    assert.equal(failures, undefined);
    const copy = data.find(({ title }) => title === sample?.title);
    assert.deepEqual(
      copy?.sources?.map(({ system }) => system),
      sources[0] === one ? ['a', 'b'] : ['b', 'a'],
    );
    assert.equal(data.find(({ title }) => title === 'Other')?.sources, undefined);
  }
});

void test('pins are unique, and the same events as the list’s', async () => {
  const titles = Array.from({ length: 30 }, (_, index) => `Huddle ${String(index)}`);
  const client = open([
    source(
      'a',
      titles.map((title, index) => event('a', String(index), { title })),
    ),
    source(
      'b',
      titles.map((title, index) => event('b', String(index), { title: `${title} too` })),
    ),
  ]);
  const pins = decodePins(await client.pins.get()).map(({ pin }) => pin);
  assert.equal(new Set(pins).size, 60);
  const listed: Event[] = [];
  for await (const page of client.events.list({ limit: 7 }).pages()) listed.push(...page.data);
  assert.equal(new Set(listed.map(({ id }) => id)).size, 60);
  assert.deepEqual(new Set(listed.map(({ pin }) => pin)), new Set(pins));
  const some = await client.events.page({ pins: pins.slice(3, 6).join() });
  assert.deepEqual(
    some.data.map(({ pin }) => pin),
    pins.slice(3, 6),
  );
});

void test('a source that fails is named and leaves the others; where all fail the call does', async () => {
  const failing = source('feed:https://a.example', new Error('gone'));
  const { data, failures } = await open([failing, source('b', [event('b', '2')])]).events.page();
  assert.equal(data.length, 1);
  assert.deepEqual(
    failures?.map((failure) => failure.source),
    ['feed:https://a.example'],
  );
  await assert.rejects(open([failing, failing]).events.page(), /gone/);
});

void test('a source that never answers is left out after a while', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const silent: Source = {
    ...source('silent', []),
    open: () => listedClient(() => new Promise(() => undefined)),
  };
  const call = open([silent, source('b', [event('b', '2')])]).events.page();
  for (let turn = 0; turn < 50; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(1_000);
  }
  const { data, failures } = await call;
  assert.equal(data.length, 1);
  assert.ok(isOfflineError(failures?.[0]?.error));
});

void test('RSVPs go to the hub that lists the event, and what no source can do is refused', async () => {
  await using server = await startServer((response, { method, url }) => {
    if (method === 'POST')
      send(
        response,
        { code: 'event_over', title: 'Over', type: 'about:blank', status: 409, requestId: 'r' },
        409,
        { 'content-type': 'application/problem+json' },
      );
    else if (url.pathname === '/v1/events') send(response, { data: [event('huddlekit', '1')], next: null });
    else response.writeHead(200).end('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  });
  const client = open([feed(`${server.url}/a.ics`), hub(server.url)]);
  const [own] = (await client.events.page()).data;
  assert.ok(own);
  assert.equal(client.hub, server.url);
  assert.deepEqual(client.capabilities, { host: true, trainings: true, places: true });
  assert.equal(client.events.pageUrl(own), `${server.url}/e/${own.id}`);
  const rsvp = client.attendances.create(own.id, {
    timeslotIds: [own.timeslots[0]?.id ?? ''],
    person: { givenName: 'Ada', email: 'ada@example.org' },
  });
  await assert.rejects(rsvp, (error: unknown) => isHuddleError(error) && error.code === 'event_over');
  assert.equal(server.received.at(-1)?.url.pathname, `/v1/events/${own.id}/attendances`);
  const without = open([source('a', [])]);
  for (const call of [
    without.trainings.next(),
    without.campaign.get(),
    without.places.search('x'),
    without.time.get(),
    without.attendances.get('x', 'y'),
  ])
    await assert.rejects(call, isUnsupportedError);
});

void test('too many events say to import the others', async () => {
  const many = Array.from({ length: 5_001 }, (_, index) => event('a', String(index)));
  const { failures } = await open([source('a', many), source('b', [event('b', '1')])]).events.page();
  assert.match((failures?.[0]?.error as Error).message, /Import the others/);
});
