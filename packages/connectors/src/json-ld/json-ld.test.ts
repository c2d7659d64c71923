import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Conversion, ConvertContext } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { convertWhole } from '../pacing.ts';
import { assertAnyBytes, assertLaws, rowsPerStep } from '../rows/test/laws.ts';
import { readJsonLd } from './json-ld.ts';

const chicago = {
  '@type': 'Place',
  name: 'Federal Plaza',
  address: {
    '@type': 'PostalAddress',
    streetAddress: '50 W Adams St',
    addressLocality: 'Chicago',
    addressRegion: 'IL',
    postalCode: '60604',
    addressCountry: 'US',
  },
  geo: { '@type': 'GeoCoordinates', latitude: '41.88', longitude: -87.63 },
};
const rally = {
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: 'Rally',
  startDate: '2026-12-05T19:00:00-06:00',
  location: chicago,
};

function read(value: unknown, context: ConvertContext = {}): Conversion {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const conversion = convertWhole(readJsonLd, bytes, { now: Date.parse('2026-11-23T00:00:00Z'), ...context });
  assertLaws(conversion);
  return conversion;
}

const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);
const titles = ({ events }: Conversion): string[] => events.map(({ title }) => title);

/** The one event of a source that says these things of it. */
function only(changes: object, context?: ConvertContext): ImportedEvent {
  const { events } = read({ ...rally, ...changes }, context);
  assert.equal(events.length, 1);
  const [event] = events;
  assert.ok(event);
  return event;
}

void test('an event’s name, time and place are read', () => {
  const event = only({ name: 'Rally &amp; March', description: '<p>Come <b>all</b></p>' });
  assert.deepEqual(
    [event.title, event.description, event.timezone],
    ['Rally & March', 'Come **all**', 'America/Chicago'],
  );
  assert.deepEqual(event.location, {
    kind: 'community',
    venue: 'Federal Plaza',
    addressLines: ['50 W Adams St'],
    locality: 'Chicago',
    region: 'IL',
    postalCode: '60604',
    country: 'US',
    latitude: 41.88,
    longitude: -87.63,
    precision: 'exact',
  });
});

void test('a description that was escaped twice is read, and stays harmless', () => {
  const { description } = only({
    description:
      '&lt;p&gt;Come &amp; &lt;b&gt;bring&lt;/b&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
  });
  assert.equal(description, 'Come & **bring**');
  assert.equal(only({ description: '1 &lt; 2' }).description.includes('1 '), true);
});

void test('names may be prefixed, whole, in lists, or the type one of several', () => {
  const types = ['Event', 'schema:Event', 'http://schema.org/Event', 'https://schema.org/Event'];
  for (const type of [...types, ['Thing', 'MusicEvent'], 'Festival', 'schema:EducationEvent', 'ProtestEvent'])
    assert.deepEqual(titles(read({ ...rally, '@type': type })), ['Rally'], String(type));
  const expanded = {
    '@type': ['http://schema.org/Event'],
    'http://schema.org/name': [{ '@value': 'Rally', '@language': 'en' }],
    'http://schema.org/startDate': [{ '@value': '2026-12-05T19:00:00Z' }],
  };
  assert.deepEqual(titles(read([expanded])), ['Rally']);
});

void test('events are found in lists, graphs, other things, parts and wholes', () => {
  const named = (name: string, more: object = {}): object => ({ ...rally, name, ...more });
  assert.deepEqual(titles(read([named('A'), named('B')])), ['A', 'B']);
  assert.deepEqual(titles(read({ '@graph': [{ '@type': 'WebPage' }, named('A')] })), ['A']);
  const list = {
    '@type': 'ItemList',
    itemListElement: [{ '@type': 'ListItem', item: named('A') }, named('B')],
  };
  assert.deepEqual(titles(read(list)), ['A', 'B']);
  assert.deepEqual(titles(read({ '@type': 'Organization', name: 'O', event: [named('A')] })), ['A']);
  assert.deepEqual(titles(read(named('A', { subEvent: [named('B'), named('C')] }))), ['A', 'B', 'C']);
  assert.deepEqual(titles(read(named('A', { superEvent: { '@type': 'Festival', name: 'F' } }))), ['A']);
  assert.deepEqual(titles(read(named('A', { superEvent: named('F') }))), ['A', 'F']);
});

