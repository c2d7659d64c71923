import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeShape, encodeShape } from './base-map.ts';

void test('a shape read back is the shape to a hundredth of a degree', () => {
  const degree = fc.integer({ min: -18_000, max: 18_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(fc.array(fc.tuple(degree, degree)), (points) => {
      const distinct = points.filter((point, index) => String(point) !== String(points[index - 1]));
      assert.deepEqual([...decodeShape(encodeShape(points.flat()))], distinct.flat());
    }),
  );
});
