import { createRequire } from 'node:module';
import { geoProject } from 'd3-geo-projection';
import { geoEquirectangular } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { project } from '../../../contract/src/pins/morton.ts';

// Sources: Natural Earth and the US Census (public domain).
const require = createRequire(import.meta.url);
export const topologies = {
  world50: presimplify(require('world-atlas/countries-50m.json')),
  world10: presimplify(require('world-atlas/countries-10m.json')),
  america: presimplify(require('us-atlas/counties-10m.json')),
};

// Projecting to degrees cuts polygons at the antimeridian, where they would else paint stripes over the whole map.
// Without precision nothing is drawn along great circles: the 49th parallel is a straight border.
const degrees = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0);
const cut = (geometry) => geoProject(geometry, degrees);
/** The United States and its territories, which the Census draws. */
const unitedStates = new Set(['840', '630', '850', '316', '016', '580']);

/**
 * Land and lines in Web Mercator from 0 to 1, as lists of `[x, y]`. Bends smaller than `weight` square degrees are
 * left out.
 */
export function layersOf(world, weight, { hasStates, hasCounties }) {
  const countries = simplify(world, weight);
  const america = simplify(topologies.america, weight);
  // The Census draws the United States without its waters, so the Great Lakes' shores are there; the world's land isn't.
  const abroad = countries.objects.countries.geometries.filter(({ id }) => !unitedStates.has(id));
  const inside = (a, b) => a !== b;
  const inState = (a, b) => a !== b && a.id.slice(0, 2) === b.id.slice(0, 2);
  return {
    land: [
      ...ringsOf(cut(merge(countries, abroad))),
      ...ringsOf(cut(feature(america, america.objects.nation))),
    ].filter(({ length }) => length > 3),
    borders: linesOf(mesh(countries, countries.objects.countries, inside)),
    states: hasStates ? linesOf(mesh(america, america.objects.states, inside)) : [],
    counties: hasCounties ? linesOf(mesh(america, america.objects.counties, inState)) : [],
  };
}

function ringsOf(geometry) {
  const geometries = geometry.features?.map((part) => part.geometry) ?? [geometry.geometry ?? geometry];
  return geometries
    .flatMap(polygonsOf)
    .flat()
    .map((ring) => ring.map(([x, y]) => positionOf(x, -y)));
}

function polygonsOf({ type, coordinates, geometries = [] }) {
  if (type === 'Polygon') return [coordinates];
  return type === 'MultiPolygon' ? coordinates : geometries.flatMap(polygonsOf);
}

function linesOf({ coordinates }) {
  return coordinates.map((line) => line.map(([x, y]) => positionOf(x, y)));
}

function positionOf(longitude, latitude) {
  const { x, y } = project(latitude, longitude);
  return [x, y];
}
