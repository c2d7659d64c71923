import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../sample/seeded-random.ts';
import { hostAtOneHome } from './one-home.ts';

test('many events at a home on the border of two cells give one coordinate', async () => {
  const { events, listed, pinned, cells } = await hostAtOneHome(80, seededRandom(2));
  assert.equal(events, 80);
  assert.ok(cells > 1);
  assert.deepEqual({ listed, pinned }, { listed: 1, pinned: 1 });
});

test('without the memory of homes they give several', async () => {
  const { listed } = await hostAtOneHome(20, seededRandom(2), { homePoint: 'fresh' });
  assert.ok(listed > 1, 'so the test above has teeth');
});
