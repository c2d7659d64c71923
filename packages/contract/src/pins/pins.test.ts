import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fits } from '../fits.ts';
import {
  codesInCell,
  decodeCells,
  decodePins,
  encodeCells,
  encodePins,
  gridLevels,
  gridSize,
  lowerBound,
  mortonCell,
  mortonCode,
  mortonKey,
  PinFeed,
  pinPrecisions,
  project,
  tileFrom,
  type Pin,
  type PinColumns,
  type PinRows,
} from './index.ts';

const pinArbitrary: fc.Arbitrary<Pin> = fc.record({
  pin: fc.nat(1e9),
  kind: fc.constantFrom('huddle', 'gathering', 'rally'),
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 179.999, noNaN: true }),
  precision: fc.constantFrom('exact', 'area', 'locality'),
  start: fc.integer({ min: 29_000_000, max: 31_000_000 }).map((minutes) => minutes * 60_000),
  days: fc.uniqueArray(fc.nat(59)).map((days) => days.sort((a, b) => a - b)),
});
/** Many at few places, as events are. */
const pinsArbitrary = fc
  .tuple(fc.uniqueArray(pinArbitrary, { selector: ({ pin }) => pin }), fc.infiniteStream(fc.nat(8)))
  .map(([pins, picks]) =>
    pins.map((pin) => {
      const place = pins[Number(picks.next().value)] ?? pin;
      return { ...pin, latitude: place.latitude, longitude: place.longitude };
    }),
  );

void test('a feed read back has every pin within 3 metres and all else equal', () => {
  fc.assert(
    fc.property(pinsArbitrary, (pins) => {
      const feed = encodePins(pins, '2026-11-23');
      assert.ok(fits(PinFeed, feed));
      const decoded = new Map(decodePins(feed).map((pin) => [pin.pin, pin]));
      assert.equal(decoded.size, pins.length);
      for (const pin of pins) {
        const { latitude, longitude, ...rest } = decoded.get(pin.pin) ?? assert.fail('lost a pin');
        const { latitude: _latitude, longitude: _longitude, ...expected } = pin;
        assert.deepEqual(rest, expected);
        assert.ok(Math.abs(latitude - pin.latitude) < 3e-5);
        assert.ok(Math.abs(longitude - pin.longitude) < 3e-5);
      }
    }),
  );
});

/** The columns of a feed of rows. */
function columnsOf(feed: PinRows): PinColumns {
  let key = 0;
  const keys = feed.key.map((delta) => (key += delta));
  return { keys, pins: feed.pin, kinds: feed.kind, precisions: feed.precision, kindNames: feed.kinds };
}

void test('cells of any level count every pin once, near where it is', () => {
  fc.assert(
    fc.property(pinsArbitrary, fc.integer({ min: 0, max: gridLevels }), (pins, level) => {
      const columns = columnsOf(encodePins(pins, '2026-11-23'));
      const feed = encodeCells(columns, level, 0, pins.length);
      assert.ok(fits(PinFeed, feed));
      const cells = decodeCells(feed);
      assert.equal(feed.total, pins.length);
      assert.equal(
        cells.reduce((sum, { count }) => sum + count, 0),
        pins.length,
      );
      const squareOf = (latitude: number, longitude: number): number =>
        Math.floor(mortonKey(latitude, longitude) / codesInCell(level));
      const bySquare = Map.groupBy(pins, ({ latitude, longitude }) => squareOf(latitude, longitude));
      assert.equal(cells.length, bySquare.size);
      for (const cell of cells) {
        const inside = bySquare.get(squareOf(cell.latitude, cell.longitude)) ?? [];
        assert.equal(cell.count, inside.length);
        if (inside.length === 1) assert.equal(cell.pin, inside[0]?.pin);
        else assert.equal(cell.pin, null);
        const points = new Set(inside.map(({ latitude, longitude }) => mortonKey(latitude, longitude)));
        assert.equal(cell.isOnePoint, points.size === 1);
      }
    }),
  );
});

void test('events of one map square share the leading bits of their key', () => {
  const square = (latitude: number, longitude: number, zoom: number): number =>
    Math.floor(mortonKey(latitude, longitude) / 4 ** (24 - zoom));
  assert.equal(square(41.92, -87.7, 8), square(41.95, -87.65, 8));
  assert.notEqual(square(41.92, -87.7, 8), square(40.7, -74, 8));
});

void test('a code gives back its column and row', () => {
  const grid = fc.nat(gridSize - 1);
  fc.assert(
    fc.property(grid, grid, (column, row) => {
      assert.deepEqual(mortonCell(mortonCode(column, row)), { column, row });
    }),
  );
  const { x, y } = project(41.92, -87.7);
  const cell = { column: Math.floor(x * gridSize), row: Math.floor(y * gridSize) };
  assert.deepEqual(mortonCell(mortonKey(41.92, -87.7)), cell);
});

void test('a range of keys is found by its bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (values, key) => {
      const keys = values.sort((a, b) => a - b);
      assert.equal(lowerBound(keys, key), keys.filter((other) => other < key).length);
    }),
  );
});

void test('a tile is named by zoom, column and row of the map', () => {
  assert.deepEqual(tileFrom('5/8/11'), { zoom: 5, column: 8, row: 11 });
  for (const name of ['', '5', '5/8', '5/32/0', '5/0/32', '25/0/0', 'a/b/c', '-1/0/0'])
    assert.equal(tileFrom(name), undefined, name);
});

void test('the written examples of the format are read as they say, and written so', () => {
  const { pins, firstDay, rows, cells } = JSON.parse(
    readFileSync(new URL('../../pins-format.json', import.meta.url), 'utf8'),
  ) as { pins: Pin[]; firstDay: string; rows: PinRows; cells: unknown };
  assert.deepEqual(encodePins(pins, firstDay), rows);
  assert.deepEqual(encodeCells(columnsOf(rows), 8, 0, pins.length), cells);
  decodePins(rows).forEach(({ pin, precision }) => {
    assert.equal(precision, pins.find((other) => other.pin === pin)?.precision);
    assert.ok(pinPrecisions.includes(precision));
  });
});

void test('another version or a short column is refused', () => {
  const feed = encodePins([], '2026-11-23');
  assert.throws(() => decodePins({ ...feed, version: 3 }), /bring hub and SDK to one version/);
  assert.throws(() => decodePins({ ...feed, key: [1] }), /different lengths/);
  assert.equal(fits(PinFeed, { ...feed, key: [0.5] }), false);
  assert.equal(fits(PinFeed, { ...feed, key: 'none' }), false);
});
