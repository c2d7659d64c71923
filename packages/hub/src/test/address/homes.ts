import type { EventInput } from '@huddlekit/contract';
import { homeCellOf } from '@huddlekit/contract/home-cell';
import type { Hub } from '../../hub.ts';
import { type Point } from '../../privacy/home-cells.ts';
import type { Random } from '../../sample/seeded-random.ts';
import { homeEvent, type TestHub } from '../../server/test-hub.test-helper.ts';

const metresPerDegree = 111_195;
/** Towns that homes are near, from dense to lonely. */
const towns = [
  'Chicago IL',
  'New York NY',
  'Boise ID',
  'Anchorage AK',
  'Albuquerque NM',
  'Honolulu HI',
  'Spokane WA',
  'Omaha NE',
  'Tucson AZ',
  'Miami FL',
];

/** Two homes that the public must not be able to tell apart. */
export interface Pair {
  readonly one: Point;
  readonly other: Point;
  readonly locality: string;
  readonly region: string;
}

/** A point so many metres away; the bearing in radians, north is 0. */
export function movedPoint({ latitude, longitude }: Point, metres: number, bearing: number): Point {
  const degrees = metres / metresPerDegree;
  return {
    latitude: latitude + degrees * Math.cos(bearing),
    longitude: longitude + (degrees * Math.sin(bearing)) / Math.cos((latitude * Math.PI) / 180),
  };
}

/** Whether two points lie in one cell of the grid. */
export function sameCell(one: Point, other: Point): boolean {
  const [a, b] = [homeCellOf(one), homeCellOf(other)];
  return a.latitude === b.latitude && a.longitude === b.longitude;
}

/** The last point of a cell in a direction from its middle, to the centimetre. */
export function edgeOf(middle: Point, bearing: number): Point {
  const isInside = (metres: number): boolean => sameCell(middle, movedPoint(middle, metres, bearing));
  return movedPoint(middle, lastWith(isInside, 0, 1500), bearing);
}

/**
 * Pairs of points in one cell: anywhere in it, at its very edges, and where the land begins to be too lonely for a
 * cell to be shown.
 */
export function pairsInOneCell({ places }: Pick<Hub, 'places'>, random: Random, count: number): Pair[] {
  const middles = towns.flatMap((town) => places.search(town, 1));
  return Array.from({ length: count }, (_, index) => {
    const { latitude, longitude, locality, region } = random.pick(middles);
    const town = { latitude, longitude };
    const bearing = random.next() * 2 * Math.PI;
    const isPeopled = (metres: number): boolean => {
      const point = movedPoint(town, metres, bearing);
      return places.populatedWithin(point.latitude, point.longitude, 10_000);
    };
    const metres = index % 3 === 0 ? lastWith(isPeopled, 0, 60_000) : random.next() * 20_000;
    const one = movedPoint(town, metres, bearing);
    return { one, other: another(one, random, index), locality: locality ?? '', region: region ?? '' };
  });
}

function another(one: Point, random: Random, index: number): Point {
  if (index % 2 === 0) return edgeOf(homeCellOf(one), random.next() * 2 * Math.PI);
  for (;;) {
    const other = movedPoint(one, random.next() * 1400, random.next() * 2 * Math.PI);
    if (sameCell(one, other)) return other;
  }
}

/** The largest number up to a centimetre for which something still holds, by halving. */
function lastWith(holds: (value: number) => boolean, least: number, most: number): number {
  let [low, high] = [least, most];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A host's form for a home at a point. */
export function formAt(
  { hub }: Pick<TestHub, 'hub'>,
  point: Point,
  place: Partial<EventInput['location']>,
  changes: Partial<EventInput> = {},
): EventInput {
  const form = homeEvent(hub.now(), changes);
  return { ...form, location: { ...form.location, ...point, ...place } };
}
