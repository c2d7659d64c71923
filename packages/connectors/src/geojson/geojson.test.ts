import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversion, ConvertContext } from '../conversion.ts';
import { convertWhole } from '../pacing.ts';
import { assertAnyBytes, assertLaws, rowsPerStep } from '../rows/test/laws.ts';
import { readGeoJson } from './geojson.ts';

const rally = { title: 'Rally', start_date: '2026-12-01', city: 'Chicago', state: 'IL', country: 'US' };

function feature(properties: unknown = rally, coordinates: unknown = [-87.63, 41.88], more: object = {}) {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties, ...more };
}

function read(value: unknown, context: ConvertContext = {}): Conversion {
  const conversion = convertWhole(
    readGeoJson,
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    { now: Date.parse('2026-11-23T00:00:00Z'), ...context },
  );
  assertLaws(conversion);
  return conversion;
}

const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);
const pointOf = ({ events: [event] }: Conversion): unknown[] => [
  event?.location?.latitude,
  event?.location?.longitude,
  event?.location?.precision,
];

void test('reads a collection, a feature, a list of features and one on each line', () => {
  const text = JSON.stringify(feature());
  const broken = `\u001e${text}\n\u001e{"type":\n\n\u001e${JSON.stringify(feature({ ...rally, title: 'B' }))}\n`;
  assert.equal(read({ type: 'FeatureCollection', features: [feature()] }).events.length, 1);
  assert.equal(read(feature()).events.length, 1);
  assert.equal(read([feature(), feature({ ...rally, title: 'B' })]).events.length, 2);
  assert.equal(read(`\ufeff${text}\n`).events.length, 1);
  const lines = read(broken);
  assert.deepEqual(
    [lines.rows, ...lines.problems.map(({ line, code }) => `${line} ${code}`)],
    [3, '2 unreadable_row'],
  );
});

void test('what isn’t GeoJSON, or holds nothing, is told as such', () => {
  for (const value of ['', 'title,date', '{}', '5', 'null', '"x"', '{"events":[]}'])
    assert.deepEqual(codes(read(value)), ['unreadable_file'], value);
  for (const value of [[], { type: 'FeatureCollection', features: [] }, { type: 'FeatureCollection' }])
    assert.deepEqual(codes(read(value)), ['no_events']);
  assert.deepEqual(
    codes(read([null, 5, { type: 'Point', coordinates: [1, 2] }])),
    Array(3).fill('not_an_event'),
  );
});

void test('a point names longitude first; numbers may be texts, and a height is left out', () => {
  assert.deepEqual(pointOf(read(feature())), [41.88, -87.63, 'locality']);
  assert.deepEqual(pointOf(read(feature(rally, ['-87.63', '41.88', 200]))), [41.88, -87.63, 'locality']);
  const swapped = read(
    feature({ title: 'Rally', start: '2026-12-01', tz: 'America/Chicago' }, [41.88, -97.63]),
  );
  assert.deepEqual(
    [...pointOf(swapped), ...codes(swapped)],
    [41.88, -97.63, 'locality', 'swapped_coordinates'],
  );
  for (const coordinates of [[], [1], ['x', 'y'], [0, 0], [200, 100], null, [null, null], {}]) {
    const conversion = read(feature(rally, coordinates));
    assert.deepEqual(
      [...pointOf(conversion), ...codes(conversion)],
      [null, null, 'hidden', 'bad_coordinates'],
    );
  }
});

void test('other geometries have a point that stands for them', () => {
  const point = (type: string, coordinates: unknown): unknown[] =>
    pointOf(read({ type: 'Feature', properties: rally, geometry: { type, coordinates } }));
  const corner = [-87.63, 41.88];
  assert.deepEqual(point('MultiPoint', [corner, [1, 1]]), [41.88, -87.63, 'locality']);
  assert.deepEqual(point('LineString', [corner, [-87, 42]]), [41.88, -87.63, 'locality']);
  assert.deepEqual(point('MultiLineString', [[corner, [-87, 42]]]), [41.88, -87.63, 'locality']);
  const ring = [corner, [-87.61, 41.88], [-87.61, 41.9], corner];
  assert.deepEqual(point('Polygon', [ring]), [41.89, -87.62, 'area']);
  assert.deepEqual(point('MultiPolygon', [[ring]]), [41.89, -87.62, 'area']);
  const collection = { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: corner }] };
  assert.deepEqual(pointOf(read({ ...feature(), geometry: collection })), [41.88, -87.63, 'locality']);
});

void test('without a geometry the properties’ point counts, else the town', () => {
  const inProperties = read({ ...feature({ ...rally, lat: '41.88', lng: -87.63 }), geometry: null });
  assert.deepEqual(pointOf(inProperties), [41.88, -87.63, 'locality']);
  const none = read({ ...feature(), geometry: null });
  assert.deepEqual([...pointOf(none), ...codes(none)], [null, null, 'hidden', 'missing_point']);
});

