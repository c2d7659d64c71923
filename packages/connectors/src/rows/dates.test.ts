import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endOf, readDate, startOf } from './dates.ts';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

void test('tells days, wall-clock times and instants apart', () => {
  assert.deepEqual(readDate('2026-11-28'), { kind: 'day', date: '2026-11-28' });
  assert.deepEqual(readDate('2026-11-28 19:30'), { kind: 'local', date: '2026-11-28', time: '19:30' });
  for (const text of ['2026-11-28T19:30:00Z', '2026-11-28T13:30-06:00', '2026-11-28T13:30:00.000-0600']) {
    assert.deepEqual(readDate(text), { kind: 'instant', instant: Date.parse('2026-11-28T19:30:00Z') }, text);
  }
});

void test('refuses what no calendar has', () => {
  const wrong = [
    '',
    'soon',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-1-1',
    '28/11/2026',
    '0001-01-01',
  ];
  for (const text of [
    ...wrong,
    '9999-12-31',
    '2026-11-28T25:00',
    '2026-11-28T19:61Z',
    '2026-11-28T10:00+99:00',
  ])
    assert.equal(readDate(text), undefined, text);
});

void test('a day runs from local midnight to the next, also when clocks change', () => {
  const day = (date: string, timezone: string): string[] => {
    const read = { kind: 'day', date } as const;
    return [iso(startOf(read, timezone)), iso(endOf(read, timezone))];
  };
  assert.deepEqual(day('2026-11-28', 'America/Chicago'), [
    '2026-11-28T06:00:00.000Z',
    '2026-11-29T06:00:00.000Z',
  ]);
  assert.deepEqual(day('2026-03-08', 'America/New_York'), [
    '2026-03-08T05:00:00.000Z',
    '2026-03-09T04:00:00.000Z',
  ]);
});

void test('any text gives a date or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      (text) => {
        const date = readDate(text);
        if (date) assert.ok(Number.isFinite(startOf(date, 'America/Denver')));
      },
    ),
  );
});
