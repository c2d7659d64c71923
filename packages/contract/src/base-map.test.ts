import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeShape, encodeShape } from './base-map.ts';

void test('a shape read back is the shape without its repeated points', () => {
  const position = fc.integer({ min: -5000, max: 9000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(position, position)), (points) => {
      const distinct = points.filter((point, index) => String(point) !== String(points[index - 1]));
      assert.deepEqual([...decodeShape(encodeShape(points.flat()))], distinct.flat());
    }),
  );
});