void test('a feature’s own precision is kept, and a hidden point stays hidden', () => {
  for (const precision of ['exact', 'area', 'locality'])
    assert.deepEqual(pointOf(read(feature({ ...rally, precision }))), [41.88, -87.63, precision]);
  const hidden = read(feature({ ...rally, precision: 'hidden' }));
  assert.deepEqual([...pointOf(hidden), ...codes(hidden)], [null, null, 'hidden']);
});

void test('the feature’s id stands before one among the properties', () => {
  const idOf = ({ events: [event] }: Conversion): unknown => event?.source.id;
  assert.equal(idOf(read(feature({ ...rally, id: 'b' }, undefined, { id: 7 }))), '7');
  assert.equal(idOf(read(feature({ ...rally, id: 'b' }))), 'b');
  assert.match(String(idOf(read(feature()))), /^row-/);
});

void test('a list of timeslots gives them all; one that can’t be read costs only itself', () => {
  const timeslots = [
    { start: '2026-12-03T19:00:00-06:00', end: '2026-12-03T21:00:00-06:00', capacity: '1,000' },
    { startDate: 'whenever' },
    '2026-12-01',
  ];
  const conversion = read(feature({ ...rally, timeslots }));
  assert.deepEqual(conversion.events[0]?.timeslots, [
    {
      startDate: '2026-12-01T06:00:00Z',
      endDate: '2026-12-02T06:00:00Z',
      allDay: true,
      capacity: null,
      spotsLeft: null,
    },
    {
      startDate: '2026-12-04T01:00:00Z',
      endDate: '2026-12-04T03:00:00Z',
      allDay: false,
      capacity: 1000,
      spotsLeft: null,
    },
  ]);
  assert.deepEqual(codes(conversion), ['bad_timeslot']);
  assert.deepEqual(
    codes(read(feature({ ...rally, start_date: '', timeslots: ['x', 'y'] }))).includes('bad_date'),
    true,
  );
});

void test('properties within properties are read by what they are named', () => {
  const { events, problems } = read({
    ...feature({
      name: { text: 'Talk' },
      start: { local: '2026-12-01T19:00:00', utc: '2026-12-02T01:00:00Z', timezone: 'America/Chicago' },
      venue: { name: 'Hall', address: { street: '1 Main St', city: 'Chicago', state: 'IL', zip: 60604 } },
      organizer: { name: 'Local 1', email: 'a@example.org' },
      tags: ['a', { name: 'b' }],
    }),
  });
  const [event] = events;
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [event?.title, event?.timezone, event?.timeslots[0]?.startDate, event?.sponsor?.name, event?.tags],
    ['Talk', 'America/Chicago', '2026-12-02T01:00:00Z', 'Local 1', ['a', 'b']],
  );
  assert.deepEqual(
    [event?.location?.venue, event?.location?.addressLines, event?.location?.postalCode],
    ['Hall', ['1 Main St'], '60604'],
  );
  assert.ok(!JSON.stringify(event).includes('a@example.org'));
});

void test('a day above 12 anywhere settles the order of all dates', () => {
  const dated = (date: string): object => feature({ ...rally, title: date, start_date: date });
  const settled = read([dated('3/4/2026'), dated('25/4/2026')]);
  assert.deepEqual(codes(settled), []);
  assert.equal(settled.events[0]?.timeslots[0]?.startDate, '2026-04-03T05:00:00Z');
  const open = read([dated('3/4/2026')]);
  assert.deepEqual(
    [open.events[0]?.timeslots[0]?.startDate, ...codes(open)],
    ['2026-03-04T06:00:00Z', 'ambiguous_date'],
  );
});

const good = [
  JSON.stringify({
    type: 'FeatureCollection',
    features: [feature(), feature({ ...rally, timeslots: ['2026-12-01'] })],
  }),
  `${JSON.stringify(feature())}\n${JSON.stringify(feature({ ...rally, venue: { geo: [1, 2] } }))}`,
];

void test('no bytes make it throw, and each row is an event or one problem', () => {
  assertAnyBytes(readGeoJson, good);
});

void test('nesting without end and huge lists are read in small steps', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  assert.ok(
    read(`{"type":"Feature","properties":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`).rows <= 1,
  );
  assert.ok(read(deep).rows <= 1);
  assert.ok(
    read({ type: 'Feature', properties: rally, geometry: { type: 'Point', coordinates: deep } }).rows === 1,
  );
  const many = JSON.stringify(
    Array.from({ length: 3_000 }, (_, index) => feature({ ...rally, title: `${index}` })),
  );
  assert.equal(rowsPerStep(readGeoJson, Buffer.from(many)), 1);
});
