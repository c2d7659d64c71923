import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlaces } from '../../places/places.ts';
import { seededRandom } from '../../sample/seeded-random.ts';
import { settingsFrom } from '../../settings.ts';
import { pairsInOneCell, sameCell } from './homes.ts';
import { compareTwins } from './twin-hubs.ts';

const places = openPlaces(settingsFrom({}).placesFile);
const pairs = pairsInOneCell({ places }, seededRandom(1), 60);
places.close();

test('homes in one cell look the same on every public surface, byte by byte', async () => {
  assert.ok(pairs.every(({ one, other }) => sameCell(one, other)));
  const { differences, answers, mails, logLines } = await compareTwins(pairs);
  assert.deepEqual(differences, []);
  assert.ok(answers > 800 && mails >= 240 && logLines > 400);
});

test('with the true point in place of the cell they can be told apart', async () => {
  const { differences } = await compareTwins(pairs, { homePoint: 'exact' });
  for (const surface of [
    'event',
    'event page with JSON-LD',
    'list',
    'list by distance',
    'pins',
    'tile of pins',
  ])
    assert.ok(differences.includes(surface), `${surface} shows it`);
});
