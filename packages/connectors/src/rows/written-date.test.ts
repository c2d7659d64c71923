import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DateReading } from './calendar-day.ts';
import { startOf } from './dates.ts';
import { readTimes, readWrittenDate } from './written-date.ts';

const reading: DateReading = { now: Date.parse('2026-11-23T12:00:00Z') };

/** A date in short: its day and time, or the instant, and behind `–` the end. */
function short(text: string, order?: DateReading['order']): string | undefined {
  const read = readWrittenDate(text, { ...reading, order });
  if (!read) return undefined;
  const dates = [read.start, ...(read.end ? [read.end] : [])].map((date) => {
    if (date.kind === 'instant') return new Date(date.instant).toISOString().slice(0, 16) + 'Z';
    return date.kind === 'day'
      ? date.date
      : `${date.date} ${date.time}${date.zone ? ` ${date.zone.zone}` : ''}`;
  });
  return [dates.join(' – '), read.doubt].filter(Boolean).join(' ');
}

void test('reads days as people write them', () => {
  const same = [
    'June 23, 2020',
    '23 June 2020',
    'Tuesday, June 23rd, 2020',
    '23 de junio de 2020',
    'JUN 23 2020',
    '2020/6/23',
    '23.6.2020',
    '6/23/20',
    '23-Jun-2020',
    'martes 23 de Junio del 2020',
    '20200623',
    '44005',
  ];
  for (const text of same) assert.equal(short(text), '2020-06-23', text);
});

void test('reads times as people write them', () => {
  const same = [
    '2026-03-04 7:00 PM',
    '2026-03-04 19:00',
    'March 4, 2026 7pm',
    'Mar 4, 2026 at 7:00 p.m.',
    '7 PM, March 4, 2026',
    '4 de marzo de 2026, 19h',
    '4 marzo 2026 a las 19:00',
    '2026-3-4T19:00',
    '46085.7916667',
    '20260304T190000',
  ];
  for (const text of same) assert.equal(short(text), '2026-03-04 19:00', text);
  assert.equal(short('4 March 2026 19h30'), '2026-03-04 19:30');
  assert.equal(short('March 4, 2026, noon'), '2026-03-04 12:00');
  assert.equal(short('March 4, 2026 12:15 am'), '2026-03-04 00:15');
});

void test('an offset or a Z makes an instant; a zone’s letters stay beside the time', () => {
  const same = [
    '2026-03-04T19:00:00-06:00',
    '2026-03-04 19:00 -0600',
    'Wed Mar 04 2026 19:00:00 GMT-0600 (CST)',
    'Wed, 04 Mar 2026 19:00:00 -0600',
    '3/5/2026 1:00 UTC',
    '1772672400',
    '1772672400000',
  ];
  for (const text of same) assert.equal(short(text)?.slice(0, 17), '2026-03-05T01:00Z', text);
  assert.equal(short('March 4, 2026 7pm CST'), '2026-03-04 19:00 America/Chicago');
  assert.equal(short('March 4, 2026 7pm Eastern Time'), '2026-03-04 19:00 America/New_York');
});

void test('letters beside a time are taken by the letter where clocks there agree, else as that zone’s clocks', () => {
  const instant = (text: string, timezone: string): string => {
    const read = readWrittenDate(text, reading);
    assert.ok(read);
    return new Date(startOf(read.start, timezone)).toISOString().slice(0, 16);
  };
  assert.equal(instant('2026-01-05 7pm EST', 'America/New_York'), '2026-01-06T00:00');
  assert.equal(instant('2026-07-05 7pm EDT', 'America/New_York'), '2026-07-05T23:00');
  assert.equal(instant('2026-07-05 7pm EST', 'America/New_York'), '2026-07-05T23:00', 'a slip of the season');
  assert.equal(instant('2026-07-05 7pm MST', 'America/Phoenix'), '2026-07-06T02:00');
  assert.equal(instant('2026-07-05 7pm ET', 'America/Chicago'), '2026-07-05T23:00');
});

