import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodePins, encodePins, mortonCell, mortonKey, project, type Pin } from './pins.ts';

const pinArbitrary: fc.Arbitrary<Pin> = fc.record({
  pin: fc.nat(1e9),
  kind: fc.constantFrom('huddle', 'gathering', 'rally'),
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 179.999, noNaN: true }),
  precision: fc.constantFrom('exact', 'area', 'locality'),
  start: fc.integer({ min: 29_000_000, max: 31_000_000 }).map((minutes) => minutes * 60_000),
  days: fc.uniqueArray(fc.nat(59)).map((days) => days.sort((a, b) => a - b)),
});

void test('a feed read back has every pin within 3 metres and all else equal', () => {
  fc.assert(
    fc.property(fc.uniqueArray(pinArbitrary, { selector: ({ pin }) => pin }), (pins) => {
      const decoded = new Map(decodePins(encodePins(pins, '2026-11-23')).map((pin) => [pin.pin, pin]));
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

void test('events of one map square share the leading bits of their key', () => {
  const square = (latitude: number, longitude: number, zoom: number): number =>
    Math.floor(mortonKey(latitude, longitude) / 4 ** (24 - zoom));
  assert.equal(square(41.92, -87.7, 8), square(41.95, -87.65, 8));
  assert.notEqual(square(41.92, -87.7, 8), square(40.7, -74, 8));
});

void test('a key gives back its column and row', () => {
  const { column, row } = mortonCell(mortonKey(41.92, -87.7));
  const { x, y } = project(41.92, -87.7);
  assert.deepEqual([column, row], [Math.floor(x * 2 ** 24), Math.floor(y * 2 ** 24)]);
});