void test('the parts of a series have its name and place where they don’t say otherwise', () => {
  const series = { ...rally, '@type': 'EventSeries', startDate: undefined };
  const parts = [
    { '@type': 'Event', startDate: '2026-12-05T19:00' },
    { ...rally, name: 'Second' },
  ];
  const { events, problems, rows } = read({ ...series, subEvent: parts });
  assert.deepEqual([rows, problems], [2, []]);
  assert.deepEqual(
    events.map(({ title, location }) => [title, location?.venue]),
    [
      ['Rally', 'Federal Plaza'],
      ['Second', 'Federal Plaza'],
    ],
  );
  const apart = read({
    '@graph': [
      { '@type': 'Event', '@id': '#1', startDate: '2026-12-05T19:00' },
      { ...series, subEvent: { '@id': '#1' } },
    ],
  });
  assert.deepEqual([titles(apart), apart.events[0]?.timezone], [['Rally'], 'America/Chicago']);
});

void test('a place may be named by its id elsewhere in the source', () => {
  const source = [
    { ...rally, location: { '@id': '#hall' } },
    { ...chicago, '@id': '#hall' },
  ];
  assert.equal(read(source).events[0]?.location?.venue, 'Federal Plaza');
});

void test('a time without an offset is of the named zone, else the place’s, else of no event', () => {
  const start = { startDate: '2026-12-05T19:00' };
  assert.equal(only(start).timeslots[0]?.startDate, '2026-12-06T01:00:00Z');
  assert.equal(only(start, { timezone: 'America/Denver' }).timeslots[0]?.startDate, '2026-12-06T02:00:00Z');
  assert.deepEqual(
    codes(read({ ...rally, ...start, location: 'Somewhere' })).includes('missing_timezone'),
    true,
  );
});

void test('a date alone is a whole day, and the last one is included', () => {
  const slots = (changes: object): unknown[] =>
    only(changes).timeslots.map(({ startDate, endDate, allDay }) => [startDate, endDate, allDay]);
  assert.deepEqual(slots({ startDate: '2026-12-05', endDate: '2026-12-06' }), [
    ['2026-12-05T06:00:00Z', '2026-12-07T06:00:00Z', true],
  ]);
  assert.deepEqual(slots({ duration: 'PT1H30M' }), [['2026-12-06T01:00:00Z', '2026-12-06T02:30:00Z', false]]);
  assert.deepEqual(slots({ startDate: undefined, doorTime: '2026-12-05T18:30:00-06:00' }), [
    ['2026-12-06T00:30:00Z', null, false],
  ]);
  assert.deepEqual(slots({ startDate: ['2026-12-06T00:00:00Z', '2026-12-07T00:00:00Z'] }), [
    ['2026-12-06T00:00:00Z', null, false],
    ['2026-12-07T00:00:00Z', null, false],
  ]);
});

void test('a schedule gives its first date, and says that the rest is lost', () => {
  const eventSchedule = {
    '@type': 'Schedule',
    startDate: '2026-12-05',
    startTime: '19:00',
    endTime: '21:00',
    repeatFrequency: 'P1W',
  };
  const conversion = read({ ...rally, startDate: undefined, eventSchedule });
  assert.deepEqual(codes(conversion), ['bad_recurrence']);
  assert.equal(conversion.events[0]?.timeslots[0]?.endDate, '2026-12-06T03:00:00Z');
});

void test('states of an event are told apart', () => {
  const state = (eventStatus: string): unknown[] => {
    const conversion = read({ ...rally, eventStatus });
    return [conversion.events[0]?.status, conversion.events[0]?.isVirtual, ...codes(conversion)];
  };
  assert.deepEqual(state('https://schema.org/EventScheduled'), ['confirmed', false]);
  assert.deepEqual(state('EventCancelled'), ['cancelled', false]);
  assert.deepEqual(state('http://schema.org/EventPostponed'), ['cancelled', false, 'postponed_event']);
  assert.deepEqual(state('https://schema.org/EventRescheduled'), ['confirmed', false]);
  assert.deepEqual(state('https://schema.org/EventMovedOnline'), ['confirmed', true]);
});

