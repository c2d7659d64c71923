import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarDay, dayNumber, daysOfMonth, secondsOfDay, weekdayOf } from './calendar-days.ts';
import { occurrences } from './occurrences.ts';
import { readRule } from './recurrence-rule.ts';

const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const start = dayNumber(2026, 1, 15) * secondsOfDay + 9 * 3_600;
const days = 1_100;

function told(text: string, limit = 60): number[] {
  const rule = readRule(text);
  assert.ok(rule, text);
  const found: number[] = [];
  let steps = 0;
  for (const time of occurrences(rule, { start, isDate: false })) {
    if (++steps > 20_000 || found.length >= limit) break;
    if (time !== undefined) found.push(time);
  }
  return found;
}

/** A rule in the few words of which a reader by brute force knows the meaning. */
const rules = fc.record({
  frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
  interval: fc.integer({ min: 1, max: 3 }),
  months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  monthDays: fc.uniqueArray(fc.constantFrom<number[]>(1, 2, 13, 15, 28, 30, 31, -1, -2), { maxLength: 3 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
});

void test('rules give the days that a look at every day gives', () => {
  fc.assert(
    fc.property(rules, ({ frequency, interval, months, monthDays, weekdays }) => {
      // A day of the month says nothing in a weekly rule.
      const dates = frequency === 'WEEKLY' ? [] : monthDays;
      const text = [
        `FREQ=${frequency};INTERVAL=${String(interval)}`,
        months.length > 0 && `BYMONTH=${months.join()}`,
        dates.length > 0 && `BYMONTHDAY=${dates.join()}`,
        weekdays.length > 0 && `BYDAY=${weekdays.map((weekday) => names[weekday]).join()}`,
      ]
        .filter(Boolean)
        .join(';');
      const first = Math.floor(start / secondsOfDay);
      const origin = calendarDay(first);
      const monday = first - ((weekdayOf(first) + 6) % 7);
      const expected: number[] = [];
      for (let day = first; day < first + days; day++) {
        const date = calendarDay(day);
        const fromEnd = date.day - daysOfMonth(date.year, date.month) - 1;
        const period = {
          DAILY: day - first,
          WEEKLY: Math.floor((day - monday) / 7),
          MONTHLY: (date.year - origin.year) * 12 + date.month - origin.month,
        }[frequency];
        const isUsual =
          frequency === 'MONTHLY' && dates.length + weekdays.length === 0
            ? date.day === origin.day
            : frequency === 'WEEKLY' && weekdays.length === 0
              ? weekdayOf(day) === weekdayOf(first)
              : true;
        if (
          (period ?? 0) % interval === 0 &&
          (months.length === 0 || months.includes(date.month)) &&
          (dates.length === 0 || dates.includes(date.day) || dates.includes(fromEnd)) &&
          (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) &&
          isUsual
        )
          expected.push(day * secondsOfDay + 9 * 3_600);
      }
      const end = (first + days) * secondsOfDay;
      assert.deepEqual(
        told(text, expected.length + 1).filter((time) => time < end),
        expected,
        text,
      );
    }),
    { numRuns: 500 },
  );
});

void test('what is told from later on is what is told from the beginning', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'FREQ=YEARLY;BYDAY=-1MO',
        'FREQ=MONTHLY;BYDAY=2TU;INTERVAL=5',
        'FREQ=WEEKLY;BYDAY=SU,WE;INTERVAL=3',
        'FREQ=DAILY;INTERVAL=7',
        'FREQ=HOURLY;INTERVAL=5;BYDAY=MO',
        'FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10',
        'FREQ=YEARLY;BYWEEKNO=1,53',
        'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR',
      ),
      fc.integer({ min: 0, max: 1_500 }),
      (text, later) => {
        const rule = readRule(text);
        assert.ok(rule);
        const from = start + later * secondsOfDay;
        const take = (begin?: number): number[] => {
          const found: number[] = [];
          for (const time of occurrences(rule, { start, isDate: false, from: begin })) {
            if (time !== undefined && time >= from) found.push(time);
            if (found.length === 5) break;
          }
          return found;
        };
        assert.deepEqual(take(from), take());
      },
    ),
  );
});

void test('what isn’t a rule isn’t read', () => {
  for (const text of [
    '',
    'COUNT=3',
    'FREQ=FORTNIGHTLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;BYMONTH=13',
    'FREQ=DAILY;BYMONTHDAY=0',
    'FREQ=DAILY;BYDAY=XX',
    'FREQ=DAILY;BYHOUR=24',
    'FREQ=DAILY;UNTIL=tomorrow',
    'FREQ=DAILY;WKST=XX',
    'FREQ=DAILY;NONSENSE=1',
    `FREQ=DAILY;BYSETPOS=${'1,'.repeat(10_000)}1`,
  ])
    assert.equal(readRule(text), undefined, text.slice(0, 40));
  assert.ok(readRule('freq=daily;x-own=1;byday=mo'));
});
