import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Conversion, ConvertContext } from '../conversion.ts';
import { ImportedEvent } from '../imported-event.ts';
import { convertWhole } from '../pacing.ts';
import { isWhole } from '../test/corpora.ts';
import { readIcs } from './ics.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

function read(lines: string | Uint8Array, context: ConvertContext = {}): Conversion {
  const bytes = typeof lines === 'string' ? Buffer.from(lines) : lines;
  return convertWhole(readIcs, bytes, { now, ...context });
}

/** A calendar of entries, each given by its lines. */
function calendar(entries: string[], head = ''): string {
  const lines = entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry.trim().split('\n'), 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head.trim().split('\n'), ...lines, 'END:VCALENDAR', '']
    .filter(Boolean)
    .map((line) => line.trim())
    .join('\r\n');
}

const huddle = `UID:1
SUMMARY:Huddle
DTSTART;TZID=America/Chicago:20261201T190000
DTEND;TZID=America/Chicago:20261201T203000`;
const starts = ({ events }: Conversion): string[] =>
  (events[0]?.timeslots ?? []).map(({ startDate }) => startDate);
const codes = ({ problems }: Conversion): string[] => problems.map(({ code }) => code);

void test('an entry is an event at the instant its zone’s clocks show', () => {
  const [event] = read(calendar([huddle])).events;
  assert.equal(event?.title, 'Huddle');
  assert.equal(event.timezone, 'America/Chicago');
  assert.deepEqual(event.timeslots[0], {
    startDate: '2026-12-02T01:00:00Z',
    endDate: '2026-12-02T02:30:00Z',
    allDay: false,
    capacity: null,
    spotsLeft: null,
  });
});

void test('lines end in any way, and a fold may cut a character', () => {
  const text = calendar([`${huddle}\nDESCRIPTION:¡Únete a la marcha!`]);
  for (const end of ['\r\n', '\n', '\r'])
    assert.equal(
      read(text.replaceAll('\r\n', end)).events[0]?.description,
      '¡Únete a la marcha!',
      JSON.stringify(end),
    );
  const bytes = Buffer.from(text);
  const inside = bytes.indexOf('Ú') + 1;
  const folded = Buffer.concat([bytes.subarray(0, inside), Buffer.from('\r\n '), bytes.subarray(inside)]);
  assert.equal(read(folded).events[0]?.description, '¡Únete a la marcha!');
});

void test('UTF-8 with a mark, UTF-16 and Windows-1252 are read, the last with a word about it', () => {
  const text = calendar([huddle.replace('Huddle', 'Reunión')]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [Buffer.from(`\uFEFF${text}`), wide]) {
    const conversion = read(bytes);
    assert.deepEqual([conversion.events[0]?.title, codes(conversion)], ['Reunión', ['missing_place']]);
  }
  const narrow = read(Buffer.from(text, 'latin1'));
  assert.deepEqual([narrow.events[0]?.title, codes(narrow)[0]], ['Reunión', 'guessed_encoding']);
});

void test('zones are told by IANA, Windows and Outlook names and by their definition', () => {
  const custom = `BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`;
  const zones: [string, string][] = [
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', 'America/New_York'],
    ['/mozilla.org/20070129_1/Europe/Berlin', 'Europe/Berlin'],
    ['US-Eastern', 'US/Eastern'],
    ['Ours', 'Europe/Berlin'],
  ];
  for (const [id, zone] of zones) {
    const entry = `UID:1\nSUMMARY:x\nDTSTART;TZID=${id}:20260701T120000`;
    assert.equal(read(calendar([entry], custom)).events[0]?.timezone, zone, id);
  }
});

void test('a floating time takes the calendar’s zone, the source’s or the place’s, else it is lost with a word', () => {
  const entry = 'UID:1\nSUMMARY:x\nDTSTART:20261201T190000';
  const places = `${entry}\nLOCATION:Union Hall, 12 Main St, Denver, CO 80203`;
  assert.deepEqual(starts(read(calendar([entry], 'X-WR-TIMEZONE:America/New_York'))), [
    '2026-12-02T00:00:00Z',
  ]);
  assert.deepEqual(starts(read(calendar([entry]), { timezone: 'Europe/London' })), ['2026-12-01T19:00:00Z']);
  assert.deepEqual(starts(read(calendar([places]))), ['2026-12-02T02:00:00Z']);
  const geo = read(calendar([`${entry}\nGEO:41.88;-87.63`]), { timezoneAt: () => 'America/Chicago' });
  assert.deepEqual(starts(geo), ['2026-12-02T01:00:00Z']);
  assert.deepEqual(codes(read(calendar([entry]))), ['missing_timezone']);
});