void test('locations are places, addresses, words, online ones, or several of them', () => {
  const where = (location: unknown, more: object = {}): unknown[] => {
    const event = only({ location, ...more });
    return [event.isVirtual, event.location?.kind, event.location?.venue, event.location?.locality];
  };
  assert.deepEqual(where(chicago.address), [false, 'community', null, 'Chicago']);
  assert.deepEqual(where('Federal Plaza, Chicago, IL'), [false, 'community', 'Federal Plaza', 'Chicago']);
  assert.deepEqual(where({ '@type': 'Place', address: 'Hall, 1 Main St, Boston, MA 02108' }), [
    false,
    'community',
    'Hall',
    'Boston',
  ]);
  assert.deepEqual(where({ '@type': 'VirtualLocation', url: 'https://example.org/join' }), [
    true,
    'online',
    null,
    null,
  ]);
  assert.deepEqual(where([{ '@type': 'VirtualLocation' }, chicago]), [
    true,
    'community',
    'Federal Plaza',
    'Chicago',
  ]);
  assert.deepEqual(where(chicago, { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' }), [
    true,
    'community',
    'Federal Plaza',
    'Chicago',
  ]);
});

void test('seats, languages, tags, organizer and picture are read', () => {
  const event = only({
    maximumAttendeeCapacity: 120,
    offers: { '@type': 'AggregateOffer', offers: [{ availability: 'https://schema.org/SoldOut' }] },
    inLanguage: [{ '@type': 'Language', name: 'Spanish', alternateName: 'es' }, 'en'],
    keywords: ['jobs', { '@type': 'DefinedTerm', name: 'housing' }],
    organizer: { '@type': 'Organization', name: 'Local 1', email: 'a@example.org' },
    image: [{ '@type': 'ImageObject', url: 'https://example.org/a.png' }],
  });
  assert.deepEqual(
    [
      event.capacity,
      event.timeslots[0]?.spotsLeft,
      event.languages,
      event.tags,
      event.sponsor?.name,
      event.imageUrl,
    ],
    [120, 0, ['es', 'en'], ['jobs', 'housing'], 'Local 1', 'https://example.org/a.png'],
  );
  assert.ok(!JSON.stringify(event).includes('a@example.org'));
  const left = only({ offers: [{ availability: 'SoldOut' }, { availability: 'InStock' }] });
  assert.equal(left.timeslots[0]?.spotsLeft, null);
});

void test('an id is the thing’s own, its identifier, or a link that no other event has', () => {
  const ids = (...events: object[]): string[] =>
    read(events.map((event, index) => ({ ...rally, name: `E${index}`, ...event }))).events.map(
      ({ source }) => source.id,
    );
  const url = 'https://example.org/e';
  assert.deepEqual(ids({ '@id': `${url}#1`, identifier: 'x', url }), [`${url}#1`]);
  assert.deepEqual(ids({ identifier: { '@type': 'PropertyValue', value: 'x' }, url }, { identifier: 5 }), [
    'x',
    '5',
  ]);
  assert.deepEqual(ids({ url }), [url]);
  for (const id of ids({ url }, { url })) assert.match(id, /^row-/);
});

void test('a link within a site is made whole where the page says where it is, else told', () => {
  const page = (link: string): Conversion =>
    read(
      `<html>${link}<script type="application/ld+json">${JSON.stringify({ ...rally, url: 'a?b=1' })}</script>`,
    );
  const found = (conversion: Conversion): unknown[] => [
    conversion.events[0]?.browserUrl,
    ...codes(conversion),
  ];
  assert.deepEqual(found(page('<link rel="canonical" href="https://example.org/x/">')), [
    'https://example.org/x/a?b=1',
  ]);
  assert.deepEqual(found(page('<base href="https://example.org/y/">')), ['https://example.org/y/a?b=1']);
  assert.deepEqual(found(page('')), [null, 'bad_url']);
  assert.equal(only({ '@id': 'https://example.org/e/1', url: '/e/2' }).browserUrl, 'https://example.org/e/2');
  assert.equal(only({ url: 'javascript:alert(1)' }).browserUrl, null);
});

const script = (json: string, type = 'application/ld+json'): string =>
  `<script type="${type}">${json}</script>\n`;
const microdata = `<div itemscope itemtype="http://schema.org/Event"><a itemprop="url" href="https://example.org/m">
  <span itemprop="name">From the <b>page</b></span></a><meta itemprop="startDate" content="2026-12-05T19:00">
  <time itemprop="endDate" datetime="2026-12-05T21:00">9</time>
  <div itemprop="location" itemscope itemtype="http://schema.org/Place"><span itemprop="name">Hall</span>
  <div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress"><i itemprop="addressLocality">Chicago</i>,
  <i itemprop="addressRegion">IL</i></div></div></div>`;

void test('a page’s scripts are read, in comments and CDATA, too; a broken one costs only itself', () => {
  const json = (name: string): string => JSON.stringify({ ...rally, name });
  const { events, problems, rows } = read(
    `<!doctype html><title>x</title>${script(`<!--\n${json('A')}\n-->`)}${script('{"@type": "Event",')}` +
      script(`//<![CDATA[\n${json('B')}\n//]]>`, 'application/ld+json; charset=utf-8') +
      script(`/*<![CDATA[*/${json('C')};/*]]>*/`) +
      script('var a = 1', 'text/javascript') +
      script(json('D').replace('"D"', '"D\nd"')),
  );
  assert.deepEqual(
    events.map(({ title }) => title),
    ['A', 'B', 'C', 'D d'],
  );
  assert.deepEqual([rows, problems.map(({ line, code }) => `${line} ${code}`)], [5, ['4 unreadable_script']]);
});

void test('a page in Windows-1252 is read, and that it was guessed is told', () => {
  const bytes = Buffer.from(script(JSON.stringify({ ...rally, name: 'Peña' })), 'latin1');
  const { events, problems } = convertWhole(readJsonLd, bytes);
  assert.deepEqual([events[0]?.title, problems.map(({ code }) => code)], ['Peña', ['guessed_encoding']]);
});

void test('microdata is read as linked data is; what a script already said isn’t doubled', () => {
  const { events, problems } = read(`<body>${microdata}</body>`);
  const [event] = events;
  assert.deepEqual(
    [event?.title, event?.browserUrl, event?.location?.venue, event?.location?.locality, event?.timeslots],
    [
      'From the page',
      'https://example.org/m',
      'Hall',
      'Chicago',
      [
        {
          startDate: '2026-12-06T01:00:00Z',
          endDate: '2026-12-06T03:00:00Z',
          allDay: false,
          capacity: null,
          spotsLeft: null,
        },
      ],
    ],
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['missing_point'],
  );
  const same = {
    '@type': 'Event',
    name: 'From the page',
    startDate: '2026-12-05T19:00',
    location: { name: 'Hall', address: { addressLocality: 'Chicago', addressRegion: 'IL' } },
  };
  assert.deepEqual(codes(read(`<p>${script(JSON.stringify(same))}${microdata}`)), [
    'missing_point',
    'duplicate_id',
  ]);
});

void test('a source without events says so, and one that can’t be read too', () => {
  for (const value of [
    '[]',
    '{}',
    '{"@type":"Organization","name":"x"}',
    '<html><p>hello',
    '{"@type":"DeliveryEvent"}',
  ])
    assert.deepEqual(codes(read(value)), ['no_events'], value);
  for (const value of ['', 'x', '5', 'null', '{"@type":"Event",'])
    assert.deepEqual(codes(read(value)), ['unreadable_file'], value);
  assert.deepEqual(codes(read({ '@type': 'Event', name: 'x' })), ['missing_date']);
  assert.deepEqual(codes(read({ '@type': 'Event', startDate: '2026-12-05' })), ['missing_title']);
});

const examples = new URL('../../../../../shared/data/schemaorg/', import.meta.url);
const skip = existsSync(examples) ? false : 'the examples of schema.org are not beside the repository';

void test('the two examples of schema.org say the same', { skip }, () => {
  const [one, other] = ['event_basic.jsonld', 'event_microdata.html'].map((name) =>
    read(readFileSync(new URL(name, examples), 'utf8')),
  );
  assert.deepEqual(one?.events, other?.events);
  assert.equal(one?.events[0]?.timeslots[0]?.startDate, '2016-04-22T00:00:00Z');
  assert.equal(one.events[0].location?.locality, 'Philadelphia');
});

const good = [
  JSON.stringify({ '@graph': [rally, { ...rally, name: 'B', subEvent: { ...rally, name: 'C' } }] }),
  `<link rel=canonical href="https://example.org/">${script(JSON.stringify(rally))}${microdata}`,
  microdata,
];

void test('no bytes make it throw, and each row is an event or one problem', () => {
  assertAnyBytes(readJsonLd, good);
});

void test('bombs end in a problem or in rows, and rows are taken one a step', () => {
  const deep = 100_000;
  assert.deepEqual(codes(read(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)), ['too_deep']);
  assert.deepEqual(codes(read('['.repeat(deep) + ']'.repeat(deep))), ['too_deep']);
  assert.deepEqual(codes(read('<b>'.repeat(300_000))), ['too_deep']);
  assert.deepEqual(codes(read(`<p ${'a=b '.repeat(100_000)}>`)), ['no_events']);
  assert.deepEqual(codes(read('<script type="application/ld+json">'.repeat(20_000))), ['unreadable_script']);
  assert.deepEqual(codes(read(script(`/*${' '.repeat(1_000_000)}`))), ['unreadable_script']);
  const items = '<i itemscope itemprop="x" itemtype="http://schema.org/Event">'.repeat(900);
  assert.ok(read(items).rows > 0);
  const names = `<div itemscope itemtype="http://schema.org/Event">${'<i itemprop="name">a</i>'.repeat(20_000)}</div>`;
  assert.deepEqual(codes(read(names)), ['missing_date']);
  const many = JSON.stringify(Array.from({ length: 3_000 }, (_, index) => ({ ...rally, name: `E${index}` })));
  assert.equal(rowsPerStep(readJsonLd, Buffer.from(many)), 1);
  const selfish = { ...rally, '@id': '#a', superEvent: { '@id': '#a' }, subEvent: { '@id': '#a' } };
  assert.deepEqual(titles(read(selfish)), ['Rally']);
});
