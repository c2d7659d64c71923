import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metresBetween } from './distance.ts';

test('metres between two points are measured over the ground', () => {
  const chicago = [41.8781, -87.6298] as const;
  assert.ok(Math.abs(metresBetween(...chicago, 39.7817, -89.6501) - 287_000) < 2000);
  assert.equal(metresBetween(...chicago, ...chicago), 0);
});