void test('a date without a time lasts its whole days', () => {
  const entry = 'UID:1\nSUMMARY:x\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261203';
  const [event] = read(calendar([entry]), { timezone: 'America/Chicago' }).events;
  const [slot] = event?.timeslots ?? [];
  assert.deepEqual(
    [slot?.startDate, slot?.endDate, slot?.allDay],
    ['2026-12-01T06:00:00Z', '2026-12-03T06:00:00Z', true],
  );
});

void test('clocks that go forward or back are read as RFC 5545 says', () => {
  const at = (local: string): string | undefined =>
    starts(read(calendar([`UID:1\nSUMMARY:x\nDTSTART;TZID=America/Chicago:${local}`])))[0];
  assert.equal(at('20270314T023000'), '2027-03-14T08:30:00Z');
  assert.equal(at('20261101T013000'), '2026-11-01T06:30:00Z');
});

void test('a series is told within the coming year, at the same hour in summer and winter', () => {
  const weekly = read(calendar([`${huddle}\nRRULE:FREQ=WEEKLY;BYDAY=TU`]));
  assert.equal(weekly.events.length, 1);
  assert.equal(starts(weekly).length, 52);
  assert.ok(starts(weekly).includes('2027-07-07T00:00:00Z'));
  const past = read(calendar(['UID:1\nSUMMARY:x\nDTSTART:19970902T090000Z\nRRULE:FREQ=DAILY;COUNT=10']));
  assert.deepEqual(codes(past), ['outside_window']);
  const long = read(calendar(['UID:1\nSUMMARY:x\nDTSTART:20200101T090000Z\nRRULE:FREQ=HOURLY']));
  assert.equal(starts(long).length, 366);
  assert.ok(codes(long).includes('long_recurrence'));
  const unread = read(calendar([`${huddle}\nRRULE:FREQ=FORTNIGHTLY`]));
  assert.deepEqual([starts(unread).length, codes(unread)[0]], [1, 'bad_recurrence']);
});

void test('dates are added, left out, moved and cancelled', () => {
  const series = `${huddle}
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=America/Chicago:20261208T190000
RDATE;TZID=America/Chicago:20261231T190000`;
  const moved = `UID:1
SUMMARY:Huddle
RECURRENCE-ID;TZID=America/Chicago:20261215T190000
DTSTART;TZID=America/Chicago:20261216T180000`;
  const cancelled = `UID:1
SUMMARY:Huddle
STATUS:CANCELLED
RECURRENCE-ID;TZID=America/Chicago:20261222T190000`;
  const conversion = read(calendar([series, moved, cancelled]));
  assert.deepEqual(starts(conversion), [
    '2026-12-02T01:00:00Z',
    '2026-12-17T00:00:00Z',
    '2027-01-01T01:00:00Z',
  ]);
  assert.deepEqual(codes(conversion).filter((code) => code === 'changed_occurrence').length, 2);
  const onwards = moved.replace('RECURRENCE-ID', 'RECURRENCE-ID;RANGE=THISANDFUTURE');
  assert.deepEqual(starts(read(calendar([`${huddle}\nRRULE:FREQ=WEEKLY;COUNT=4`, onwards]))), [
    '2026-12-02T01:00:00Z',
    '2026-12-09T01:00:00Z',
    '2026-12-17T00:00:00Z',
    '2026-12-24T00:00:00Z',
  ]);
});

void test('the newest revision counts, and a date without its series stands for itself', () => {
  const newer = `${huddle.replace('Huddle', 'Newer')}\nSEQUENCE:2`;
  const conversion = read(calendar([newer, `${huddle}\nSEQUENCE:1`]));
  assert.deepEqual(
    [conversion.events.map(({ title }) => title), codes(conversion)[0]],
    [['Newer'], 'older_revision'],
  );
  const orphan = read(calendar([`${huddle}\nRECURRENCE-ID:20261201T190000Z`]));
  assert.equal(orphan.events.length, 1);
});

void test('cancelled, private and other entries', () => {
  assert.equal(read(calendar([`${huddle}\nSTATUS:CANCELLED`])).events[0]?.status, 'cancelled');
  assert.equal(read(calendar([huddle], 'METHOD:CANCEL')).events[0]?.status, 'cancelled');
  assert.deepEqual(codes(read(calendar([`${huddle}\nCLASS:CONFIDENTIAL`]))), ['private_event']);
  const task = calendar([huddle]).replaceAll('VEVENT', 'VTODO');
  assert.deepEqual(codes(read(task)), ['not_an_event']);
  assert.deepEqual(codes(read(calendar(['UID:1\nSUMMARY:x']))), ['missing_date']);
  assert.deepEqual(codes(read(calendar(['UID:1\nDTSTART:20261201T190000Z']))), ['missing_title']);
  assert.deepEqual(codes(read(calendar(['UID:1\nSUMMARY:x\nDTSTART:20260230T190000Z']))), ['bad_date']);
  assert.deepEqual(codes(read('<html>Not found</html>')), ['unreadable_file']);
});

