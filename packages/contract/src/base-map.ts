import * as z from './zod.ts';

/** The version of the base map's format that is read and written here. */
export const baseMapVersion = 2;

/** Tiles reach from 0 to this in both directions, from the north-west; shapes go somewhat beyond. */
export const tileExtent = 4096;

/** Shapes are lists of whole numbers: x and y by turns, each the difference from the one before (the first from 0). */
const shapes = z.array(z.array(z.int()));

/** What lies in one square of the map (Web Mercator). */
export const GroundTile = z.object({
  /** Rings of land; a ring inside another is water. */
  land: shapes,
  /** Borders between countries. */
  borders: shapes,
  states: shapes,
  counties: shapes,
  /** The largest first: name, x, y, the zoom level from which it shows, and how far it reaches in hundreds of metres. */
  towns: z.array(z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()])),
});
export type GroundTile = z.infer<typeof GroundTile>;

/**
 * The base map, version 2: land, borders and towns for maps that ask nobody else. This is its first file; the tiles
 * stand beside it as `basemap/{zoom}/{x}/{y}.json`, for those zoom levels alone that `levels` names.
 */
export const BaseMap = z.object({
  version: z.int(),
  attribution: z.string(),
  /** The whole world as one tile. */
  world: GroundTile,
  /** Countries to name: ISO 3166 code, x and y in the world's tile, and the zoom levels from and up to which. */
  countries: z.array(z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()])),
  levels: z.array(
    z.object({
      zoom: z.int(),
      /** Which tiles there are: y * 2^zoom + x, ascending, each the difference from the one before. */
      tiles: z.array(z.int()),
    }),
  ),
});
export type BaseMap = z.infer<typeof BaseMap>;

/** A shape in a tile: x and y by turns. */
export function decodeShape(shape: readonly number[]): Int32Array {
  const points = new Int32Array(shape.length);
  let [x, y] = [0, 0];
  for (let index = 0; index < shape.length; index += 2) {
    x += shape[index] ?? 0;
    y += shape[index + 1] ?? 0;
    points[index] = x;
    points[index + 1] = y;
  }
  return points;
}

/** A shape as the file writes it, from x and y by turns, rounded; repeated points are left out. */
export function encodeShape(points: readonly number[]): number[] {
  const shape: number[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [nextX, nextY] = [Math.round(points[index] ?? 0), Math.round(points[index + 1] ?? 0)];
    if (shape.length > 0 && nextX === x && nextY === y) continue;
    shape.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return shape;
}
