import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convertWhole } from '../pacing.ts';
import { contractEvent, keptOf } from '../rows/test/contract-events.ts';
import { readGeoJson } from './geojson.ts';
import { writeGeoJson } from './write-geojson.ts';

const events = fc.uniqueArray(contractEvent, { maxLength: 5, selector: ({ source }) => source.id });

void test('time, zone, place and id come back from features as they went in', () => {
  fc.assert(
    fc.property(events, (written) => {
      const json = JSON.stringify(writeGeoJson(written));
      const { events: read, problems } = convertWhole(readGeoJson, Buffer.from(json));
      assert.deepEqual(
        read.map((event) => keptOf(event)),
        written.map((event) => keptOf(event)),
      );
      const codes = new Set(problems.map(({ code }) => code));
      for (const code of ['missing_point', 'missing_place', 'no_events'] as const) codes.delete(code);
      assert.deepEqual([...codes], []);
    }),
    { numRuns: 300 },
  );
});

void test('a feature’s point names longitude first, and one without a point has no geometry', () => {
  fc.assert(
    fc.property(contractEvent, (event) => {
      const [feature] = writeGeoJson([event]).features;
      const { latitude = null, longitude = null } = event.location ?? {};
      assert.deepEqual(
        feature?.geometry,
        latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
      );
    }),
  );
});
