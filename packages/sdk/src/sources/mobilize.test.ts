import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mobilizeEvents, mobilizeServer } from '@huddlekit/mocks/platforms';
import { serve } from '@huddlekit/mocks/node';
import type { Client } from '../client.ts';
import { createClient } from '../create-client.ts';
import {
  isBadResponseError,
  isNotFoundError,
  isRateLimitedError,
  isUnsupportedError,
} from '../errors/guards.ts';
import type { Event } from '../index.ts';
import { startServer, send } from '../test/server.ts';
import { mobilize } from './mobilize.ts';

const organizationId = 4242;

async function all(client: Client): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of client.events.list()) events.push(event);
  return events;
}

void test('the feed of an organization, over all pages, with the partner’s credit on its links', async () => {
  const { url, close } = await serve(mobilizeServer({ rateLimit: false }));
  try {
    const client = createClient({
      source: mobilize({ organizationId, api: `${url}/v1`, utm: { campaign: 'huddles' } }),
      partner: 'lakefront',
    });
    const events = await all(client);
    assert.ok(events.length > 25, 'more than a page');
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
    assert.equal(new Set(events.map(({ pin }) => pin)).size, events.length);
    for (const { rsvp, browserUrl, location, source } of events) {
      assert.equal(rsvp, 'link');
      const { searchParams } = new URL(browserUrl ?? '');
      assert.deepEqual(
        [searchParams.get('utm_source'), searchParams.get('utm_campaign')],
        ['lakefront', 'huddles'],
      );
      const listed = mobilizeEvents().find(({ id }) => String(id) === source.id);
      if (listed?.address_visibility === 'PRIVATE')
        assert.deepEqual([location?.venue, location?.addressLines, location?.latitude], [null, [], null]);
    }
    const again = await all(createClient({ source: mobilize({ organizationId, api: `${url}/v1` }) }));
    assert.deepEqual(
      again.map(({ id, pin }) => [id, pin]),
      events.map(({ id, pin }) => [id, pin]),
    );
    const [first] = events;
    assert.ok(first);
    assert.equal((await client.events.get(first.id)).title, first.title);
    assert.equal(client.events.pageUrl(first), first.browserUrl);
    await assert.rejects(client.events.get('A'.repeat(22)), isNotFoundError);
    await assert.rejects(
      client.attendances.create(first.id, { timeslotIds: [], person: { givenName: 'A', email: 'a@b.c' } }),
      isUnsupportedError,
    );
    assert.deepEqual(client.capabilities, { host: false, trainings: false, places: false });
  } finally {
    await close();
  }
});

void test('utm values that are there stay, and nothing of ours is in the request’s head', async () => {
  const listed = {
    id: 1,
    title: 'Huddle',
    timezone: 'America/Chicago',
    timeslots: [{ id: 1, start_date: Math.floor(Date.now() / 1_000) + 86_400, end_date: null }],
    browser_url: 'https://www.mobilize.us/x/event/1/?utm_source=theirs',
  };
  await using server = await startServer((response) => {
    send(response, { data: [listed], next: null });
  });
  const source = mobilize({ organizationId, api: `${server.url}/v1`, utm: { medium: 'map' } });
  const client = createClient({ source, partner: 'lakefront', headers: { 'x-own': '1' } });
  const { data } = await client.events.page();
  assert.equal(data[0]?.browserUrl, 'https://www.mobilize.us/x/event/1/?utm_source=theirs&utm_medium=map');
  await client.pins.get();
  await client.events.page({ kind: 'huddle' });
  assert.equal(server.received.length, 1, 'one reading serves a minute');
  assert.match(
    server.received[0]?.url.search ?? '',
    /per_page=100&timeslot_start=gte_\d+|timeslot_start=gte_now/,
  );
  for (const name of ['x-own', 'authorization', 'content-type'])
    assert.equal(server.received[0]?.headers[name], undefined);
});

void test('what goes wrong there is typed', async () => {
  const cases: [number, (error: unknown) => boolean][] = [
    [403, isUnsupportedError],
    [404, isNotFoundError],
    [429, isRateLimitedError],
  ];
  for (const [status, isExpected] of cases) {
    await using server = await startServer((response) => {
      send(response, { data: null, error: { detail: 'no' } }, status, { 'retry-after': '60' });
    });
    const source = mobilize({ organizationId, api: `${server.url}/v1` });
    await assert.rejects(createClient({ source }).events.page(), isExpected, String(status));
    assert.equal(server.received.length, 1);
  }
  await using server = await startServer((response) => response.end('<html>'));
  const source = mobilize({ organizationId, api: `${server.url}/v1` });
  await assert.rejects(createClient({ source }).events.page(), isBadResponseError);
});
