import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDateTime, zonedInstant } from './zoned-time.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

void test('a plain time of a zone', () => {
  assert.equal(
    iso(zonedInstant({ date: '2026-12-01', time: '19:00' }, 'America/Chicago')),
    '2026-12-02T01:00:00.000Z',
  );
});

void test('a time in the gap moves on, a time of the fold is the first', () => {
  assert.equal(
    iso(zonedInstant({ date: '2026-03-08', time: '02:30' }, 'America/New_York')),
    '2026-03-08T07:30:00.000Z',
  );
  assert.equal(
    iso(zonedInstant({ date: '2026-11-01', time: '01:30' }, 'America/New_York')),
    '2026-11-01T05:30:00.000Z',
  );
});

void test('reading a clock and setting it agree', () => {
  const zones = fc.constantFrom(
    'UTC',
    'America/Chicago',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  fc.assert(
    fc.property(zones, fc.integer({ min: 20_000_000, max: 33_000_000 }), (zone, minutes) => {
      const reading = localDateTime(minutes * 60_000, zone);
      assert.deepEqual(localDateTime(zonedInstant(reading, zone), zone), reading);
    }),
  );
});

void test('days are counted over months', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
});
