import { project, type Pin } from '@huddlekit/contract/pins';
import { expect } from 'chai';
import fc from 'fast-check';
import { clustersIn, extentOf, joinClose, rowsOf, type Cluster } from '../map/clusters.ts';
import { until } from '../test/fixture.ts';
import { largeHub, pinAt } from '../test/large-hub.ts';
import { describe, it } from '../test/mocha.ts';
import { defaultFilters } from './filters.ts';
import { PinLayers } from './pin-layers.ts';
import type { View } from './view.ts';

const now = (): Date => new Date(2026, 10, 23, 9);
const world: View = { west: 0, north: 0, east: 1, south: 1, zoom: 2 };
const least = 1e-9;

function layersOf(hub: ReturnType<typeof largeHub>): PinLayers {
  return new PinLayers({ source: hub, changed: () => undefined, now });
}

/** All clusters of a view, once every tile is there; joined as on a map where markers are 46 pixels apart. */
async function clustersOf(layers: PinLayers, view: View): Promise<Cluster[]> {
  let before = -1;
  layers.layersIn(view);
  await until(() => {
    const pending = layers.pending;
    const isStill = pending === 0 && before === 0;
    before = pending;
    layers.layersIn(view);
    return isStill;
  }, 'the tiles');
  return joinClose(clustersIn(layers.layersIn(view), view), () => 23 / (256 * 2 ** view.zoom));
}

const countOf = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { count }) => sum + count, 0);

/** A view somewhat larger than a part of the map, as a visitor sees it who opens a cluster. */
function viewOf(cluster: Cluster, zoom: number): View {
  const { west, north, east, south } = extentOf(rowsOf(cluster));
  const [corner, other] = [project(north, west), project(south, east)];
  const closer = Math.min(16, zoom + 2);
  const margin = 100 / (256 * 2 ** closer);
  return {
    west: corner.x - margin,
    north: Math.max(0, corner.y - margin),
    east: other.x + margin,
    south: Math.min(1 - least, other.y + margin),
    zoom: closer,
  };
}

/** Opens every cluster to the end; adds the pins it finds, and counts the events that stand at one spot. */
async function reach(
  layers: PinLayers,
  view: View,
  found: Set<number>,
  spots: Map<string, number>,
): Promise<void> {
  for (const cluster of await clustersOf(layers, view)) {
    const rows = rowsOf(cluster);
    if (rows.every(({ pins, row }) => pins.counts[row] === 1) && (cluster.count === 1 || view.zoom >= 16)) {
      for (const { pins, row } of rows) found.add(pins.pins[row]!);
    } else if (view.zoom >= 16) {
      for (const { pins, row } of rows)
        spots.set(`${String(pins.x[row])} ${String(pins.y[row])}`, pins.counts[row]!);
    } else {
      await reach(layers, viewOf(cluster, view.zoom), found, spots);
    }
  }
}

