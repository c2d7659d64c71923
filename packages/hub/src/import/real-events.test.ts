import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { convert, fatalCodes } from '@huddlekit/connectors';
import { localDateTime } from '@huddlekit/contract/zoned-time';
import timezoneAt from '@photostructure/tz-lookup';
import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readFileBytes } from './read-file.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/events/events.csv.gz', import.meta.url));
const skip = existsSync(file) ? false : 'the real events are not beside the repository';
const folder = mkdtempSync(join(tmpdir(), 'huddlekit-real-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const conversion = skip
  ? undefined
  : await convert(await readFileBytes(file), 'csv', { timezoneAt, limit: Infinity });
const { events, problems, rows } = conversion ?? { events: [], problems: [], rows: 0 };

void test('every row is an event or a counted loss', { skip }, () => {
  assert.deepEqual([rows, events.length], [28_235, 28_128]);
  const counts = Object.fromEntries(
    [...Map.groupBy(problems, ({ code }) => code)].map(([code, told]) => [code, told.length]),
  );
  assert.deepEqual(counts, {
    bad_coordinates: 12,
    bad_url: 54,
    long_title: 1,
    missing_date: 107,
    missing_place: 23,
    missing_point: 894,
    place_outside_region: 278,
    unknown_timezone: 1050,
  });
  assert.equal(problems.filter(({ code }) => fatalCodes.has(code)).length, rows - events.length);
});

void test('a date without a time is a whole local day, never midnight', { skip }, () => {
  const timed = events.filter(({ timeslots }) => timeslots.some(({ allDay }) => !allDay));
  assert.deepEqual([...new Set(timed.map(({ source }) => source.system))], ['mobilize-2019-11']);
  for (const { timezone, timeslots } of events) {
    for (const { allDay, startDate, endDate } of timeslots) {
      if (!allDay) continue;
      // Some zones have no midnight on the day their clocks go forward.
      assert.ok(endDate !== null && Date.parse(endDate) > Date.parse(startDate));
      assert.match(localDateTime(Date.parse(startDate), timezone).time, /^0[01]:00$/);
      assert.match(localDateTime(Date.parse(endDate), timezone).time, /^0[01]:00$/);
    }
  }
});

void test('imported twice they are all unchanged; the past is kept and not listed', { skip }, async () => {
  const now = Date.parse('2025-04-05T12:00:00Z');
  const hub = openHub(settingsFrom({ HUDDLEKIT_DATA: folder }), { now: () => now });
  try {
    assert.deepEqual(await hub.events.importEvents(events), { created: 28_128, updated: 0, unchanged: 0 });
    assert.deepEqual(await hub.events.importEvents(events), { created: 0, updated: 0, unchanged: 28_128 });
    const kept = await hub.storage.read
      .selectFrom('events')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(kept.count, 28_128);
    const upcoming = await hub.storage.read
      .selectFrom('timeslots')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('overAt', '>', now)
      .executeTakeFirstOrThrow();
    const { data } = await hub.events.list({ limit: 100 });
    assert.ok(data.length > 0);
    assert.ok(upcoming.count < 3_000);
    for (const { timeslots } of data)
      assert.ok(timeslots.some(({ endDate }) => endDate !== null && Date.parse(endDate) > now));
  } finally {
    await hub.close();
  }
});
