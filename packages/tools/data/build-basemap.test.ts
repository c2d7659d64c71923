import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BaseMap, decodeShape } from '@huddlekit/contract/base-map';

const bytes = readFileSync(new URL('../../hub/public/data/basemap.json', import.meta.url));
const map = BaseMap.parse(JSON.parse(bytes.toString()));
const rings = map.land.map(decodeShape);

/** Whether a point lies on land: an odd number of shores lies to its east. */
function isLand(longitude: number, latitude: number): boolean {
  let crossings = 0;
  for (const ring of rings) {
    forEachStep(ring, (x1, y1, x2, y2) => {
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
        crossings++;
    });
  }
  return crossings % 2 === 1;
}

function forEachStep(
  shape: Float64Array,
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  for (let index = 0; index + 3 < shape.length; index += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = shape.subarray(index, index + 4);
    visit(x1, y1, x2, y2);
  }
}

void test('land is where it should be, also on both sides of the antimeridian', () => {
  const land = { Chicago: [-87.8, 41.9], Moscow: [37.6, 55.7], 'western Chukotka': [178, 67] };
  for (const [name, [longitude = 0, latitude = 0]] of Object.entries(land))
    assert.equal(isLand(longitude, latitude), true, name);
  assert.equal(isLand(-175, 66.5), true, 'eastern Chukotka');
  const water = {
    Pacific: [-150, 0],
    Atlantic: [-40, 30],
    'Bering Sea': [-179, 58],
    'near Fiji': [179.9, -30],
  };
  for (const [name, [longitude = 0, latitude = 0]] of Object.entries(water))
    assert.equal(isLand(longitude, latitude), false, name);
});

void test('no shape runs around the world or leaves it', () => {
  for (const shape of [...map.land, ...map.borders, ...map.states].map(decodeShape)) {
    forEachStep(shape, (x1, y1, x2, y2) => {
      assert.ok(Math.abs(x1) <= 180 && Math.abs(y1) <= 90);
      // Only the lower edge of the map, under Antarctica, is one long line.
      if (Math.abs(x2 - x1) > 60) assert.deepEqual([y1, y2], [-90, -90]);
    });
  }
});

void test('every ring of land is closed', () => {
  for (const ring of rings) assert.deepEqual([...ring.subarray(0, 2)], [...ring.subarray(-2)]);
});

void test('larger towns show earlier, and towns lie on land', () => {
  assert.ok(map.towns.length > 2_000);
  const zooms = new Map(map.towns.map(([name, , , zoom]) => [name, zoom]));
  assert.ok((zooms.get('Chicago') ?? 99) < (zooms.get('Springfield') ?? 0));
  for (const [, , , zoom] of map.towns) assert.ok(zoom >= 3 && zoom <= 9);
  const sample = map.towns.filter((_, index) => index % 10 === 0);
  const offLand = sample.filter(([, longitude, latitude]) => !isLand(longitude / 100, latitude / 100));
  assert.ok(offLand.length < sample.length * 0.06, 'coasts are drawn coarsely, but not that coarsely');
});

void test('the file stays light', () => {
  assert.ok(gzipSync(bytes).length <= 180_000);
});
