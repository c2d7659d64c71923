import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversion, Gathering } from '../conversion.ts';
import { convertPaced } from '../pacing.ts';
import { readIcs } from './ics.ts';

const now = Date.parse('2026-11-23T00:00:00Z');
const upTo = (last: number, first = 0): string =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).join();
const times = `BYHOUR=${upTo(23)};BYMINUTE=${upTo(59)};BYSECOND=${upTo(59)}`;

function file(lines: string, start = '20260101T000000Z'): string {
  return `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:x\nDTSTART:${start}\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`;
}

const day = (index: number): string =>
  `2026${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}`;

/** Files that are small or plausible and made to keep a reader busy. */
const bombs: Readonly<Record<string, string>> = {
  'a product of thirty million': file(
    `RRULE:FREQ=YEARLY;COUNT=1;BYMONTH=${upTo(12, 1)};BYMONTHDAY=${upTo(31, 1)};${times}`,
  ),
  'the last of a product': file(
    `RRULE:FREQ=YEARLY;BYMONTH=${upTo(12, 1)};BYMONTHDAY=${upTo(31, 1)};${times};BYSETPOS=-1`,
  ),
  'a day no year has': file('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
  'a second of a day no year has': file('RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', '19000101T000000Z'),
  'every second since 1900': file('RRULE:FREQ=SECONDLY', '19000101T000000Z'),
  'a thousand million seconds': file('RRULE:FREQ=SECONDLY;COUNT=999999999', '19000101T000000Z'),
  'two thousand rules': file(
    Array.from({ length: 2_000 }, () => 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30').join('\n'),
    '19010101T000000Z',
  ),
  'a hundred thousand dates': file(
    `RDATE:${Array.from({ length: 100_000 }, (_, index) => `${day(index)}T000000Z`).join()}`,
  ),
  'every date left out': file(
    `RRULE:FREQ=HOURLY\nEXDATE;VALUE=DATE:${Array.from({ length: 50_000 }, (_, index) => day(index)).join()}`,
  ),
  'calendars in calendars': 'BEGIN:VCALENDAR\n'.repeat(100_000),
  'components in components': `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${'BEGIN:X\n'.repeat(100_000)}`,
  'a line of ten million': file(`DESCRIPTION:${'x'.repeat(10_000_000)}`),
  'a million folds': file(`DESCRIPTION:${'\n x'.repeat(1_000_000)}`),
  'parameters without end': file(`SUMMARY${';A=b'.repeat(200_000)}:x`),
  'quotes without end': file(`SUMMARY;X=${'"'.repeat(200_000)}:x`),
  'zones that change each second': `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Q\n${'BEGIN:STANDARD\nDTSTART:19010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n'.repeat(
    500,
  )}END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART;TZID=Q:20261201T000000\nEND:VEVENT\n`,
  'a hundred thousand series': `BEGIN:VCALENDAR\n${Array.from(
    { length: 100_000 },
    (_, index) =>
      `BEGIN:VEVENT\nUID:${String(index)}\nSUMMARY:x\nDTSTART:20261201T000000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n`,
  ).join('')}`,
  'a series moved five thousand times': `${file('RRULE:FREQ=DAILY')}${Array.from(
    { length: 5_000 },
    (_, index) =>
      `BEGIN:VEVENT\nUID:a\nSUMMARY:x\nRECURRENCE-ID;RANGE=THISANDFUTURE:2026120${String(1 + (index % 9))}T00${String(index % 60).padStart(2, '0')}${String(Math.floor(index / 60) % 60).padStart(2, '0')}Z\nDTSTART:20261201T000000Z\nEND:VEVENT\n`,
  ).join('')}`,
};

for (const [name, text] of Object.entries(bombs)) {
  void test(`${name}: answered with events or a typed problem`, async () => {
    const { events, problems }: Conversion = await convertPaced(readIcs, Buffer.from(text), { now });
    assert.ok(events.length > 0 || problems.length > 0);
    for (const { timeslots } of events) assert.ok(timeslots.length <= 366);
  });
}

void test('a reading rests often: between any two rests lie a few rows at most', () => {
  const gathering: Gathering = { events: [], problems: [], rows: 0 };
  const entries = Array.from(
    { length: 3_000 },
    (_, index) =>
      `BEGIN:VEVENT\nUID:${String(index)}\nSUMMARY:x\nDTSTART:20261201T000000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n`,
  );
  const steps = readIcs(Buffer.from(`BEGIN:VCALENDAR\n${entries.join('')}`), { now }, gathering);
  let [before, most] = [0, 0];
  while (!steps.next().done) {
    most = Math.max(most, gathering.events.length - before);
    before = gathering.events.length;
  }
  assert.equal(gathering.events.length, 3_000);
  assert.ok(most <= 1, `${String(most)} events came without a rest`);
});
