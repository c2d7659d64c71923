import type { Tile } from '@huddlekit/contract/pins';

/** Squares around a view. Edges and sizes are in dots of the screen, from the corner of the world. */
export interface GroundGrid {
  /** Tells grids apart whose squares aren't the same. */
  readonly name: string;
  readonly zoom: number;
  /** Dots to a pixel. */
  readonly density: number;
  /** The level of the squares: of all whole ones the nearest to the map's. */
  readonly level: number;
  /** How wide a square is; not whole between two levels, so edges are rounded. */
  readonly side: number;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A square on the canvas of its grid; of what lies beyond the poles there is no tile. */
export interface Square {
  readonly tile: Tile | null;
  /** Where it lies, in dots from the canvas's corner; not whole. */
  readonly x: number;
  readonly y: number;
  /** Its edges, which no neighbour crosses. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  isDrawn: boolean;
  /** Whether it was drawn from the finest ground that there is. */
  isFinal: boolean;
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels of a square at its own level. */
const size = 256;

/**
 * As many squares as a view of this size touches at most, so that the canvas keeps its size; the view's edges are in
 * pixels from the corner of the world.
 */
export function groundGrid(view: Edges, zoom: number, density: number): GroundGrid {
  const level = Math.round(zoom);
  const side = size * density * 2 ** (zoom - level);
  const square = (pixel: number): number => Math.floor((pixel * density) / side);
  const [west, north] = [square(view.left), square(view.top)];
  const most = (pixels: number): number => Math.ceil((pixels * density) / side);
  const [east, south] = [west + most(view.right - view.left), north + most(view.bottom - view.top)];
  const [left, top] = [Math.round(west * side), Math.round(north * side)];
  return {
    name: `${String(zoom)} ${String(density)}`,
    ...{ zoom, density, level, side, west, east, north, south, left, top },
    width: Math.round((east + 1) * side) - left,
    height: Math.round((south + 1) * side) - top,
  };
}

/** Whether a grid covers a view of its own zoom and density. */
export function isCovered(view: Edges, { left, top, width, height, density }: GroundGrid): boolean {
  return (
    view.left * density >= left &&
    view.top * density >= top &&
    view.right * density <= left + width &&
    view.bottom * density <= top + height
  );
}

/** The squares of a grid; those that `drawn` has are as far drawn as there. */
export function squaresOf(grid: GroundGrid, drawn: ReadonlyMap<string, Square>): Map<string, Square> {
  const { level, side, west, east, north, south } = grid;
  const count = 2 ** level;
  const squares = new Map<string, Square>();
  for (let row = north; row <= south; row++) {
    for (let column = west; column <= east; column++) {
      const key = `${String(column)} ${String(row)}`;
      const [left, top] = [Math.round(column * side) - grid.left, Math.round(row * side) - grid.top];
      const { isDrawn = false, isFinal = false } = drawn.get(key) ?? {};
      squares.set(key, {
        tile:
          row < 0 || row >= count ? null : { zoom: level, column: ((column % count) + count) % count, row },
        x: column * side - grid.left,
        y: row * side - grid.top,
        ...{ left, top, isDrawn, isFinal },
        width: Math.round((column + 1) * side) - grid.left - left,
        height: Math.round((row + 1) * side) - grid.top - top,
      });
    }
  }
  return squares;
}
