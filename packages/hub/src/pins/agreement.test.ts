import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Counts, Event, EventPage } from '@huddlekit/contract';
import { decodePins, type PinFeed } from '@huddlekit/contract/pins';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import fc from 'fast-check';
import type { IncomingEvent } from '../events/event-import.ts';
import { incomingEvent, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';

const now = Date.parse('2026-11-23T15:00:00Z');
const hour = 3_600_000;
const towns = [
  ['America/Chicago', 41.88, -87.63],
  ['America/Los_Angeles', 37.77, -122.42],
  ['America/New_York', 40.71, -74.01],
  ['Pacific/Honolulu', 21.31, -157.86],
  ['Pacific/Auckland', -36.85, 174.76],
] as const;

const kinds = ['huddle', 'rally', 'training'] as const;

let server: TestHub;
let events: Event[];

/** Numbers from 0 up to 1 that are the same in each run. */
function* numbers(): Generator<number> {
  let state = 7;
  for (;;) yield (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function randomEvents(count: number): IncomingEvent[] {
  const random = numbers();
  const next = (below: number): number => Math.floor(Number(random.next().value) * below);
  return Array.from({ length: count }, (_, number) => {
    const [timezone, latitude, longitude] = towns[next(towns.length)] ?? towns[0];
    const starts = Array.from({ length: 1 + next(3) }, () => now + (next(240) - 10) * hour);
    const isVirtual = next(6) === 0;
    const base = incomingEvent(now, String(number));
    return {
      ...base,
      title: `${next(2) === 0 ? 'Kitchen' : 'Library'} talk ${String(number)}`,
      kind: kinds[next(3)] ?? 'huddle',
      timezone,
      isVirtual,
      languages: [['en', 'es', 'es-MX', 'en-US'][next(4)] ?? 'en'],
      accessibility: { ...base.accessibility, wheelchair: next(2) === 0 },
      sponsor: next(3) === 0 ? { id: 'lakefront', name: 'Lakefront', url: null } : null,
      location: isVirtual
        ? null
        : {
            ...(base.location ?? assert.fail()),
            latitude: latitude + next(100) / 100,
            longitude: longitude + next(100) / 100,
          },
      timeslots: starts.map((start) => ({
        startDate: new Date(start).toISOString(),
        endDate: null,
        allDay: false,
        capacity: next(4) === 0 ? 0 : 20,
      })),
    };
  });
}

before(async () => {
  server = await startTestHub({ now: () => now });
  await server.hub.events.importEvents(randomEvents(150), { rsvp: 'native' });
  events = await listed('');
  assert.ok(events.length > 100);
});
after(() => server[Symbol.asyncDispose]());

async function read<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(server.url + path);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as Answer;
}

async function listed(query: string): Promise<Event[]> {
  const all: Event[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `&cursor=${next}`;
    const page: EventPage = await read<EventPage>(`/v1/events?limit=100&${query}${cursor}`);
    all.push(...page.data);
    next = page.next;
  } while (next !== null);
  return all;
}

const dates = fc.integer({ min: -1, max: 10 }).map((days) => date(now + days * 24 * hour));
const filters = fc.record(
  {
    kind: fc.constantFrom('huddle', 'rally,training'),
    virtual: fc.constantFrom('true', 'false'),
    language: fc.constantFrom('es', 'en-US'),
    accessible: fc.constant('true'),
    hasRoom: fc.constant('true'),
    sponsor: fc.constantFrom('lakefront', 'nobody'),
    q: fc.constantFrom('kitchen', 'talk 1', '%'),
    bbox: fc.constantFrom('-130,20,-80,50', '170,-50,-150,30'),
    fromDate: dates,
    toDate: dates,
    to: fc.constantFrom('2026-11-27T00:00:00Z'),
    from: fc.constantFrom('2026-11-25T00:00:00Z'),
  },
  { requiredKeys: [] },
);
const near = fc.option(fc.constantFrom('41.9,-87.6', '37.8,-122'), { nil: undefined });

void test('list, pins and counts tell of the same events, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(filters, near, async (query, point) => {
      const asked = new URLSearchParams({ ...query, ...(point && { near: point, within: '60000' }) });
      const list = await listed(asked.toString());
      const placed = list.filter(({ location, isVirtual }) => location?.latitude != null && !isVirtual);
      const pins = decodePins(await read<PinFeed>(`/v1/pins?${asked.toString()}`));
      assert.deepEqual(numbersOf(pins), numbersOf(placed));
      const range = '2026-11-24..2026-11-26';
      const counts = await read<Counts>(`/v1/counts?${asked.toString()}&ranges=${range},${range}`);
      assert.equal(counts.total, list.length);
      asked.delete('kind');
      const ofAnyKind = await listed(asked.toString());
      const byKind = Object.groupBy(ofAnyKind, ({ kind }) => kind);
      assert.deepEqual(
        counts.kinds,
        Object.fromEntries(Object.entries(byKind).map(([kind, some = []]) => [kind, some.length])),
      );
      const { from: _from, to: _to, fromDate: _fromDate, toDate: _toDate, ...rest } = query;
      const inRange = new URLSearchParams({
        ...rest,
        ...(point && { near: point, within: '60000' }),
        fromDate: '2026-11-24',
        toDate: '2026-11-26',
      });
      const count = (await listed(inRange.toString())).length;
      assert.deepEqual(counts.ranges, [count, count]);
    }),
    { numRuns: 80 },
  );
});

