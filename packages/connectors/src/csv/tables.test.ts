import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Conversion, ConvertContext } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { convertWhole } from '../pacing.ts';
import { assertAnyBytes, assertLaws, rowsPerStep } from '../rows/test/laws.ts';
import { readCsv } from './csv.ts';

function read(text: string | Uint8Array, context: ConvertContext = {}): Conversion {
  const conversion = convertWhole(readCsv, Buffer.from(text), {
    now: Date.parse('2026-11-23T00:00:00Z'),
    ...context,
  });
  assertLaws(conversion);
  return conversion;
}

const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);

/** The event of a table with one row beside those columns that make it whole. */
function only(
  columns: Readonly<Record<string, string>>,
  context?: ConvertContext,
): ImportedEvent & { codes: string[] } {
  const whole = { City: 'Chicago', State: 'IL', Lat: '41.88', Lon: '-87.63', ...columns };
  const cells = (all: readonly string[]): string =>
    all.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const conversion = read(`${cells(Object.keys(whole))}\n${cells(Object.values(whole))}`, context);
  const [event] = conversion.events;
  assert.ok(event, JSON.stringify(conversion.problems));
  return { ...event, codes: codes(conversion) };
}

function timesOf({ timeslots }: ImportedEvent): unknown[] {
  return timeslots.map(({ startDate, endDate, allDay }) => [startDate, endDate, allDay]);
}

void test('a date and times may stand in columns of their own', () => {
  const evening = [['2026-12-06T01:00:00Z', '2026-12-06T03:00:00Z', false]];
  const cases: Record<string, string>[] = [
    { Event: 'A', Date: '12/5/2026', 'Start Time': '7:00 PM', 'End Time': '9:00 PM' },
    {
      Subject: 'A',
      'Start Date': '12/05/2026',
      'Start Time': '07:00 PM',
      'End Date': '12/05/2026',
      'End Time': '09:00 PM',
      'All Day Event': 'False',
    },
    { Name: 'A', 'Start Date & Time': 'December 5, 2026 7pm', 'End Date & Time': 'December 5, 2026 9pm' },
    { Evento: 'A', Fecha: '5 de diciembre de 2026', Hora: '19h', 'Hora de fin': '21h' },
    { Title: 'A', Date: '12/5/2026', Time: '7-9pm' },
    { Title: 'A', Date: '12/5/2026 0:00', Start: '19:00', End: '21:00' },
    { Title: 'A', Date: '46361', Start: '0.7916667', End: '0.875' },
    { Title: 'A', Start: '46361.7916667', Duration: '2 hours' },
    { Title: 'A', Start: '1796518800', End: '1796526000000' },
    { Title: 'A', When: 'Sat, Dec 5, 2026, 7:00 PM - 9:00 PM' },
    { Title: 'A', Date: '2026-12-05T00:00:00Z', 'Start Time': '8pm ET', 'End Time': '10pm ET' },
  ];
  for (const columns of cases) {
    const event = only(columns, { dateOrder: 'mdy' });
    assert.deepEqual([timesOf(event), event.codes], [evening, []], JSON.stringify(columns));
  }
});

void test('an end after midnight is in the night after the start', () => {
  assert.deepEqual(timesOf(only({ Title: 'A', Date: '2026-12-05', Start: '10pm', End: '1am' })), [
    ['2026-12-06T04:00:00Z', '2026-12-06T07:00:00Z', false],
  ]);
});

void test('a time that is none leaves the day, and says so', () => {
  const event = only({ Title: 'A', Date: '2026-12-05', Time: 'Evening' });
  assert.deepEqual([event.timeslots[0]?.allDay, event.codes], [true, ['bad_time']]);
});