void test('places, links and texts', () => {
  const [event] = read(
    calendar([
      `${huddle}
GEO:41.88;-87.63
LOCATION:Union Hall\\, 12 Main St\\, Chicago\\, IL 60607
URL:https://chapter.example.org/huddle
CATEGORIES:Training,Nonviolence\\, basics
DESCRIPTION:plain
X-ALT-DESC;FMTTYPE=text/html:<p>Bring <b>bread</b>\\, <a href="javascript:alert(1)">x</a></p>`,
    ]),
  ).events;
  assert.deepEqual(event?.location, {
    kind: 'community',
    venue: 'Union Hall',
    addressLines: ['12 Main St'],
    locality: 'Chicago',
    region: 'IL',
    postalCode: '60607',
    country: 'US',
    latitude: 41.88,
    longitude: -87.63,
    precision: 'exact',
  });
  assert.equal(event.browserUrl, 'https://chapter.example.org/huddle');
  assert.deepEqual(event.tags, ['Training', 'Nonviolence, basics']);
  assert.equal(event.kind, 'training');
  assert.equal(event.description, 'Bring **bread**, x');
  const online = read(calendar([`${huddle}\nCONFERENCE;VALUE=URI:https://meet.example.org/secret`])).events;
  assert.deepEqual([online[0]?.isVirtual, online[0]?.location], [true, null]);
  assert.doesNotMatch(JSON.stringify(online), /secret/);
});

void test('nobody’s address comes out of a file', () => {
  const people = `${huddle}
ORGANIZER;CN=Rosa Zimmerquist:mailto:rosa@zimmerquist.example
ATTENDEE;CN="Ada, L.";PARTSTAT=ACCEPTED:mailto:ada@lovelace.example
CONTACT:tel +1 312 555 0188`;
  const text = JSON.stringify(read(calendar([people], 'X-WR-CALNAME:rosa@zimmerquist.example')));
  assert.doesNotMatch(text, /rosa|zimmerquist|ada@|lovelace|555/i);
});

void test('a quote, a missing end and nested components cost nobody else', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY;X="a:b',
    'SUMMARY:One',
    'DTSTART:20261201T190000Z',
    'BEGIN:VALARM',
    'DESCRIPTION:Alarm',
    'END:VALARM',
    'BEGIN:VEVENT',
    'UID:2',
    'nonsense',
    'SUMMARY:Two',
    'DTSTART:20261202T190000Z',
  ].join('\n');
  const { events, rows } = read(text);
  assert.equal(rows, 2);
  assert.deepEqual(
    events.map(({ source }) => source.id),
    ['1', '2'],
  );
  assert.ok(events.every(({ description }) => description === ''));
});

const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VTIMEZONE',
    'TZID:Q',
    'END:VTIMEZONE',
    'UID:1',
    'SUMMARY:Huddle',
    'DTSTART;TZID=Q:20261201T190000',
    'DTSTART;VALUE=DATE:20261201',
    'DTSTART:20261201T190000Z',
    'DTEND:20251201T190000Z',
    'DURATION:-PT5H',
    'RRULE:FREQ=DAILY;COUNT=5',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T190000Z',
    'EXDATE:20261201T190000Z',
    'RDATE;VALUE=PERIOD:20261201T190000Z/PT1H',
    'GEO:999;x',
    'STATUS:CANCELLED',
    'SEQUENCE:9999999999999999999',
    ' folded',
  ),
);

void test('any lines give events or told losses, never a throw', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const conversion = read(['BEGIN:VCALENDAR', ...lines].join('\r\n'));
      assert.ok(isWhole(conversion));
      for (const event of conversion.events) assert.deepEqual(ImportedEvent.parse(event), event);
    }),
    { numRuns: 1_000 },
  );
});

void test('any bytes do, too, also where a good file was spoilt', () => {
  const good = Buffer.from(calendar([`${huddle}\nRRULE:FREQ=WEEKLY;BYDAY=TU\nLOCATION:Chicago\\, IL`]));
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(good.length),
      fc.nat(40),
      fc.boolean(),
      (bytes, at, length, isAlone) => {
        const spoilt = Buffer.concat([good.subarray(0, at), bytes, good.subarray(at + length)]);
        assert.ok(isWhole(read(isAlone ? bytes : spoilt)));
      },
    ),
    { numRuns: 1_000 },
  );
});
