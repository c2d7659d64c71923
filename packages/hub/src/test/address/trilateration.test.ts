import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../sample/seeded-random.ts';
import { trilaterate } from './trilateration.ts';

test('questions by distance, box, order, square and count tell the cell of a home and nothing more', async () => {
  const { inCell, around, fewest, reachesOutside } = await trilaterate(100, seededRandom(3));
  assert.equal(inCell, 49);
  assert.ok(around > 10);
  assert.equal(fewest, inCell, 'every home of the cell stays possible');
  assert.equal(reachesOutside, false, 'and the questions are sharp enough to find the cell');
});

test('with the true point they tell each home apart', async () => {
  const { most } = await trilaterate(100, seededRandom(3), { homePoint: 'exact' });
  assert.equal(most, 1, 'so the test above has teeth');
});
