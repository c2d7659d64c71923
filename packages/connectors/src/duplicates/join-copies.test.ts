import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalUrl } from './canonical-url.ts';
import { joinCopies } from './join-copies.ts';
import type { Comparable } from './same-event.ts';

const hall = {
  kind: 'community',
  venue: 'Union Hall',
  addressLines: [],
  locality: 'Chicago',
  region: 'IL',
  postalCode: '60607',
  country: 'US',
  latitude: 41.88,
  longitude: -87.65,
  precision: 'exact',
};

function event(system: string, id: string, changes: Partial<Comparable> = {}): Comparable {
  return {
    title: 'Kitchen-table huddle',
    timeslots: [{ startDate: '2026-12-01T19:00:00Z' }],
    location: hall,
    browserUrl: null,
    isVirtual: false,
    source: { system, id, organization: null, url: null },
    ...changes,
  };
}

/** How many sources each event that stays has. */
const sizes = (events: Comparable[]): number[] =>
  joinCopies(events).joined.map(({ sources }) => sources.length);

void test('copies are told by their id, their link and a start, or title, start and place', () => {
  const link = 'https://allies.example/event/7/';
  assert.deepEqual(sizes([event('mobilize', '7'), event('mobilize', '7')]), [2]);
  assert.deepEqual(
    sizes([
      event('huddlekit', 'a', { browserUrl: `${link}?utm_source=mail`, title: 'Huddle' }),
      event('mobilize', '7', { browserUrl: 'https://www.allies.example/event/7', location: null }),
    ]),
    [2],
  );
  const accent = event('ics', 'x', {
    title: 'KITCHEN table Huddle!',
    location: { ...hall, latitude: 41.882 },
  });
  assert.deepEqual(sizes([event('huddlekit', 'a'), accent]), [2]);
  assert.deepEqual(sizes([event('huddlekit', 'a'), event('ics', 'x'), event('mobilize', '7')]), [3]);
});

void test('what differs in start or place is no copy', () => {
  const later = event('ics', 'x', { timeslots: [{ startDate: '2026-12-02T19:00:00Z' }] });
  const elsewhere = event('ics', 'x', { location: { ...hall, latitude: 41.9 } });
  const town = event('ics', 'x', {
    location: { ...hall, locality: 'Duluth', region: 'MN', precision: 'hidden' },
  });
  for (const other of [later, elsewhere, town])
    assert.deepEqual(sizes([event('huddlekit', 'a'), other]), [1, 1]);
});

void test('where it isn’t sure both stay, and it is told', () => {
  const link = 'https://allies.example/event/7';
  const series = [
    event('mobilize', '7', { browserUrl: link }),
    event('ics', 'x', { browserUrl: link, timeslots: [{ startDate: '2026-12-08T19:00:00Z' }] }),
  ];
  const nowhere = [event('mobilize', '7'), event('ics', 'x', { location: null })];
  for (const pair of [series, nowhere]) {
    const { joined, unsure } = joinCopies(pair);
    assert.deepEqual([joined.length, unsure.length], [2, 1]);
  }
});

void test('a link that one system gives to many events joins none', () => {
  const link = 'https://campaign.example/join';
  const cities = ['Chicago', 'Duluth', 'Tampa'].map((locality, index) =>
    event('csv', String(index), { browserUrl: link, title: `Rally in ${locality}`, location: null }),
  );
  assert.deepEqual(sizes([...cities, event('ics', 'x', { browserUrl: link, location: null })]), [1, 1, 1, 1]);
});

void test('one system’s two events never become one by way of a third', () => {
  const twins = [event('csv', '1'), event('csv', '2')];
  assert.deepEqual(sizes([event('ics', 'x'), ...twins]), [2, 1]);
});

void test('links have one spelling, and a site’s own address none', () => {
  assert.equal(canonicalUrl('https://www.Example.org/a/?b=1&utm_campaign=x#top'), 'example.org/a?b=1');
  assert.equal(canonicalUrl('https://example.org/?fbclid=1'), undefined);
});

void test('every source stays, each once, and a second joining changes nothing', () => {
  const some = fc.record({
    system: fc.constantFrom('a', 'b', 'c'),
    id: fc.constantFrom('1', '2', '3'),
    hour: fc.integer({ min: 10, max: 12 }),
    title: fc.constantFrom('Rally', 'Huddle'),
    link: fc.constantFrom(null, 'https://x.example/1', 'https://x.example/2'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ system, id }) => system + id }), (rows) => {
      const events = rows.map(({ system, id, hour, title, link }) =>
        event(system, id, {
          title,
          browserUrl: link,
          timeslots: [{ startDate: `2026-12-01T${hour}:00:00Z` }],
        }),
      );
      const { joined } = joinCopies(events);
      const keys = joined.flatMap(({ sources }) => sources.map(({ system, id }) => system + id));
      assert.deepEqual(keys.toSorted(), events.map(({ source }) => source.system + source.id).toSorted());
      for (const { sources } of joined)
        assert.equal(new Set(sources.map(({ system }) => system)).size, sources.length);
    }),
  );
});