void test('a table marked as of whole days is one of whole days', () => {
  const day = [['2026-12-05T06:00:00Z', '2026-12-06T06:00:00Z', true]];
  assert.deepEqual(
    timesOf(only({ Subject: 'A', 'Start Date': '2026-12-05', 'Start Time': '', 'All day event': 'True' })),
    day,
  );
  assert.deepEqual(
    timesOf(only({ Title: 'A', start: '2026-12-05 00:00', end: '2026-12-06 00:00', 'all day': 'yes' })),
    day,
  );
  assert.deepEqual(timesOf(only({ Title: 'A', start: '2026-12-05T00:00:00Z', 'all day': '1' })), day);
});

void test('the order of dates is as declared, else as the header or the column tells, else month first with a doubt', () => {
  const table = (header: string, ...dates: string[]): string =>
    [header, ...dates.map((date, row) => `E${row},${date},IL,US`)].join('\n');
  const first = (text: string, context?: ConvertContext): unknown[] => {
    const conversion = read(text, context);
    return [
      conversion.events[0]?.timeslots[0]?.startDate.slice(0, 10),
      codes(conversion).includes('ambiguous_date'),
    ];
  };
  const header = 'title,date,state,country';
  assert.deepEqual(first(table(header, '3/4/2026')), ['2026-03-04', true]);
  assert.deepEqual(first(table(header, '3/4/2026'), { dateOrder: 'dmy' }), ['2026-04-03', false]);
  assert.deepEqual(first(table('title,date (dd/mm/yyyy),state,country', '3/4/2026')), ['2026-04-03', false]);
  assert.deepEqual(first(table(header, '3/4/2026', '5/6/2026', '25/6/2026')), ['2026-04-03', false]);
  assert.deepEqual(first(table(header, '3/4/2026', '6/25/2026 19:00')), ['2026-03-04', false]);
});

void test('a wall-clock time that nothing places gives no event; a day does', () => {
  assert.deepEqual(codes(read('title,start,venue\nA,2026-12-05 19:00,Hall')), [
    'missing_place',
    'missing_timezone',
  ]);
  assert.deepEqual(codes(read('title,start,venue\nA,2026-12-05,Hall')), [
    'missing_place',
    'unknown_timezone',
  ]);
  const named = read('title,start,venue\nA,2026-12-05 7pm PST,Hall').events[0];
  assert.deepEqual(
    [named?.timezone, named?.timeslots[0]?.startDate],
    ['America/Los_Angeles', '2026-12-06T03:00:00Z'],
  );
  assert.equal(
    only({ Title: 'A', Date: '2026-12-05', 'Time Zone': 'Eastern Time (US & Canada)' }).timezone,
    'America/New_York',
  );
});

void test('a point may stand in one cell, a town and state in the place’s, a ZIP without its zero', () => {
  const pair = only({ Title: 'A', Date: '2026-12-05', Lat: '', Lon: '', Coordinates: '41.88, -87.63' });
  assert.deepEqual([pair.location?.latitude, pair.codes], [41.88, []]);
  const town = read('Title,Date,Location\nA,2026-12-05,"City Hall, 1 City Sq, Boston, MA 02201"').events[0];
  assert.deepEqual(
    [town?.location?.venue, town?.location?.addressLines, town?.location?.locality, town?.timezone],
    ['City Hall', ['1 City Sq'], 'Boston', 'America/New_York'],
  );
  const zip = only({
    Title: 'A',
    Date: '2026-12-05',
    City: 'Boston',
    State: 'MA',
    Zip: '2108',
    Lat: '',
    Lon: '',
  });
  assert.equal(zip.location?.postalCode, '02108');
});

