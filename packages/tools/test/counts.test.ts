import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, sum, summaryLine } from './counts.mjs';

test('the last line adds up all steps', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 1 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  assert.equal(summaryLine(total), '5 passed, 1 failed, 1 skipped');
});

test('a step that crashes counts as failed', () => {
  assert.equal(countsOf(undefined, 1).failed, 1);
  assert.equal(countsOf({ passed: 4, failed: 0, skipped: 0 }, 1).failed, 1);
  assert.equal(countsOf({ passed: 4, failed: 2, skipped: 0 }, 1).failed, 2);
  assert.deepEqual(countsOf(undefined, 0), { passed: 1, failed: 0, skipped: 0 });
});
