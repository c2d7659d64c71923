import * as z from './zod.ts';

/**
 * The base map, version 1: one file of land, borders and towns for maps that ask nobody else.
 *
 * Shapes are lists of whole numbers: longitude and latitude in hundredths of a degree, by turns, each the difference
 * from the one before (the first from 0). Polygons are cut at the antimeridian.
 */
export const BaseMap = z.object({
  version: z.literal(1),
  attribution: z.string(),
  /** Rings of land; a ring inside another is water. */
  land: z.array(z.array(z.int())),
  /** Borders between countries. */
  borders: z.array(z.array(z.int())),
  /** Borders between states. */
  states: z.array(z.array(z.int())),
  /** Towns, the largest first: name, longitude and latitude in hundredths, and the zoom level from which it shows. */
  towns: z.array(z.tuple([z.string(), z.int(), z.int(), z.int()])),
});
export type BaseMap = z.infer<typeof BaseMap>;

/** A shape as degrees: longitude and latitude by turns. */
export function decodeShape(shape: readonly number[]): Float64Array {
  const degrees = new Float64Array(shape.length);
  let longitude = 0;
  let latitude = 0;
  for (let index = 0; index < shape.length; index += 2) {
    longitude += shape[index] ?? 0;
    latitude += shape[index + 1] ?? 0;
    degrees[index] = longitude / 100;
    degrees[index + 1] = latitude / 100;
  }
  return degrees;
}

/** A shape as the file writes it, from longitude and latitude by turns; repeated points are left out. */
export function encodeShape(degrees: readonly number[]): number[] {
  const shape: number[] = [];
  let longitude = 0;
  let latitude = 0;
  for (let index = 0; index + 1 < degrees.length; index += 2) {
    const nextLongitude = Math.round((degrees[index] ?? 0) * 100);
    const nextLatitude = Math.round((degrees[index + 1] ?? 0) * 100);
    if (shape.length > 0 && nextLongitude === longitude && nextLatitude === latitude) continue;
    shape.push(nextLongitude - longitude, nextLatitude - latitude);
    longitude = nextLongitude;
    latitude = nextLatitude;
  }
  return shape;
}
