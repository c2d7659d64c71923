import type { Point } from '../point.ts';
import type { Report } from '../problem.ts';
import { degreesOf } from './numbers.ts';
import type { Row } from './row.ts';

/** Whether a row names a point at all, be it a false one. */
export function hasPoint({ latitude, longitude, point }: Row): boolean {
  return [latitude, longitude, point].some(Boolean);
}

/** The point of two cells, or of one that holds both; undefined, and told, where it is none on the earth or is 0,0. */
export function pointOn(
  { latitude = '', longitude = '', point = '' }: Row,
  report: Report,
): Point | undefined {
  const [north = Number.NaN, east = Number.NaN] =
    latitude || longitude ? [degreesOf(latitude), degreesOf(longitude)] : pairOf(point);
  if (isOnEarth(north, east) && (north !== 0 || east !== 0)) return { latitude: north, longitude: east };
  // One cell's numbers can stand the other way round; 100 degrees north can't be.
  if (!latitude && !longitude && isOnEarth(east, north) && Math.abs(north) > 90) {
    report('swapped_coordinates');
    return { latitude: east, longitude: north };
  }
  report('bad_coordinates');
  return undefined;
}

function isOnEarth(north: number, east: number): boolean {
  return Math.abs(north) <= 90 && Math.abs(east) <= 180;
}

/** Latitude and longitude of `41.88, -87.63`, `(41.88 -87.63)`, or, the other way round, `POINT (-87.63 41.88)`. */
function pairOf(text: string): number[] {
  const [, isWkt, inner = text] =
    /^(?:srid=\d+;)?(point)?\s*(?:z\s*)?[([]\s*([^()[\]]{1,80})[)\]]$/i.exec(text.trim()) ?? [];
  const sign = inner.includes(';') ? /\s*;\s*/ : /\s*,\s+|\s+|,(?=\s*[+-]?\d+\.|\s*[+-])|,/;
  const [first, second, ...others] = inner.trim().split(sign).map(degreesOf);
  if (!isWkt && others.length > 0) return [];
  return isWkt ? [second ?? Number.NaN, first ?? Number.NaN] : [first ?? Number.NaN, second ?? Number.NaN];
}
