import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clipLine, clipPolygon, project, type Frame, type Point } from './map-frame.ts';

const frame: Frame = { longitude: -87.7, latitude: 41.9, scale: 200, width: 640, height: 260 };
const coordinate = fc.integer({ min: -3000, max: 3000 });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });

void test('the middle of the frame is the middle of the picture, north is up', () => {
  assert.deepEqual(project(-87.7, 41.9, frame), [320, 130]);
  const [x, y] = project(-87.6, 42, frame);
  assert.ok(x > 320 && y < 130);
});

void test('a polygon that is cut stays within the picture and its bleed', () => {
  fc.assert(
    fc.property(points, (polygon) => {
      for (const [x, y] of clipPolygon(polygon, frame)) {
        assert.ok(x >= -20.1 && x <= 660.1 && y >= -20.1 && y <= 280.1);
      }
    }),
  );
});

void test('a polygon around the picture becomes the picture, one outside becomes nothing', () => {
  const around: Point[] = [
    [-900, -900],
    [900, -900],
    [900, 900],
    [-900, 900],
  ];
  assert.equal(clipPolygon(around, frame).length, 4);
  assert.deepEqual(
    clipPolygon(
      around.map(([x, y]): Point => [x + 5000, y]),
      frame,
    ),
    [],
  );
});

void test('pieces of a line keep its order and leave out what is far away', () => {
  const line: Point[] = [
    [10, 10],
    [50, 50],
    [5000, 50],
    [5000, 5000],
    [-5000, 5000],
    [60, 60],
  ];
  const pieces = clipLine(line, frame);
  assert.deepEqual(pieces[0], [
    [10, 10],
    [50, 50],
    [5000, 50],
  ]);
  assert.ok(pieces.flat().every(([x, y]) => !(x === 5000 && y === 5000)));
});
