import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '@huddlekit/contract';
import fc from 'fast-check';
import { convertWhole } from '../pacing.ts';
import { contractEvent, keptOf } from '../rows/test/contract-events.ts';
import { readIcs } from './ics.ts';
import { writeIcs } from './write-ics.ts';

/** Calendars know no parts of a second. */
const inSeconds = (event: Event): Event => ({
  ...event,
  timeslots: event.timeslots.map((slot) => ({
    ...slot,
    startDate: slot.startDate.replace(/\.\d+Z/, 'Z'),
    endDate: slot.endDate?.replace(/\.\d+Z/, 'Z') ?? null,
  })),
});
const events = fc.uniqueArray(contractEvent.map(inSeconds), {
  maxLength: 5,
  selector: ({ source }) => source.id,
});
const baseUrl = 'https://hub.example.org';

void test('time, zone, place and id come back from a calendar file as they went in', () => {
  fc.assert(
    fc.property(events, (written) => {
      const file = writeIcs(written, { baseUrl, isExchange: true });
      const { events: read } = convertWhole(readIcs, Buffer.from(file));
      assert.deepEqual(
        read.map((event) => keptOf(event)),
        written.map((event) => keptOf(event)),
      );
    }),
    { numRuns: 300 },
  );
});

void test('a file that is read as a feed keeps the feed’s name', () => {
  const [event] = fc.sample(contractEvent, { numRuns: 1, seed: 1 });
  assert.ok(event);
  const bytes = Buffer.from(writeIcs([event], { baseUrl, isExchange: true }));
  const { events: read } = convertWhole(readIcs, bytes, { system: 'feed:a.example' });
  assert.deepEqual(read[0]?.source, {
    system: 'feed:a.example',
    id: event.id,
    organization: null,
    url: null,
  });
});
