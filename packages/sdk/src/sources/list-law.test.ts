import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { pageOfEvents } from '@huddlekit/contract/event-list';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import fc from 'fast-check';
import type { Client } from '../client.ts';
import { createClient } from '../create-client.ts';
import type { Event, EventQuery } from '../index.ts';

const places = new URL('../../../hub/data/places.sqlite', import.meta.url);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';

const point = fc.constantFrom(
  '41.88,-87.63',
  '40.71,-74.01',
  '34.05,-118.24',
  '21.31,-157.86',
  '64.84,-147.72',
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const day = 86_400_000;

const queries = fc
  .record({
    near: maybe(point),
    within: maybe(fc.integer({ min: 10_000, max: 900_000 })),
    bbox: maybe(fc.constantFrom('-125,24,-66,50', '170,10,-150,75', '-90,40,-80,45')),
    from: maybe(
      fc.integer({ min: 0, max: 20 }).map((days) => new Date(Date.now() + days * day).toISOString()),
    ),
    to: maybe(fc.integer({ min: 1, max: 40 }).map((days) => new Date(Date.now() + days * day).toISOString())),
    kind: maybe(fc.constantFrom('huddle', 'gathering,training', 'rally')),
    virtual: maybe(fc.constantFrom('true', 'false')),
    language: maybe(fc.constantFrom('en', 'es', 'es-MX')),
    accessible: maybe(fc.constant('true')),
    hasRoom: maybe(fc.constant('true')),
    q: maybe(fc.constantFrom('chicago', 'soup', 'san', 'huddle new')),
  })
  .map(({ within, ...query }) => ({
    ...query,
    ...(query.near !== undefined && within !== undefined && { within }),
  }));

void suite('a list held whole answers as a hub does', { skip }, () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let client: Client;
  let events: Event[];

  before(async () => {
    hub = await startHub();
    client = createClient({ hub: hub.url });
    events = [];
    for await (const event of client.events.list({ limit: 100 })) events.push(event);
  });
  after(() => hub.stop());

  void test('the same events in the same order for any filters', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
        const theirs = (await client.events.page({ ...asked, limit: 100 })).data;
        const ours = pageOfEvents(events, { ...asked, limit: 100 }, Date.now()).data;
        assert.deepEqual(
          ours.map(({ id }) => id),
          theirs.map(({ id }) => id),
          JSON.stringify(asked),
        );
      }),
      { numRuns: 150 },
    );
  });

  void test('nearest first, page by page', async () => {
    const query: EventQuery = { near: '41.88,-87.63', within: 2_000_000, order: 'distance' };
    const walk = async (page: (cursor?: string) => Promise<{ data: Event[]; next: string | null }>) => {
      const found: Event[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const { data, next } = await page(cursor);
        found.push(...data);
        cursor = next;
      }
      return found.map(({ distance }) => distance);
    };
    const theirs = await walk((cursor) =>
      client.events.page({ ...query, limit: 40, ...(cursor && { cursor }) }),
    );
    const ours = await walk((cursor) =>
      Promise.resolve(pageOfEvents(events, { ...query, limit: 40, ...(cursor && { cursor }) }, Date.now())),
    );
    assert.deepEqual(ours, theirs);
  });
});
