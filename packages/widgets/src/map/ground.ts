import { tileExtent, type GroundTile } from '@huddlekit/contract/base-map';
import { unproject, type Tile } from '@huddlekit/contract/pins';
import { groundWidth } from './scale.ts';

export interface Town {
  readonly name: string;
  /** Web Mercator position from 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** The level of the map from which it shows. */
  readonly zoom: number;
  /** How far it reaches, in parts of the world's width. */
  readonly radius: number;
}

/** A square of land, ready to be drawn. Paths are in the square's own units, `tileExtent` across. */
export interface Ground {
  readonly square: Tile;
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly states: Path2D;
  readonly counties: Path2D;
  readonly towns: readonly Town[];
}

/** Reads a tile of the base map. */
export function groundFrom(tile: GroundTile, square: Tile): Ground {
  const size = 2 ** -square.zoom;
  return {
    square,
    land: pathOf(tile.land),
    borders: pathOf(tile.borders),
    states: pathOf(tile.states),
    counties: pathOf(tile.counties),
    towns: tile.towns.map(([name, left, top, zoom, radius]) => {
      const y = (square.row + top / tileExtent) * size;
      return {
        name,
        x: (square.column + left / tileExtent) * size,
        y,
        zoom,
        radius: (radius * 100) / groundWidth(unproject(0, y).latitude),
      };
    }),
  };
}

/** Shapes are written as SVG writes paths, from a point on by differences, so the browser can read them. */
function pathOf(shapes: readonly (readonly number[])[]): Path2D {
  return new Path2D(
    shapes
      .filter(({ length }) => length > 2)
      .map(([x, y, ...steps]) => `M${String(x)} ${String(y)}l${steps.join(' ')}`)
      .join(''),
  );
}
