import type { Point } from '../../privacy/home-cells.ts';

/** The square of the map (Web Mercator) that holds a point. */
export function squareAround(
  { latitude, longitude }: Point,
  zoom: number,
): { zoom: number; column: number; row: number } {
  const across = 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { zoom, column: Math.floor(((longitude + 180) / 360) * across), row: Math.floor(down * across) };
}
