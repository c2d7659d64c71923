import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocksDiffer, dateParts, daysInWords, instantInWords, whenOf } from './when.ts';

const chicago = { timezone: 'America/Chicago' };

function slot(startDate: string, endDate: string | null, allDay = false) {
  return { startDate, endDate, allDay };
}

void test('an afternoon is told in the zone of the event, which is named', () => {
  const when = whenOf(chicago, slot('2026-11-29T20:00:00Z', '2026-11-29T23:30:00Z'), 'en');
  assert.deepEqual(when, {
    day: 'Sunday, November 29, 2026',
    time: '2 – 5:30 p.m.',
    zone: 'Central Time (CST)',
    zoneShort: 'CST',
  });
});

void test('the same in Spanish, with the zone’s name and not an offset', () => {
  const when = whenOf(chicago, slot('2026-11-29T16:00:00Z', '2026-11-29T19:00:00Z'), 'es');
  assert.equal(when.day, 'Domingo, 29 de noviembre de 2026');
  assert.equal(when.time, '10 a.m. – 1 p.m.');
  assert.equal(when.zone, 'Hora central (CST)');
});

void test('an end on another day names the day', () => {
  const when = whenOf(chicago, slot('2026-11-30T02:00:00Z', '2026-11-30T08:00:00Z'), 'en');
  assert.equal(when.time, '8 p.m. – Nov 30, 2 a.m.');
});

void test('whole days have no clock time and don’t run into the day after', () => {
  const two = whenOf(chicago, slot('2026-12-01T06:00:00Z', '2026-12-03T06:00:00Z', true), 'en');
  assert.match(two.day, /December 1.*December 2/);
  assert.doesNotMatch(two.day, /3/);
  assert.equal(two.time, '');
});

void test('another zone is only told where its clocks differ', () => {
  assert.equal(clocksDiffer('2026-11-29T20:00:00Z', 'America/Chicago', 'America/Winnipeg'), false);
  assert.equal(clocksDiffer('2026-11-29T20:00:00Z', 'America/Chicago', 'America/New_York'), true);
});

void test('one instant and short dates', () => {
  assert.equal(
    instantInWords(Date.parse('2026-11-29T01:00:00Z'), 'America/Chicago', 'en'),
    'Saturday, November 28, 2026, 7 p.m. CST',
  );
  assert.deepEqual(dateParts('2026-11-29T01:00:00Z', 'America/Chicago', 'en'), {
    weekday: 'Sat',
    day: '28',
    month: 'Nov',
  });
  assert.equal(daysInWords('2026-11-17T00:00:00Z', '2026-11-27T00:00:00Z', 'UTC', 'en'), 'Nov 17 – 26');
});
