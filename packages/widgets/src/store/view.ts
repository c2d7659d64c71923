/** A part of the map, Web Mercator from 0 to 1; `east` may be beyond 1, or `west` under 0, at the date line. */
export interface View {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
  /** Level of the map: the world is 256 * 2^zoom pixels wide. */
  readonly zoom: number;
}

/** Cells of 64 pixels: somewhat more than the largest disc. */
const levelsInTile = 2;
/** Finer cells than these are no closer to each other on the closest map. */
const finestLevel = 18;

/** The level of the grid in whose cells events are grouped at a zoom level of the map: its cells halve with each. */
export function gridLevel(zoom: number): number {
  return Math.max(1, Math.min(finestLevel, Math.round(zoom) + levelsInTile));
}