void test('spans of days and of hours have an end', () => {
  assert.equal(short('June 5-7, 2020'), '2020-06-05 – 2020-06-07');
  assert.equal(short('June 30 - July 2, 2020'), '2020-06-30 – 2020-07-02');
  assert.equal(short('2026-03-04/2026-03-06'), '2026-03-04 – 2026-03-06');
  assert.equal(short('2026-03-04 to 2026-03-06'), '2026-03-04 – 2026-03-06');
  assert.equal(short('March 4, 2026, 7–9 pm'), '2026-03-04 19:00 – 2026-03-04 21:00');
  assert.equal(short('March 4, 2026 11am-1pm'), '2026-03-04 11:00 – 2026-03-04 13:00');
  assert.equal(short('March 4, 2026 10pm - 1am'), '2026-03-04 22:00 – 2026-03-05 01:00');
  assert.equal(
    short('2026-03-04T19:00:00-06:00/2026-03-04T21:00:00-06:00'),
    '2026-03-05T01:00Z – 2026-03-05T03:00Z',
  );
});

void test('the order of numbers is as told, else by a day above 12, else month first with a doubt', () => {
  assert.equal(short('3/4/2026'), '2026-03-04 ambiguous_date');
  assert.equal(short('3/4/2026', 'mdy'), '2026-03-04');
  assert.equal(short('3/4/2026', 'dmy'), '2026-04-03');
  assert.equal(short('26/03/04', 'ymd'), '2026-03-04');
  assert.equal(short('13/4/2026'), '2026-04-13');
  assert.equal(short('4/13/2026', 'dmy'), '2026-04-13');
  assert.equal(short('3/3/2026'), '2026-03-03');
  assert.equal(short('Fri 3/4/2026'), '2026-04-03', 'the weekday settles it');
  assert.equal(short('Wed 3/4/2026'), '2026-03-04');
  assert.equal(short('3.4.2026'), '2026-04-03', 'with points the day stands first');
});

void test('a year that isn’t written is that of the weekday, else the next', () => {
  assert.equal(short('Sat 6/13'), '2026-06-13 guessed_year');
  assert.equal(short('May 5'), '2027-05-05 guessed_year');
  assert.equal(short('Nov 20, 7pm'), '2026-11-20 19:00 guessed_year', 'a few days ago is no year ahead');
});

void test('what holds no date is none', () => {
  const wrong = [
    '',
    'soon',
    'TBD',
    'Thursday',
    '7pm',
    '2026',
    'May',
    '13/13/2026',
    'Feb 30, 2026',
    '2026-11-28 25:00',
    '5',
    '12345678901234',
    'June 5, 20260',
    '-1',
    'x'.repeat(500),
  ];
  for (const text of wrong) assert.equal(short(text), undefined, text);
});

void test('a cell of its own holds a time or two, and nothing else', () => {
  const times = (text: string): unknown => {
    const read = readTimes(text);
    return read && [read.start.time, ...(read.end ? [read.end.time] : [])].join('-');
  };
  for (const text of [
    '7pm',
    '7:00 PM',
    '19:00',
    '19h',
    '7 p. m.',
    '0.7916667',
    'at 7pm',
    '19:00:00',
    'a las 19:00',
  ])
    assert.equal(times(text), '19:00', text);
  for (const text of ['7-9pm', '7 PM – 9 PM', '19:00-21:00', '7pm to 9pm', 'de 19:00 a 21:00'])
    assert.equal(times(text), '19:00-21:00', text);
  for (const text of ['', 'Evening', '7', '2026-03-04', 'TBD', '25:00', '7pm maybe'])
    assert.equal(times(text), undefined, text);
});

void test('any text gives a date of a calendar or nothing, and the written form of any day gives that day', () => {
  const piece = fc.constantFrom(
    '3',
    '12',
    '2026',
    '-',
    '/',
    ' ',
    ':',
    'pm',
    'march',
    'to',
    'sat',
    '19',
    '.',
    ',',
    'T',
    'Z',
    'EST',
    '00',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const read = readWrittenDate(any, reading);
      if (read) assert.ok(Number.isFinite(startOf(read.start, 'America/Denver')), any);
      readTimes(any);
    }),
    { numRuns: 2_000 },
  );
  const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('long', 'medium', 'full'),
      fc.constantFrom('en-US', 'en-GB', 'es'),
      (date, dateStyle, locale) => {
        const written = new Intl.DateTimeFormat(locale, {
          dateStyle,
          timeStyle: 'short',
          timeZone: 'UTC',
        }).format(date);
        const read = readWrittenDate(written, reading);
        assert.equal(
          read?.start.kind === 'local' && `${read.start.date}T${read.start.time}`,
          date.toISOString().slice(0, 16),
          written,
        );
      },
    ),
  );
});
