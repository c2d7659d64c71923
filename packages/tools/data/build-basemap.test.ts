import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BaseMap, decodeShape, GroundTile, tileExtent } from '@huddlekit/contract/base-map';
import { project } from '@huddlekit/contract/pins';

const folder = new URL('../../hub/public/data/', import.meta.url);
const bytes = (name: string): Buffer => readFileSync(new URL(name, folder));
const map = BaseMap.parse(JSON.parse(bytes('basemap.json').toString()));
const levels = new Map(map.levels.map(({ zoom, tiles }) => [zoom, new Set(summed(tiles))]));

function summed(deltas: readonly number[]): number[] {
  let sum = 0;
  return deltas.map((delta) => (sum += delta));
}

function squareAt(longitude: number, latitude: number, zoom: number): { x: number; y: number } {
  const { x, y } = project(latitude, longitude);
  return { x: Math.floor(x * 2 ** zoom), y: Math.floor(y * 2 ** zoom) };
}

function tileAt(longitude: number, latitude: number, zoom: number): GroundTile | undefined {
  if (zoom === 0) return map.world;
  const { x, y } = squareAt(longitude, latitude, zoom);
  if (!levels.get(zoom)?.has(y * 2 ** zoom + x)) return undefined;
  const name = `basemap/${String(zoom)}/${String(x)}/${String(y)}.json`;
  return GroundTile.parse(JSON.parse(bytes(name).toString()));
}

/** Whether a point lies on land: an odd number of shores lies to its east. */
function isLand(longitude: number, latitude: number, zoom: number): boolean {
  const position = project(latitude, longitude);
  const { x: column, y: row } = squareAt(longitude, latitude, zoom);
  const [x, y] = [
    (position.x * 2 ** zoom - column) * tileExtent,
    (position.y * 2 ** zoom - row) * tileExtent,
  ];
  let crossings = 0;
  for (const ring of tileAt(longitude, latitude, zoom)?.land ?? []) {
    const points = decodeShape(ring);
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [x1 = 0, y1 = 0] = points.subarray(index, index + 2);
      const [x2 = 0, y2 = 0] = index + 3 < points.length ? points.subarray(index + 2, index + 4) : points;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossings++;
    }
  }
  return crossings % 2 === 1;
}

const all = [0, 3, 5, 7];

void test('land is where it should be at every level, also on both sides of the antimeridian', () => {
  const land = {
    Chicago: [-87.8, 41.9],
    Denver: [-104.9, 39.7],
    Anchorage: [-149.4, 61.4],
    'Puerto Rico': [-66.4, 18.22],
    Hawaii: [-155.5, 19.6],
  };
  for (const zoom of all) {
    for (const [name, [longitude = 0, latitude = 0]] of Object.entries(land)) {
      // Islands that would be less than a dot are left out of the whole world.
      if (zoom > 0 || !['Puerto Rico', 'Hawaii'].includes(name))
        assert.equal(isLand(longitude, latitude, zoom), true, `${name} ${String(zoom)}`);
    }
  }
  for (const zoom of [0, 3, 5]) {
    assert.equal(isLand(37.6, 55.7, zoom), true, 'Moscow');
    assert.equal(isLand(178, 67, zoom), true, 'western Chukotka');
    assert.equal(isLand(-175, 66.5, zoom), true, 'eastern Chukotka');
  }
});

void test('land goes on over the long straight border with Canada', () => {
  for (const zoom of all)
    for (const longitude of [-120, -115, -110, -105, -100])
      assert.equal(isLand(longitude, 49.3, zoom), true, `${String(longitude)} ${String(zoom)}`);
});

void test('water is water, the Great Lakes too', () => {
  const water = {
    Pacific: [-150, 0],
    Atlantic: [-40, 30],
    'Bering Sea': [-179, 58],
    'near Fiji': [179.9, -30],
    'Lake Michigan': [-87.2, 42.8],
  };
  for (const zoom of all)
    for (const [name, [longitude = 0, latitude = 0]] of Object.entries(water))
      assert.equal(isLand(longitude, latitude, zoom), false, `${name} ${String(zoom)}`);
});

