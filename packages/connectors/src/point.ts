import { numberOf } from './json.ts';
import type { Report } from './problem.ts';

/** A place on the earth in WGS 84 decimal degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The point of two values, numbers or written as such; undefined where there is none, or one that can't be meant. */
export function pointOf(north: unknown, east: unknown, report: Report): Point | undefined {
  const [latitude, longitude] = [numberOf(north), numberOf(east)];
  if (latitude === undefined && longitude === undefined) return undefined;
  const isOnEarth = Math.abs(latitude ?? 91) <= 90 && Math.abs(longitude ?? 181) <= 180;
  if (latitude !== undefined && longitude !== undefined && isOnEarth && (latitude !== 0 || longitude !== 0))
    return { latitude, longitude };
  report('bad_coordinates');
  return undefined;
}