void test('capacities, states of an event and yes or no are read as they are written', () => {
  const event = only({
    Title: 'A',
    Date: '2026-12-05',
    Capacity: '1,200',
    'Spots left': '0',
    Wheelchair: 'yes',
    Language: 'Español, en',
    Online: 'no',
  });
  assert.deepEqual(
    [
      event.capacity,
      event.timeslots[0]?.capacity,
      event.timeslots[0]?.spotsLeft,
      event.accessibility.wheelchair,
      event.languages,
      event.isVirtual,
    ],
    [1200, 1200, 0, true, ['es', 'en'], false],
  );
  assert.deepEqual(only({ Title: 'A', Date: '2026-12-05', Capacity: 'lots' }).codes, ['bad_capacity']);
  for (const cancelled of [
    { Status: 'CANCELLED' },
    { Cancelled: 'x' },
    { Estatus: 'Cancelado' },
    { Title: 'CANCELED: A' },
  ])
    assert.equal(
      only({ Title: 'A', Date: '2026-12-05', ...cancelled }).status,
      'cancelled',
      JSON.stringify(cancelled),
    );
  for (const held of [{ Status: 'Confirmed' }, { Cancelled: 'No' }, { Title: 'Stop cancelled leases' }])
    assert.equal(only({ Title: 'A', Date: '2026-12-05', ...held }).status, 'confirmed', JSON.stringify(held));
  for (const [column, cell, code] of [
    ['Private', 'TRUE', 'private_event'],
    ['Status', 'draft', 'unapproved_event'],
    ['Visibility', 'unlisted', 'hidden_event'],
  ])
    assert.deepEqual(codes(read(`Title,Date,${column}\nA,2026-12-05,${cell}`)), [code]);
});

void test('formulas stay text, and a text that was guarded against being one is itself again', () => {
  const event = only({
    Title: '=HYPERLINK("http://example.org","x")',
    Date: '2026-12-05',
    Venue: "'=1+1",
    Zip: '="02108"',
    Id: "'-abc",
  });
  assert.equal(event.title, '=HYPERLINK("http://example.org","x")');
  assert.deepEqual(
    [event.location?.venue, event.location?.postalCode, event.source.id],
    ['=1+1', '02108', '-abc'],
  );
});

void test('of columns with one meaning the first that says something counts', () => {
  const { events } = read(
    'Date,Title,Date,Venue,Location,State\n,A,2026-12-05,,Hall,IL\n2026-12-06,B,2026-12-05,V,,IL',
  );
  assert.deepEqual(
    events.map(({ timeslots, location }) => [timeslots[0]?.startDate, location?.venue]),
    [
      ['2026-12-05T06:00:00Z', 'Hall'],
      ['2026-12-06T06:00:00Z', 'V'],
    ],
  );
});

void test('tags of several columns are put together, and a kind of ours is none', () => {
  const event = only({
    Title: 'A',
    Date: '2026-12-05',
    Category: 'Housing, Youth',
    Tags: 'jobs',
    Type: 'canvass',
  });
  assert.deepEqual([event.tags, event.kind], [['jobs', 'Housing', 'Youth'], 'canvass']);
});

void test('several dates of one event may stand in one cell or in rows with one id', () => {
  const cell = only({
    Title: 'A',
    Timeslots: '2026-12-05T19:00/2026-12-05T21:00; 2026-12-06T19:00/PT1H; 2026-12-07',
  });
  assert.deepEqual(timesOf(cell), [
    ['2026-12-06T01:00:00Z', '2026-12-06T03:00:00Z', false],
    ['2026-12-07T01:00:00Z', '2026-12-07T02:00:00Z', false],
    ['2026-12-07T06:00:00Z', '2026-12-08T06:00:00Z', true],
  ]);
  const rows = read(
    'id,title,date,state\n7,A,2026-12-06,IL\n7,A,2026-12-05,IL\n7,A,2026-12-05,IL\n7,B,2026-12-09,IL',
  );
  assert.deepEqual(
    codes(rows).filter((code) => code !== 'missing_place'),
    ['joined_row', 'duplicate_id', 'duplicate_id'],
  );
  assert.deepEqual(
    rows.events[0]?.timeslots.map(({ startDate }) => startDate.slice(0, 10)),
    ['2026-12-05', '2026-12-06'],
  );
});