/** Events in a few towns, some of them at the very same point. */
const pinsArbitrary: fc.Arbitrary<Pin[]> = fc
  .array(
    fc.record({
      town: fc.nat(4),
      north: fc.integer({ min: 0, max: 30 }),
      east: fc.integer({ min: 0, max: 30 }),
      kind: fc.constantFrom('huddle', 'rally'),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((places) =>
    places.map(({ town, north, east, kind }, pin) =>
      pinAt(pin + 1, 21 + town * 9 + north / 50, -157 + town * 70 + east / 50, { kind }),
    ),
  );

describe('pin layers', () => {
  it('sum to all matching events at any zoom, each in one cluster', async () => {
    await fc.assert(
      fc.asyncProperty(pinsArbitrary, fc.integer({ min: 2, max: 6 }), async (pins, zoom) => {
        const layers = layersOf(largeHub(pins, 6));
        await layers.follow({ ...defaultFilters, kinds: ['huddle'] });
        const clusters = await clustersOf(layers, { ...world, zoom });
        expect(countOf(clusters)).to.equal(pins.filter(({ kind }) => kind === 'huddle').length);
        const rows = clusters.flatMap((cluster) => rowsOf(cluster));
        const names = rows.map(
          ({ pins: index, row }) => `${String(index.keys[row])} ${String(index.pins[row])}`,
        );
        expect(new Set(names).size).to.equal(names.length);
      }),
      { numRuns: 30 },
    );
  });

  it('let every event be reached by opening clusters', async () => {
    await fc.assert(
      fc.asyncProperty(pinsArbitrary, async (pins) => {
        const layers = layersOf(largeHub(pins, 6));
        await layers.follow(defaultFilters);
        const found = new Set<number>();
        const spots = new Map<string, number>();
        await reach(layers, world, found, spots);
        const atSpots = [...spots.values()].reduce((sum, count) => sum + count, 0);
        expect(found.size + atSpots).to.be.at.least(pins.length);
      }),
      { numRuns: 15 },
    );
  });

  it('filter few events by kind and day without asking again', async () => {
    const hub = largeHub([pinAt(1, 41, -87), pinAt(2, 42, -87, { kind: 'rally' })], 100);
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    expect(countOf(await clustersOf(layers, world))).to.equal(2);
    await layers.follow({ ...defaultFilters, kinds: ['rally'] });
    expect(countOf(await clustersOf(layers, world))).to.equal(1);
    expect(hub.asked).to.deep.equal([{}]);
    await layers.follow({ ...defaultFilters, kinds: ['rally'], accessible: true });
    expect(hub.asked).to.deep.equal([{}, { accessible: 'true' }]);
  });

  it('ask the hub to filter many events', async () => {
    const pins = Array.from({ length: 50 }, (_, pin) =>
      pinAt(pin, 30 + pin / 10, -100, { kind: pin < 3 ? 'rally' : 'huddle' }),
    );
    const hub = largeHub(pins, 10);
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    expect(layers.root?.isWhole).to.equal(false);
    expect(countOf(await clustersOf(layers, world))).to.equal(50);
    await layers.follow({ ...defaultFilters, kinds: ['rally'] });
    expect(hub.asked).to.deep.equal([{}, { kind: 'rally' }]);
    expect(countOf(await clustersOf(layers, world))).to.equal(3);
    await layers.follow(defaultFilters);
    expect(countOf(await clustersOf(layers, world))).to.equal(50);
  });

  it('ask for the tiles in view alone, and show what is coarser until they come', async () => {
    const pins = Array.from({ length: 60 }, (_, pin) => pinAt(pin, 41 + pin / 1000, -87 - pin / 1000));
    const hub = largeHub(
      [...pins, ...pins.map((pin) => ({ ...pin, pin: pin.pin + 100, longitude: 20 }))],
      10,
    );
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    let open = (): void => undefined;
    hub.hold(new Promise((resolve) => (open = resolve)));
    const { x, y } = project(41, -87);
    const view = { west: x - 0.001, east: x + 0.001, north: y - 0.001, south: y + 0.001, zoom: 12 };
    expect(countOf(clustersIn(layers.layersIn(view), view))).to.equal(60);
    expect(hub.asked.slice(1).every(({ tile }) => tile !== undefined)).to.equal(true);
    expect(hub.asked).to.have.length.lessThan(11);
    layers.layersIn(view);
    open();
    const clusters = await clustersOf(layers, view);
    expect(countOf(clusters)).to.equal(60);
    expect(clusters.length).to.be.greaterThan(1);
    const asked = hub.asked.length;
    await clustersOf(layers, view);
    expect(hub.asked).to.have.length(asked);
  });

  it('follow the filters also where a refresh comes in between', async () => {
    const hub = largeHub([pinAt(1, 41, -87), pinAt(2, 42, -87, { kind: 'rally' })], 100);
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    const accessible = { ...defaultFilters, accessible: true };
    let open = (): void => undefined;
    hub.hold(new Promise((resolve) => (open = resolve)));
    const following = layers.follow(accessible);
    const refreshing = layers.refresh(accessible);
    open();
    await Promise.all([following, refreshing]);
    expect(hub.asked).to.deep.equal([{}, { accessible: 'true' }, { accessible: 'true' }]);
    await layers.follow(accessible);
    expect(hub.asked).to.have.length(3);
  });

  it('follow the last filters, whichever answer comes last', async () => {
    const hub = largeHub([pinAt(1, 41, -87), pinAt(2, 42, -87, { kind: 'rally' })], 100);
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    const whole = layers.root;
    let open = (): void => undefined;
    hub.hold(new Promise((resolve) => (open = resolve)));
    const following = layers.follow({ ...defaultFilters, accessible: true });
    await layers.follow(defaultFilters);
    open();
    await following;
    expect(layers.root, 'what isn’t wanted any more').to.equal(whole);

    hub.hold(new Promise((resolve) => (open = resolve)));
    const refreshing = layers.refresh(defaultFilters);
    await layers.follow({ ...defaultFilters, kinds: ['rally'] });
    open();
    await refreshing;
    expect(countOf(await clustersOf(layers, world))).to.equal(1);
  });

  it('show nothing that doesn’t fit while the hub filters many', async () => {
    const pins = Array.from({ length: 50 }, (_, pin) =>
      pinAt(pin + 1, 30 + pin / 10, -100, { kind: pin < 3 ? 'rally' : 'huddle' }),
    );
    const layers = layersOf(largeHub(pins, 10));
    const totals: (number | undefined)[] = [];
    const following = layers.follow({ ...defaultFilters, kinds: ['rally'] });
    await until(() => {
      totals.push(layers.root?.total);
      return layers.root;
    }, 'the pins');
    await following;
    expect(totals.filter((total) => total !== undefined)).to.deep.equal([3]);
  });

  it('keep what is there when a request fails, and say so', async () => {
    const hub = largeHub([pinAt(1, 41, -87)], 10);
    const layers = layersOf(hub);
    await layers.follow(defaultFilters);
    hub.hold(Promise.reject(new Error('gone')));
    const failure = await layers
      .follow({ ...defaultFilters, accessible: true })
      .catch((error: unknown) => error);
    expect(failure).to.equal(layers.error);
    expect(layers.root?.total).to.equal(1);
    hub.hold(Promise.resolve());
    await layers.follow({ ...defaultFilters, accessible: true });
    expect(layers.error).to.equal(null);
  });
});