void test('tiles are named where they are, and reach only a little over their edge', () => {
  for (const [zoom, tiles] of levels) {
    const some = [...tiles].filter((_, index) => index % 17 === 0);
    for (const number of some) {
      const [x, y] = [number % 2 ** zoom, Math.floor(number / 2 ** zoom)];
      const tile = GroundTile.parse(
        JSON.parse(bytes(`basemap/${String(zoom)}/${String(x)}/${String(y)}.json`).toString()),
      );
      for (const shape of [...tile.land, ...tile.borders, ...tile.states, ...tile.counties])
        for (const position of decodeShape(shape)) assert.ok(position >= -90 && position <= tileExtent + 90);
      for (const [, townX, townY] of tile.towns)
        for (const position of [townX, townY]) assert.ok(position >= 0 && position <= tileExtent);
    }
  }
});

void test('larger towns show earlier, and the closest tiles have the small ones and the counties', () => {
  const chicago = tileAt(-87.65, 41.85, 7);
  assert.ok(chicago && chicago.counties.length > 10);
  const zooms = new Map(chicago.towns.map(([name, , , zoom]) => [name, zoom]));
  assert.ok((zooms.get('Chicago') ?? 99) < (zooms.get('Evanston') ?? 0));
  assert.ok(chicago.towns.length > 100);
});

void test('countries are named by codes that browsers know', () => {
  const names = new Intl.DisplayNames('es', { type: 'region' });
  assert.ok(map.countries.length > 150);
  for (const [code] of map.countries) assert.notEqual(names.of(code), undefined);
  const [code, x, y] = map.countries.find(([name]) => name === 'US') ?? assert.fail('no US');
  assert.deepEqual([code, Math.round(x / 400), Math.round(y / 400)], ['US', 2, 4]);
});

/** Squares of a level that a map of some pixels shows, around a place at a zoom. */
function* shown(longitude: number, latitude: number, zoom: number, level: number): Generator<string> {
  const { x, y } = project(latitude, longitude);
  const [halfWidth, halfHeight] = [700 / 2 / (256 * 2 ** zoom), 860 / 2 / (256 * 2 ** zoom)];
  const count = 2 ** level;
  const [top, bottom] = [Math.max(0, y - halfHeight), Math.min(1 - 1e-9, y + halfHeight)];
  for (let column = Math.floor((x - halfWidth) * count); column <= (x + halfWidth) * count; column++)
    for (let row = Math.floor(top * count); row <= bottom * count; row++)
      if (levels.get(level)?.has(row * count + column))
        yield `${String(level)}/${String(column)}/${String(row)}`;
}

void test('a whole visit, panning the United States, is light', () => {
  const names = new Set<string>(shown(-96, 38, 4, 3));
  for (const [longitude, latitude] of [
    [-87.6, 41.9],
    [-74, 40.7],
    [-122.4, 37.8],
  ] as const) {
    for (const name of shown(longitude, latitude, 7, 5)) names.add(name);
    for (const name of shown(longitude, latitude, 9, 7)) names.add(name);
  }
  for (let longitude = -122; longitude <= -70; longitude += 4)
    for (const latitude of [32, 38, 44]) for (const name of shown(longitude, latitude, 6, 5)) names.add(name);
  const files = ['basemap.json', ...[...names].map((name) => `basemap/${name}.json`)];
  const total = files.reduce((sum, name) => sum + gzipSync(bytes(name), { level: 9 }).length, 0);
  assert.ok(total <= 350_000, `${String(total)} bytes in ${String(files.length)} files`);
  const first = ['basemap.json', ...[...shown(-96, 38, 4, 3)].map((name) => `basemap/${name}.json`)];
  const begin = first.reduce((sum, name) => sum + gzipSync(bytes(name), { level: 9 }).length, 0);
  assert.ok(begin <= 60_000, `${String(begin)} bytes to begin with`);
  console.log(
    `a visit: ${String(total)} bytes gzipped in ${String(files.length)} files, to begin with ${String(begin)}`,
  );
});