void test('a title above the header, empty rows and an encoding without a mark are got over', () => {
  const table = '\nOur events\n\nTitle;Date;State\nÁ;2026-12-05;IL\n;;\n\n';
  for (const bytes of [Buffer.from(table), Buffer.from(table, 'utf16le'), Buffer.from(`sep=;\n${table}`)]) {
    const conversion = read(bytes);
    assert.deepEqual([conversion.rows, conversion.events[0]?.title], [1, 'Á']);
  }
});

void test('a table without titles calls its events by their place', () => {
  const conversion = read('ID,Location,Size,Date,Time\n1,"Minneapolis, MN",80,"May 26, 2020",Evening');
  assert.equal(conversion.events[0]?.title, 'Minneapolis, MN');
  assert.deepEqual(codes(conversion), ['guessed_title', 'bad_time', 'missing_point']);
});

void test('a file with a source’s name keeps to it, so that it can’t write over another’s events', () => {
  const text = 'id,title,date,state,source\n7,A,2026-12-05,IL,mobilize';
  assert.equal(read(text).events[0]?.source.system, 'mobilize');
  assert.equal(read(text, { system: 'feed:example.org' }).events[0]?.source.system, 'feed:example.org');
});

const good = [
  'id,title,start_date,end_date,venue,city,state,lat,lon,tags\n1,"A, ""b""",12/5/2026,12/6/2026,Hall,Chicago,IL,41.88,-87.63,x;y\n2,B,2026-12-05 7pm EST,,,,NY,,,\n',
  'Fecha;Hora;Título;Ciudad\n5 de mayo de 2026;19h30;Á;Suva\n',
];

void test('no bytes make it throw, and each row is an event or one problem', () => {
  assertAnyBytes(readCsv, good);
});

void test('huge lines, columns and cells are read in small steps', () => {
  const many = `title,date\n${'A,2026-12-05\n'.repeat(3_000)}`;
  assert.equal(rowsPerStep(readCsv, Buffer.from(many)), 1);
  const cases: [string, string[]][] = [
    [
      `title,date${',x'.repeat(1_000_000)}\nA,2026-12-05`,
      ['ragged_row', 'missing_place', 'unknown_timezone'],
    ],
    [
      `title,date\n"A${'a'.repeat(10_000_000)}",2026-12-05`,
      ['long_title', 'missing_place', 'unknown_timezone'],
    ],
    [
      `title,date\n"${'A,2026-12-05\n'.repeat(1_000)}`,
      ['unreadable_row', 'missing_place', 'unknown_timezone', ...Array<string>(998).fill('duplicate_id')],
    ],
    ['\u0000'.repeat(100_001), ['unreadable_file']],
    ['"'.repeat(1_000_001), ['unreadable_file']],
  ];
  for (const [text, expected] of cases) {
    const distinct = codes(read(text)).filter(
      (code, index, all) => code === 'duplicate_id' || all.indexOf(code) === index,
    );
    assert.deepEqual(distinct, expected);
  }
});

void test('of more rows than may be read the rest is left out, and told', () => {
  const conversion = read(`title,date,state\n${'A,x,IL\n'.repeat(100_001)}`);
  assert.deepEqual([conversion.rows, conversion.problems.at(-1)?.code], [100_000, 'too_many']);
});

const raw = new URL('../../../../../shared/data/events/raw/', import.meta.url);
const skip = existsSync(raw) ? false : 'the raw tables are not beside the repository';

void test('published tables give events or say why not', { skip }, () => {
  const counts = (name: string): unknown[] => {
    const conversion = read(gunzipSync(readFileSync(new URL(name, raw))));
    return [conversion.rows, conversion.events.length, [...new Set(codes(conversion))].slice(0, 2)];
  };
  assert.deepEqual(counts('elephrame_2020_raw.csv.gz'), [780, 780, ['guessed_title', 'bad_time']]);
  assert.deepEqual(
    counts('womens_march_2017_domestic.csv.gz'),
    [0, 0, ['unreadable_file']],
    'it has no dates',
  );
});
