import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { convert, type Conversion, type Format } from '@huddlekit/connectors';
import { EventFeatureCollection, LinkedEvents, type Event } from '@huddlekit/contract';
import ical from 'ical.js';
import {
  homeEvent,
  incomingEvent,
  post,
  publishEvent,
  rsvpTo,
  startTestHub,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

const day = 86_400_000;
const feeds = ['ics', 'geojson', 'json'] as const;
type Feed = (typeof feeds)[number];
const formats: Readonly<Record<Feed, Format>> = { ics: 'ics', geojson: 'geojson', json: 'json-ld' };

let server: TestHub;
before(async () => {
  // Calendars know no parts of a second.
  const now = Math.ceil(Date.now() / 3_600_000) * 3_600_000;
  server = await startTestHub({
    now: () => now,
    environment: { HUDDLEKIT_BASE_URL: 'https://hub.example.org' },
    campaign: { slug: 'a', title: { en: 'Soup, & songs' }, summary: '', organizer: { name: 'A' } },
  });
  const { hub } = server;
  const at = (offset: number): string => new Date(now + offset).toISOString();
  const slot = (offset: number) => ({
    startDate: at(offset),
    endDate: at(offset + 7_200_000),
    allDay: false,
    capacity: null,
  });
  await hub.events.importEvents([
    incomingEvent(hub.now(), 'hall', {
      title: 'Marcha; «niños, y niñas»\u2028 ✊🏽'.repeat(3),
      summary:
        'Two lines\nof a very long text, with a backslash \\ and so on, that has to be folded. '.repeat(4),
      timeslots: [slot(2 * day), slot(9 * day), slot(16 * day)],
    }),
    incomingEvent(hub.now(), 'online', { location: null, isVirtual: true, timeslots: [slot(3 * day)] }),
    incomingEvent(hub.now(), 'over', { timeslots: [slot(-3 * day)] }),
    incomingEvent(hub.now(), 'training', { kind: 'training', timeslots: [slot(4 * day)] }),
    incomingEvent(hub.now(), 'whole', {
      timeslots: [
        { startDate: '2031-12-01T06:00:00Z', endDate: '2031-12-03T06:00:00Z', allDay: true, capacity: null },
      ],
    }),
  ]);
  await publishEvent(server);
});
after(() => server[Symbol.asyncDispose]());

async function get(
  feed: Feed,
  query = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${server.url}/feeds/events.${feed}${query}`, { headers });
}

async function readBack(feed: Feed, query = ''): Promise<Conversion> {
  const bytes = new Uint8Array(await (await get(feed, query)).arrayBuffer());
  return convert(bytes, formats[feed], { now: server.hub.now() });
}

async function listed(query = ''): Promise<readonly Event[]> {
  const { data } = (await (await fetch(`${server.url}/v1/events?limit=100&${query}`)).json()) as {
    data: Event[];
  };
  return data;
}

/** What a format may not lose. */
interface Facts extends Pick<Event, 'title' | 'isVirtual' | 'location'> {
  readonly timeslots: readonly Pick<Event['timeslots'][number], 'startDate' | 'endDate' | 'allDay'>[];
}

function factsOf(event: Facts) {
  const { locality, region, venue } = event.location ?? {};
  return {
    title: event.title.replaceAll(/\s+/g, ' '),
    times: event.timeslots.map(({ startDate, endDate, allDay }) => [
      Date.parse(startDate),
      endDate && Date.parse(endDate),
      allDay,
    ]),
    isVirtual: event.isVirtual,
    place: [venue, locality, region].map((part) => part ?? null),
  };
}

for (const feed of feeds) {
  test(`our own connector reads the ${feed} feed back to the same events`, async () => {
    const { events, problems } = await readBack(feed);
    const expected = await listed();
    assert.equal(expected.length, 5, 'upcoming ones');
    const sorted = (facts: ReturnType<typeof factsOf>[]) =>
      facts.sort((one, other) => JSON.stringify(one.times).localeCompare(JSON.stringify(other.times)));
    // A home has no venue; linked data names the town in its place, so that search engines show something.
    const bare = (event: Facts) => {
      const facts = factsOf(event);
      return event.location?.venue === event.location?.locality
        ? { ...facts, place: [null, ...facts.place.slice(1)] }
        : facts;
    };
    assert.deepEqual(sorted(events.map(bare)), sorted(expected.map(bare)), JSON.stringify(problems));
  });

  test(`the ${feed} feed takes the filters of the list`, async () => {
    const [first] = (await listed()).filter(({ title }) => title.startsWith('Marcha'));
    for (const query of [
      'kind=training',
      'virtual=true',
      'near=41.92,-87.7&within=3000',
      'bbox=0,0,1,1',
      'q=marcha',
      `to=${first?.timeslots[0]?.endDate ?? ''}`,
      'sponsor=nobody',
    ]) {
      const titles = (await readBack(feed, `?${query}`)).events.map(factsOf).map(({ title }) => title);
      const expected = (await listed(query)).map(factsOf).map(({ title }) => title);
      assert.deepEqual([...titles].sort(), [...expected].sort(), query);
    }
    const wrong = await get(feed, '?near=here');
    assert.equal(wrong.status, 400);
    const { errors } = (await wrong.json()) as { errors: { pointer: string }[] };
    assert.equal(errors[0]?.pointer, '?near');
  });

  test(`the ${feed} feed is for every origin, kept for a moment and asked for by its tag`, async () => {
    const answer = await get(feed, '', { origin: 'https://calendar.example' });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=0, s-maxage=10');
    assert.equal(answer.headers.get('link'), null, 'that is all');
    const again = await get(feed, '', { 'if-none-match': answer.headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
  });
}

/** Lines of 75 octets at most, each ended by CRLF and whole characters (RFC 5545, 3.1). */
function assertFolded(text: string): void {
  assert.ok(text.endsWith('\r\n'));
  for (const line of text.slice(0, -2).split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\r\n\ufffd]/);
  }
}

test('the calendar is valid for a parser that isn’t ours, folded, named and asked for again', async () => {
  const text = await (await get('ics')).text();
  assertFolded(text);
  const calendar = new ical.Component(ical.parse(text) as unknown[]);
  assert.match(text, /\r\nX-WR-CALNAME:Soup\\, & songs\r\n/);
  assert.equal(String(calendar.getFirstPropertyValue('refresh-interval')), 'PT1H');
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ical.Event(entry));
  const expected = await listed();
  assert.equal(
    entries.length,
    expected.reduce((sum, { timeslots }) => sum + timeslots.length, 0),
  );
  assert.equal(new Set(entries.map(({ uid }) => uid)).size, entries.length);
  for (const { timeslots, title } of expected) {
    for (const { id, startDate, allDay } of timeslots) {
      const entry = entries.find(({ uid }) => uid.startsWith(id));
      assert.equal(entry?.summary, title);
      assert.equal(entry.component.getFirstPropertyValue('status'), 'CONFIRMED');
      if (allDay) assert.ok(entry.startDate.isDate);
      else assert.equal(entry.startDate.toJSDate().getTime(), Date.parse(startDate));
    }
  }
});

test('an event online or without a public point has a null geometry, others longitude first', async () => {
  const { features } = EventFeatureCollection.parse(await (await get('geojson')).json());
  const answer = await get('geojson');
  assert.match(answer.headers.get('content-type') ?? '', /^application\/geo\+json/);
  const geometryOf = (title: string) =>
    features.find(({ properties }) => String(properties['title']).startsWith(title))?.geometry;
  assert.equal(geometryOf('Gathering online'), null);
  assert.deepEqual(geometryOf('Marcha')?.coordinates, [-87.7, 41.92]);
  const home = (await listed('kind=huddle'))[0]?.location;
  assert.deepEqual(geometryOf('Kitchen')?.coordinates, [home?.longitude, home?.latitude]);
});

test('linked data claims no point for an area', async () => {
  const answer = await get('json');
  assert.match(answer.headers.get('content-type') ?? '', /^application\/ld\+json/);
  const { '@graph': graph } = LinkedEvents.parse(await answer.json());
  const places = graph.map(({ name, location }) => [name, JSON.stringify(location)] as const);
  assert.match(places.find(([name]) => String(name).startsWith('Marcha'))?.[1] ?? '', /GeoCoordinates/);
  assert.doesNotMatch(places.find(([name]) => name === 'Kitchen-table huddle')?.[1] ?? '', /GeoCoordinates/);
});

interface Entry {
  readonly status: string;
  readonly sequence: number;
  readonly modified: string;
  readonly summary: string;
}

async function entriesOf({ url }: TestHub): Promise<ReadonlyMap<string, Entry>> {
  const text = await (await fetch(`${url}/feeds/events.ics`)).text();
  const calendar = new ical.Component(ical.parse(text) as unknown[]);
  return new Map(
    calendar.getAllSubcomponents('vevent').map((entry) => {
      const value = (name: string): string => String(entry.getFirstPropertyValue(name));
      return [
        value('uid'),
        {
          status: value('status'),
          sequence: Number(value('sequence')),
          modified: value('last-modified'),
          summary: value('summary'),
        },
      ];
    }),
  );
}

test('an entry keeps its name through a change and its cancellation, with rising numbers', async () => {
  let clock = Date.UTC(2027, 2, 1, 12);
  await using own = await startTestHub({ now: () => clock });
  const { hub } = own;
  const id = await publishEvent(own);
  const [[uid = '', first] = []] = await entriesOf(own);
  clock += 60_000;
  await hub.events.change(id, { title: 'Porch huddle' }, { ifMatch: '*', key: '' });
  assert.deepEqual((await entriesOf(own)).get(uid)?.summary, first?.summary, 'nobody has read it yet');
  await hub.events.approve(id, 'moderator');
  const second = (await entriesOf(own)).get(uid);
  assert.equal(second?.summary, 'Porch huddle');
  assert.ok(second.sequence > (first?.sequence ?? 0) && second.modified > (first?.modified ?? ''));
  clock += 60_000;
  await hub.events.cancel(id, 'host');
  const third = (await entriesOf(own)).get(uid);
  assert.equal(third?.status, 'CANCELLED');
  assert.ok(third.sequence > second.sequence);
  for (const feed of ['geojson', 'json'])
    assert.ok(!(await (await fetch(`${own.url}/feeds/events.${feed}`)).text()).includes('Porch'), feed);
  clock += 30 * day;
  assert.equal((await entriesOf(own)).size, 0, 'it would have been over');
});

test('what never was public, or was taken down, is in no feed, cancelled or not', async () => {
  await using own = await startTestHub();
  const { hub, url } = own;
  const texts = async (): Promise<string> =>
    (
      await Promise.all(feeds.map(async (feed) => (await fetch(`${url}/feeds/events.${feed}`)).text()))
    ).join();
  const { body } = await post(`${url}/v1/events`, homeEvent(hub.now(), { title: 'Withdrawn early' }));
  await hub.events.cancel(String(body['id']), 'host');
  const shown = await publishEvent(own, { title: 'Bad words' });
  assert.match(await texts(), /Bad words/);
  await hub.review.takeDown(shown, { actor: 'moderator', message: 'No.' });
  const cancelled = await publishEvent(own, { title: 'Bad end' });
  await hub.events.cancel(cancelled, 'host');
  assert.match(await texts(), /Bad end/);
  await hub.review.takeDown(cancelled, { actor: 'moderator', message: 'No.' });
  assert.doesNotMatch(await texts(), /Withdrawn|Bad/);
});

test('a feed ends at its bound and says where it goes on; nothing is lost or twice', async () => {
  await using own = await startTestHub({ environment: { HUDDLEKIT_BASE_URL: 'https://hub.example.org' } });
  const { hub, url } = own;
  const events = Array.from({ length: 612 }, (_, index) => incomingEvent(hub.now(), `n${String(index)}`));
  await hub.events.importEvents(events.slice(0, 400));
  await hub.events.importEvents(events.slice(400));
  const ids: string[] = [];
  let path: string | undefined = '/feeds/events.geojson?kind=gathering';
  const pages: number[] = [];
  while (path !== undefined) {
    const answer: Response = await fetch(url + path);
    const { features } = EventFeatureCollection.parse(await answer.json());
    ids.push(...features.map(({ id }) => id));
    pages.push(features.length);
    const link: string | undefined = /^<https:\/\/hub\.example\.org(\/[^>]*)>; rel="next"$/.exec(
      answer.headers.get('link') ?? '',
    )?.[1];
    path = link;
  }
  assert.deepEqual(pages, [500, 112]);
  assert.equal(new Set(ids).size, 612);
});

test('an event of many times doesn’t make a feed without end', async () => {
  await using own = await startTestHub();
  const { hub, url } = own;
  const times = Array.from({ length: 60 }, (_, index) => {
    const start = hub.now() + (index + 1) * day;
    return {
      startDate: new Date(start).toISOString(),
      endDate: new Date(start + 3_600_000).toISOString(),
      allDay: false,
      capacity: null,
    };
  });
  await hub.events.importEvents(
    Array.from({ length: 51 }, (_, index) => incomingEvent(hub.now(), String(index), { timeslots: times })),
  );
  const answer = await fetch(`${url}/feeds/events.geojson`);
  const { features } = EventFeatureCollection.parse(await answer.json());
  assert.equal(features.length, 50);
  assert.match(answer.headers.get('link') ?? '', /rel="next"/);
});

test('an RSVP leaves the calendar as it was', async () => {
  const [event] = await listed('kind=huddle');
  assert.ok(event);
  const before = (await get('ics')).headers.get('etag');
  await post(`${server.url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'ada@example.org'));
  assert.equal((await get('ics')).headers.get('etag'), before);
});
