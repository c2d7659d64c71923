import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ImportedEvent } from '../imported-event.ts';
import { fatalCodes } from '../problem.ts';
import type { Conversion } from '../conversion.ts';
import { convertWhole } from '../pacing.ts';
import { readCsv } from './csv.ts';

const context = {
  timezoneAt: (_: number, longitude: number) => (longitude < -100 ? 'America/Denver' : 'UTC'),
};
const header =
  'id,title,start_date,end_date,venue,city,state,country,lat,lon,geo_source,tags,url,source,timezone';

/** Converts rows given by column; what is left out is empty. */
function convertRows(...rows: Record<string, string>[]): Conversion {
  const lines = rows.map((row) =>
    header
      .split(',')
      .map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`)
      .join(','),
  );
  return convertWhole(readCsv, Buffer.from([header, ...lines].join('\n')), context);
}

const rally = {
  id: '1',
  title: 'Rally',
  start_date: '2026-11-28',
  city: 'Chicago',
  state: 'IL',
  country: 'US',
  lat: '41.88',
  lon: '-87.63',
};
const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);

void test('a whole row is an event without a problem', () => {
  const { events, problems } = convertRows({
    ...rally,
    tags: 'PHONE_BANK;Jobs',
    url: 'https://example.org/1',
  });
  const [event] = events;
  assert.deepEqual(problems, []);
  assert.equal(event?.kind, 'phone-bank');
  assert.deepEqual(event.tags, ['PHONE_BANK', 'Jobs']);
  assert.equal(event.browserUrl, 'https://example.org/1');
  assert.deepEqual(event.source, { system: 'csv', id: '1', organization: null, url: null });
  assert.deepEqual([event.location?.latitude, event.location?.longitude], [41.88, -87.63]);
});

void test('dates without a time are whole days of the place, the last one included', () => {
  const { events } = convertRows({ ...rally, lat: '', lon: '', end_date: '2026-11-29' });
  assert.deepEqual(events[0]?.timeslots, [
    {
      startDate: '2026-11-28T06:00:00Z',
      endDate: '2026-11-30T06:00:00Z',
      allDay: true,
      capacity: null,
      spotsLeft: null,
    },
  ]);
  const withTime = convertRows({ ...rally, end_date: '2026-11-29T20:00' }).events[0]?.timeslots[0];
  assert.equal(withTime?.endDate, '2026-11-30T00:00:00Z', 'the end of an all-day slot is a day’s end too');
});

void test('an instant stays one, and no end is made up for it', () => {
  const { events } = convertRows({ ...rally, start_date: '2026-11-28T19:00:00Z' });
  assert.deepEqual(events[0]?.timeslots, [
    { startDate: '2026-11-28T19:00:00Z', endDate: null, allDay: false, capacity: null, spotsLeft: null },
  ]);
});

void test('a row that gives no event says so once', () => {
  const cases: [Record<string, string>, string][] = [
    [{ ...rally, title: ' \u0007 ' }, 'missing_title'],
    [{ ...rally, start_date: '' }, 'missing_date'],
    [{ ...rally, start_date: 'next Friday' }, 'bad_date'],
  ];
  for (const [row, code] of cases) {
    const conversion = convertRows(row);
    assert.deepEqual([conversion.events.length, ...codes(conversion)], [0, code]);
  }
  assert.deepEqual(codes(convertRows(rally, rally)), ['duplicate_id']);
});

void test('a false or missing point is a problem, and the event stays with its town', () => {
  const cases: [Record<string, string>, string][] = [
    [{ lat: '0', lon: '0' }, 'bad_coordinates'],
    [{ lat: '91', lon: '10' }, 'bad_coordinates'],
    [{ lat: 'x', lon: '-87' }, 'bad_coordinates'],
    [{ lat: '41.88', lon: '' }, 'bad_coordinates'],
    [{ lat: '', lon: '' }, 'missing_point'],
    [{ lat: '29.76', lon: '-95.37' }, 'place_outside_region'],
  ];
  for (const [changes, code] of cases) {
    const conversion = convertRows({ ...rally, ...changes });
    assert.deepEqual(codes(conversion), [code]);
    const { latitude, locality, precision } = conversion.events[0]?.location ?? {};
    assert.deepEqual([latitude, locality, precision], [null, 'Chicago', 'hidden']);
  }
  assert.deepEqual(codes(convertRows({ ...rally, city: '', lat: '', lon: '' })), ['missing_place']);
});

void test('a point in a state that isn’t known is kept, and told', () => {
  const conversion = convertRows({ ...rally, state: 'Ilinois' });
  assert.deepEqual(codes(conversion), ['unknown_region']);
  assert.equal(conversion.events[0]?.location?.latitude, 41.88);
  const abroad = { state: 'Ontario', country: 'CA', lat: '43.65', lon: '-79.38' };
  assert.deepEqual(codes(convertRows({ ...rally, ...abroad })), []);
});

void test('a point is exact only where somebody set it at a venue', () => {
  const precision = (changes: object): unknown =>
    convertRows({ ...rally, ...changes }).events[0]?.location?.precision;
  assert.equal(precision({}), 'locality');
  assert.equal(precision({ venue: 'Federal Plaza' }), 'exact');
  assert.equal(precision({ venue: 'Federal Plaza', geo_source: 'source' }), 'exact');
  assert.equal(precision({ venue: 'Federal Plaza', geo_source: 'geonames' }), 'locality');
});

void test('online events need no place; those with a town keep it', () => {
  const bare = { id: '1', title: 'Talk', start_date: '2026-11-28', country: '', timezone: 'America/Chicago' };
  for (const changes of [{ city: 'Online' }, { tags: 'ux;online' }, { city: 'Online, virtual' }]) {
    const conversion = convertRows({ ...bare, ...changes });
    assert.deepEqual(codes(conversion), []);
    assert.deepEqual(
      [conversion.events[0]?.isVirtual, conversion.events[0]?.location?.kind],
      [true, 'online'],
    );
  }
  const { events } = convertRows({ ...bare, city: 'Boise, ID, virtual' });
  assert.equal(events[0]?.isVirtual, true);
  assert.deepEqual([events[0].location?.locality, events[0].location?.region], ['Boise', 'ID']);
});

void test('a state behind the town counts as one', () => {
  const parted = { ...rally, state: '', country: 'U.S.A.' };
  const { events } = convertRows({ ...parted, city: 'Chicago, Illinois' });
  assert.deepEqual([events[0]?.location?.locality, events[0]?.location?.region], ['Chicago', 'IL']);
  assert.deepEqual(codes(convertRows({ ...parted, city: 'Houston, TX' })), ['place_outside_region']);
  const abroad = convertRows({
    ...parted,
    country: 'Georgia',
    city: 'Tbilisi, GA',
    lat: '41.7',
    lon: '44.8',
  });
  assert.equal(abroad.events[0]?.location?.locality, 'Tbilisi, GA');
});

void test('the zone is the named one, else the point’s, the state’s, the country’s, else UTC', () => {
  const zone = (changes: object): unknown[] => {
    const conversion = convertRows({ ...rally, ...changes });
    return [conversion.events[0]?.timezone, ...codes(conversion)];
  };
  const nowhere = { lat: '', lon: '' };
  assert.deepEqual(zone({ timezone: 'America/Chicago' }), ['America/Chicago']);
  assert.deepEqual(zone({ state: 'CO', lat: '39.74', lon: '-104.99' }), ['America/Denver']);
  assert.deepEqual(zone(nowhere), ['America/Chicago', 'missing_point']);
  assert.deepEqual(zone({ ...nowhere, state: '', country: 'France' }), ['Europe/Paris', 'missing_point']);
  assert.deepEqual(zone({ ...nowhere, state: '', country: 'Canada' }), [
    'UTC',
    'missing_point',
    'unknown_timezone',
  ]);
  assert.deepEqual(zone({ ...nowhere, timezone: 'Central' }), [
    'America/Chicago',
    'missing_point',
    'bad_timezone',
  ]);
});

void test('what can’t be kept is told: a link, an end, a long title, a source of the hub’s own', () => {
  for (const url of ['javascript:alert(1)', 'example.org', 'https://x y'])
    assert.deepEqual(codes(convertRows({ ...rally, url })), ['bad_url']);
  for (const end_date of ['later', '2026-11-27']) {
    assert.deepEqual(codes(convertRows({ ...rally, end_date })), ['bad_end_date']);
  }
  const long = convertRows({ ...rally, title: '✊'.repeat(300) });
  assert.deepEqual(codes(long), ['long_title']);
  assert.equal(long.events[0]?.title, '✊'.repeat(200));
  for (const source of ['huddlekit', 'campaign', 'sample']) {
    const conversion = convertRows({ ...rally, source });
    assert.deepEqual([conversion.events[0]?.source.system, ...codes(conversion)], ['csv', 'reserved_source']);
  }
});

void test('ragged and unreadable rows are told and cost nobody else', () => {
  const { events, problems, rows } = convertWhole(
    readCsv,
    Buffer.from('Name;Date;City\nA;2026-11-28;Paris;extra\nB;2026-11-28\nC;"2026\nD;2026-11-28;Paris\n'),
    context,
  );
  assert.deepEqual(
    events.map(({ title }) => title),
    ['A', 'B', 'D'],
  );
  assert.equal(rows, 4);
  const told = problems.filter(({ code }) => /row/.test(code)).map(({ line, code }) => [line, code]);
  assert.deepEqual(told, [
    [2, 'ragged_row'],
    [3, 'ragged_row'],
    [4, 'unreadable_row'],
  ]);
});

void test('what is no table of events is told as such', () => {
  for (const text of ['', '\n\n', 'a,b\n1,2\n', '{"title":"x","date":"y"}', 'PK\u0003\u0004\u0000'])
    assert.deepEqual(codes(convertWhole(readCsv, Buffer.from(text), context)), ['unreadable_file'], text);
});

void test('the same row has the same id in every conversion, and another row another', () => {
  const ids = (title: string): unknown => convertRows({ ...rally, id: '', title }).events[0]?.source.id;
  assert.equal(ids('Rally'), ids('Rally'));
  assert.notEqual(ids('Rally'), ids('March'));
});

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '2026-11-28',
    '2026-11-28T19:00:00Z',
    '2020-02-30',
    'IL',
    'US',
    '0',
    '41.88',
    '-87.63',
    '"',
  ),
);

void test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
      const source = headed ? Buffer.concat([Buffer.from('title,date\n'), bytes]) : bytes;
      assert.ok(convertWhole(readCsv, source, context).rows >= 0);
    }),
    { numRuns: 1000 },
  );
});

void test('rows in are events out and rows lost, each lost one told by one fatal problem', () => {
  const row = fc.array(cell, { minLength: 1, maxLength: 16 }).map((cells) => cells.join(','));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (lines) => {
      const { events, problems, rows } = convertWhole(
        readCsv,
        Buffer.from([header, ...lines].join('\n')),
        context,
      );
      const lost = problems.filter(({ code }) => fatalCodes.has(code));
      assert.equal(events.length + lost.length, rows);
      assert.equal(new Set(lost.map(({ line }) => line)).size, lost.length);
      for (const event of events) assert.deepEqual(ImportedEvent.parse(event), event);
    }),
    { numRuns: 1000 },
  );
});