void test('dates are those of each event’s own zone, and pins mark them', async () => {
  for (const offset of [0, 1, 2, 5]) {
    const day = date(now + offset * 24 * hour);
    const expected = events.filter(({ timeslots, timezone }) =>
      timeslots.some(
        ({ startDate }) =>
          Date.parse(startDate) + 2 * hour > now &&
          localDateTime(Date.parse(startDate), timezone).date === day,
      ),
    );
    assert.deepEqual(numbersOf(await listed(`fromDate=${day}&toDate=${day}`)), numbersOf(expected), day);
    const marked = decodePins(await read<PinFeed>('/v1/pins')).filter(({ days }) => days.includes(offset));
    const placed = expected.filter(({ isVirtual }) => !isVirtual);
    assert.deepEqual(numbersOf(marked), numbersOf(placed), day);
  }
});

void test('an event that moves online is found there', async () => {
  const one = incomingEvent(now, 'moving', { title: 'Moving' });
  await server.hub.events.importEvents([one]);
  const titles = async (virtual: string): Promise<number> =>
    (await listed(`virtual=${virtual}&q=moving`)).length;
  assert.deepEqual([await titles('false'), await titles('true')], [1, 0]);
  await server.hub.events.importEvents([{ ...one, isVirtual: true, location: null }]);
  assert.deepEqual([await titles('false'), await titles('true')], [0, 1]);
});

void test('what can’t be asked is told, with the value that is wrong', async () => {
  const wrong = {
    tile: ['20/0/0', '1/2/0', 'x'],
    bbox: ['0,50,0,40'],
    near: ['95,0'],
    ranges: ['2026-11-24', 'a..b'],
    fromDate: ['2026-02-30', 'today'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      const path = name === 'ranges' ? '/v1/counts' : '/v1/pins';
      const answer = await fetch(`${server.url}${path}?${name}=${encodeURIComponent(value)}`);
      const { code, errors } = (await answer.json()) as { code: string; errors: { pointer: string }[] };
      assert.equal(answer.status, 400, `${name}=${value}`);
      assert.equal(code, 'bad_request');
      assert.equal(errors[0]?.pointer, `?${name}`);
    }
  }
});

function date(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function numbersOf(all: readonly { readonly pin: number }[]): number[] {
  return all.map(({ pin }) => pin).sort((a, b) => a - b);
}
