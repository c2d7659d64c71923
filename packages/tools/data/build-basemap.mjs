import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { baseMapVersion, encodeShape, tileExtent } from '../../contract/src/base-map.ts';
import { fromRoot } from '../lib/paths.mjs';
import { clipLine, clipRing } from './basemap/clip.mjs';
import { layersOf, topologies } from './basemap/layers.mjs';
import { countriesOf, townsOf } from './basemap/towns.mjs';

// Writes the base map: a file of the whole world, and tiles of what is seen closer.

/** Shapes reach so far over a tile's edge that the cut isn't seen. */
const margin = 80 / tileExtent;
/** On the map of the whole world smaller islands would be less than a dot; parts of the world's width. */
const leastIsland = 0.0025;
const towns = townsOf();

/** Bends that are smaller than a pixel at the closest use of a level aren't worth their bytes; square degrees. */
const whole = layersOf(topologies.world50, 0.15, { hasStates: false, hasCounties: false });
const world = { ...whole, land: whole.land.filter((ring) => spanOf(ring) > leastIsland) };
const levels = [
  {
    zoom: 3,
    mostTown: 5,
    layers: layersOf(topologies.world50, 0.0012, { hasStates: true, hasCounties: false }),
  },
  {
    zoom: 5,
    mostTown: 7,
    layers: layersOf(topologies.world10, 0.00006, { hasStates: true, hasCounties: true }),
  },
  {
    zoom: 7,
    mostTown: 11,
    layers: layersOf(topologies.world10, 0.000006, { hasStates: true, hasCounties: true }),
    // Closer than this the rest of the world is drawn from the level before.
    isWanted: ({ counties }) => counties.length > 0,
  },
];

const folder = fromRoot('packages/hub/public/data');
rmSync(join(folder, 'basemap'), { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

writeJson('basemap.json', {
  version: baseMapVersion,
  attribution: 'US Census Bureau, GeoNames, Natural Earth',
  world: tileOf(
    world,
    towns.filter(({ zoom }) => zoom <= 3),
    { zoom: 0, x: 0, y: 0 },
  ),
  countries: countriesOf(topologies.world50).map(({ code, x, y, from, to }) => [
    code,
    Math.round(x * tileExtent),
    Math.round(y * tileExtent),
    from,
    to,
  ]),
  levels: levels.map(writeLevel),
});

function writeLevel({ zoom, mostTown, layers, isWanted = () => true }) {
  const shown = towns.filter((town) => town.zoom <= mostTown);
  const numbers = [];
  visit({ zoom: 0, x: 0, y: 0 }, layers, shown);
  numbers.sort((a, b) => a - b);
  return { zoom, tiles: numbers.map((number, index) => number - (numbers[index - 1] ?? 0)) };

  /** Cuts from square to smaller square, so that each cut has little to look at. */
  function visit(square, inside, townsInside) {
    if (inside.land.length === 0 && townsInside.length === 0) return;
    if (square.zoom < zoom) {
      for (const child of [0, 1, 2, 3]) {
        const next = { zoom: square.zoom + 1, x: square.x * 2 + (child & 1), y: square.y * 2 + (child >> 1) };
        visit(next, cutTo(next, inside), townsIn(next, townsInside));
      }
      return;
    }
    if (!isWanted(inside)) return;
    numbers.push(square.y * 2 ** zoom + square.x);
    writeJson(`basemap/${zoom}/${square.x}/${square.y}.json`, tileOf(inside, townsInside, square));
  }
}

function boxOf({ zoom, x, y }) {
  const size = 2 ** -zoom;
  return [(x - margin) * size, (y - margin) * size, (x + 1 + margin) * size, (y + 1 + margin) * size];
}

function cutTo(square, { land, borders, states, counties }) {
  const box = boxOf(square);
  const lines = (all) => all.flatMap((line) => (touches(line, box) ? clipLine(line, box) : []));
  return {
    land: land.flatMap((ring) => {
      const part = touches(ring, box) ? clipRing(ring, box) : [];
      return part.length > 3 ? [part] : [];
    }),
    borders: lines(borders),
    states: lines(states),
    counties: lines(counties),
  };
}

function spanOf(shape) {
  const [west, north, east, south] = extentOf(shape);
  return Math.max(east - west, south - north);
}

function touches(shape, [left, top, right, bottom]) {
  const [west, north, east, south] = extentOf(shape);
  return west <= right && east >= left && north <= bottom && south >= top;
}

function extentOf(shape) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shape) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
}

function townsIn({ zoom, x, y }, inside) {
  const count = 2 ** zoom;
  return inside.filter((town) => Math.floor(town.x * count) === x && Math.floor(town.y * count) === y);
}

function tileOf({ land, borders, states, counties }, townsInside, { zoom, x, y }) {
  const place = (position, start) => (position * 2 ** zoom - start) * tileExtent;
  const encoded = (shapes, least) =>
    shapes
      .map((shape) => encodeShape(shape.flatMap(([left, top]) => [place(left, x), place(top, y)])))
      .filter(({ length }) => length >= least);
  return {
    land: encoded(land, 8),
    borders: encoded(borders, 4),
    states: encoded(states, 4),
    counties: encoded(counties, 4),
    towns: townsInside.map((town) => [
      town.name,
      Math.round(place(town.x, x)),
      Math.round(place(town.y, y)),
      town.zoom,
      town.radius,
    ]),
  };
}

function writeJson(name, content) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
}
