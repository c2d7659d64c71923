import { decodeShape, tileExtent, type GroundTile } from '@huddlekit/contract/base-map';

/** One of the 4^zoom squares of the map: x from the west, y from the north. */
export interface Square {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

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
  readonly square: Square;
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly states: Path2D;
  readonly counties: Path2D;
  readonly towns: readonly Town[];
}

const earthCircumference = 40_075_016.7;

/** Reads a tile of the base map. */
export function groundFrom(tile: GroundTile, square: Square): Ground {
  const size = 2 ** -square.zoom;
  return {
    square,
    land: pathOf(tile.land),
    borders: pathOf(tile.borders),
    states: pathOf(tile.states),
    counties: pathOf(tile.counties),
    towns: tile.towns.map(([name, left, top, zoom, radius]) => {
      const y = (square.y + top / tileExtent) * size;
      // The map is stretched by the inverse of the latitude's cosine.
      const stretch = Math.cosh(Math.PI * (1 - 2 * y));
      return {
        name,
        x: (square.x + left / tileExtent) * size,
        y,
        zoom,
        radius: ((radius * 100) / earthCircumference) * stretch,
      };
    }),
  };
}

function pathOf(shapes: readonly (readonly number[])[]): Path2D {
  const path = new Path2D();
  for (const shape of shapes) {
    const points = decodeShape(shape);
    for (let index = 0; index < points.length; index += 2) {
      const [x, y] = [points[index] ?? 0, points[index + 1] ?? 0];
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
  return path;
}
