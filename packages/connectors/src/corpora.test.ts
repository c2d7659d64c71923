import assert from 'node:assert/strict';
import { test } from 'node:test';
import timezoneAt from '@photostructure/tz-lookup';
import { convert } from './convert.ts';
import { ImportedEvent } from './imported-event.ts';
import { contentOf, corpora, corpus, missedRecurrences, outcomeOf, skip } from './test/corpora.ts';

void test('no file of the corpora loses a row in silence', { skip }, async () => {
  for (const each of corpora()) {
    const { losing, files, events } = await outcomeOf(each, { timezoneAt });
    assert.deepEqual(losing, [], each.name);
    assert.ok(files > 0 && events > 0, each.name);
  }
});

void test('recurrence rules give the listed dates', { skip }, () => {
  const { cases, missed } = missedRecurrences();
  assert.ok(missed.length / cases <= 0.03, JSON.stringify(missed, undefined, 1));
});

void test(
  'Mobilize: one event an id with all its timeslots, in its own zone, private addresses private',
  { skip },
  async () => {
    const pages = corpus('mobilize', 'mobilize/v1_*.json').files.map(contentOf);
    const all = pages.flatMap(
      (page) => (JSON.parse(new TextDecoder().decode(page)) as { data: Listed[] }).data,
    );
    const { events } = await convert(Buffer.from(JSON.stringify(all)), 'mobilize', { limit: Infinity });
    assert.equal(events.length, new Set(all.map(({ id }) => id)).size);
    for (const event of events) {
      assert.deepEqual(ImportedEvent.parse(event), event);
      const listed = all.filter(({ id }) => String(id) === event.source.id);
      const starts = new Set(
        listed.flatMap(({ timeslots }) => timeslots.map(({ start_date: start }) => start)),
      );
      assert.deepEqual(
        event.timeslots.map(({ startDate }) => Date.parse(startDate) / 1_000).toSorted(),
        [...starts].toSorted(),
      );
      assert.equal(event.timezone, listed[0]?.timezone);
      if (listed.some(({ address_visibility: visibility }) => visibility === 'PRIVATE')) {
        const { venue, addressLines, latitude, longitude } = event.location ?? {};
        assert.deepEqual([venue, addressLines, latitude, longitude], [null, [], null, null]);
      }
    }
  },
);

/** What the test reads of a listed event. */
interface Listed {
  readonly id: number;
  readonly timezone: string;
  readonly address_visibility: string;
  readonly timeslots: readonly { readonly start_date: number }[];
}
