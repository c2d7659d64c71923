import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicId } from '@huddlekit/contract';
import { newId, timeslotColumns } from './event-write.ts';

test('ids fit the wire, differ, and can be given to a command', () => {
  const ids = Array.from({ length: 5000 }, newId);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.ok(publicId.safeParse(id).success && !id.startsWith('-'), id);
});

test('a time is over at its end, two hours after a start without one, or with its local day', () => {
  const over = (input: object, timezone = 'America/Chicago'): string => {
    const slot = { startDate: '2027-03-14T06:00:00Z', ...input };
    return new Date(timeslotColumns('x', slot, { timezone, capacity: null }).overAt).toISOString();
  };
  assert.equal(over({ endDate: '2027-03-14T06:30:00Z' }), '2027-03-14T06:30:00.000Z');
  assert.equal(over({}), '2027-03-14T08:00:00.000Z');
  // On this day clocks go forward in Chicago, so it has 23 hours.
  assert.equal(over({ allDay: true }), '2027-03-15T05:00:00.000Z');
  assert.equal(over({ allDay: true, endDate: '2027-03-17T05:00:00Z' }), '2027-03-17T05:00:00.000Z');
});
