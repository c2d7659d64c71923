import { earthRadius } from './event-list/distance.ts';

/** A point in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Side of a home's cell in metres. */
export const homeCellSize = 1000;

const degreesPerCell = (homeCellSize / earthRadius) * (180 / Math.PI);

/**
 * The middle of the cell that holds a point: all that the public learns of where a home is. The grid is fixed for the
 * whole earth: rows of equal height, each divided into cells as wide as they are high. Every point of a cell gives the
 * same answer, so many events at one home tell no more than one does.
 */
export function homeCellOf({ latitude, longitude }: Point): Point {
  const row = Math.floor(latitude / degreesPerCell);
  const middle = (row + 0.5) * degreesPerCell;
  const columns = Math.max(1, Math.floor((360 / degreesPerCell) * Math.cos((middle * Math.PI) / 180)));
  const column = Math.floor(((longitude + 180) / 360) * columns) % columns;
  return { latitude: rounded(middle), longitude: rounded(((column + 0.5) / columns) * 360 - 180) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
