import { encodePins, project, type Pin } from '@huddlekit/contract/pins';
import { expect } from 'chai';
import fc from 'fast-check';
import { PinIndex } from '../store/pin-index.ts';
import type { PinLayer } from '../store/pin-layers.ts';
import { gridLevel, type View } from '../store/view.ts';
import { describe, it } from '../test/mocha.ts';
import { clustersIn, extentOf, joinClose, rowsOf } from './clusters.ts';

const places = fc.array(
  fc.record({
    latitude: fc.double({ min: -84, max: 84, noNaN: true }),
    longitude: fc.double({ min: -180, max: 179.99, noNaN: true }),
    kind: fc.constantFrom('huddle', 'gathering'),
  }),
  { maxLength: 60 },
);

const views: fc.Arbitrary<View> = fc
  .record({
    west: fc.double({ min: -0.5, max: 1, noNaN: true }),
    north: fc.double({ min: 0, max: 0.9, noNaN: true }),
    zoom: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ west, north, zoom }) => ({
    west,
    north,
    east: west + 1000 / (256 * 2 ** zoom),
    south: Math.min(1, north + 800 / (256 * 2 ** zoom)),
    zoom,
  }));

function indexOf(points: readonly { latitude: number; longitude: number; kind: string }[]): PinIndex {
  const pins = points.map((point, pin): Pin => ({
    ...point,
    pin,
    precision: 'exact',
    start: 1.8e12,
    days: [],
  }));
  return new PinIndex(encodePins(pins, '2026-11-23'));
}

/** All of an index as one layer. */
function whole(pins: PinIndex, marked: Uint8Array = new Uint8Array(pins.length).fill(1)): PinLayer[] {
  return [{ pins, marked, tile: { zoom: 0, column: 0, row: 0 } }];
}

const huddles = { kinds: ['huddle'], dates: null, inPerson: true };
const anything = { kinds: [], dates: null, inPerson: true };

/** Whether a pin lies in a cell of the grid that the view touches. */
function isInView(pins: PinIndex, row: number, view: View): boolean {
  const cells = 2 ** gridLevel(view.zoom);
  const cell = (position: number): number => Math.floor(position * cells);
  const y = cell(pins.y[row]!);
  if (y < cell(view.north) || y > cell(view.south)) return false;
  return [-1, 0, 1].some((world) => {
    const x = cell(pins.x[row]!) + world * cells;
    return x >= cell(view.west) && x <= cell(view.east);
  });
}

describe('clusters', () => {
  it('count each marked event in view exactly once', () => {
    fc.assert(
      fc.property(places, views, (points, view) => {
        const pins = indexOf(points);
        const marked = pins.matching(huddles, new Date());
        const clusters = clustersIn(whole(pins, marked), view);
        const rows = clusters.flatMap((cluster) => {
          const own = rowsOf(cluster).map(({ row }) => row);
          expect(own).to.have.length(cluster.count);
          expect(own[0]).to.equal(cluster.first.row);
          return own;
        });
        const expected = [...pins.pins.keys()].filter((row) => marked[row] && isInView(pins, row, view));
        expect(rows.sort((a, b) => a - b)).to.deep.equal(expected);
      }),
    );
  });

  it('lose and double nothing when close ones are joined', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 0.5, noNaN: true }), (points, distance) => {
        const pins = indexOf(points);
        const marked = pins.matching(anything, new Date());
        const world = { west: 0, north: 0, east: 1, south: 1, zoom: 3 };
        const joined = joinClose(clustersIn(whole(pins, marked), world), () => distance);
        const rows = joined.flatMap((cluster) => rowsOf(cluster).map(({ row }) => row));
        expect(rows.sort((a, b) => a - b)).to.deep.equal([...pins.pins.keys()]);
        expect(joined.reduce((sum, { count }) => sum + count, 0)).to.equal(points.length);
      }),
    );
  });

  it('stand at the mean of their places', () => {
    const pins = indexOf([
      { latitude: 41.9, longitude: -87.7, kind: 'huddle' },
      { latitude: 41.8, longitude: -87.6, kind: 'huddle' },
    ]);
    const [cluster] = clustersIn(whole(pins), {
      west: 0.2,
      east: 0.3,
      north: 0.3,
      south: 0.4,
      zoom: 4,
    });
    const [first, second] = [project(41.9, -87.7), project(41.8, -87.6)];
    expect(cluster!.x).to.be.closeTo((first.x + second.x) / 2, 1e-6);
    expect(cluster!.y).to.be.closeTo((first.y + second.y) / 2, 1e-6);
  });

  it('go on beyond the date line', () => {
    const pins = indexOf([{ latitude: 0, longitude: -179, kind: 'huddle' }]);
    const view = { west: 0.9, east: 1.1, north: 0.4, south: 0.6, zoom: 4 };
    const [cluster] = clustersIn(whole(pins), view);
    expect(cluster!.x).to.be.closeTo(1 + 1 / 360, 1e-6);
  });

  it('know the part of the map they cover', () => {
    const pins = indexOf([
      { latitude: 41.9, longitude: -87.7, kind: 'huddle' },
      { latitude: 40, longitude: -80, kind: 'huddle' },
    ]);
    const bounds = extentOf([
      { pins, row: 0 },
      { pins, row: 1 },
    ]);
    expect(bounds.west).to.be.closeTo(-87.7, 1e-4);
    expect(bounds.south).to.be.closeTo(40, 1e-4);
    expect(bounds.east).to.be.closeTo(-80, 1e-4);
    expect(bounds.north).to.be.closeTo(41.9, 1e-4);
  });
});
