import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { openPlaces } from './places.ts';
import { readTypedPlaces, searchTypedPlaces } from './test/hand-typed.ts';

const file = fileURLToPath(
  new URL('../../../../../shared/data/events/ccc_location_lookup.latin1.csv.gz', import.meta.url),
);

void test(
  'of places as people type them at least 88 % are found within 25 km',
  { skip: !existsSync(file) },
  () => {
    const places = openPlaces(fileURLToPath(new URL('../../data/places.sqlite', import.meta.url)));
    const typed = readTypedPlaces(file);
    const misses = searchTypedPlaces(places, typed);
    places.close();
    assert.ok(typed.length > 5000);
    assert.ok(
      misses.length <= 0.12 * typed.length,
      `${String(misses.length)} of ${String(typed.length)} were missed`,
    );
  },
);
