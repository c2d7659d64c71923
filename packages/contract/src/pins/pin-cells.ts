import { codesInCell, gridLevels, gridSize, mortonCell, mortonCode, unproject } from './morton.ts';
import { at, checkPins, pinPrecisions, pinsVersion, type PinCells, type PinPrecision } from './pin-feed.ts';

/** Events in the order of their codes, as columns; row `n` of each is one event. */
export interface PinColumns {
  readonly keys: ArrayLike<number>;
  readonly pins: ArrayLike<number>;
  /** Position in `kindNames`. */
  readonly kinds: ArrayLike<number>;
  /** Position in `pinPrecisions`. */
  readonly precisions: ArrayLike<number>;
  readonly kindNames: readonly string[];
}

/** A decoded cell. */
export interface PinCell {
  readonly count: number;
  /** The mean of its events' points. */
  readonly latitude: number;
  readonly longitude: number;
  /** The pin of the only event. */
  readonly pin: number | null;
  /** Whether all its events share one point. */
  readonly isOnePoint: boolean;
  /** Of the first event. */
  readonly kind: string;
  readonly precision: PinPrecision;
}

/** Positions within a cell are told in so many steps. */
const steps = 64;

/** Counts the rows from `start` up to `end` by the cells of a level. Takes one pass. */
export function encodeCells(columns: PinColumns, level: number, start: number, end: number): PinCells {
  const { keys, pins, kinds, precisions } = columns;
  const size = codesInCell(level);
  const feed: PinCells = {
    version: pinsVersion,
    type: 'cells',
    level,
    total: end - start,
    kinds: [...columns.kindNames],
    ...{ key: [], count: [], x: [], y: [], pin: [], kind: [], precision: [] },
  };
  let before = 0;
  for (let first = start, next = start; first < end; first = next) {
    const code = keys[first] ?? 0;
    const cell = Math.floor(code / size);
    const beyond = (cell + 1) * size;
    let [x, y] = [0, 0];
    for (; next < end && (keys[next] ?? 0) < beyond; next++) {
      const { column, row } = mortonCell(keys[next] ?? 0);
      x += column;
      y += row;
    }
    const count = next - first;
    const isOnePoint = keys[next - 1] === code;
    feed.key.push(cell - before);
    feed.count.push(count);
    feed.x.push(stepIn(x / count, level));
    feed.y.push(stepIn(y / count, level));
    feed.pin.push(count === 1 ? (pins[first] ?? 0) : isOnePoint ? -1 : 0);
    feed.kind.push(kinds[first] ?? 0);
    feed.precision.push(precisions[first] ?? 0);
    before = cell;
  }
  return feed;
}

/** Reads a feed of cells. @throws RangeError */
export function decodeCells(feed: PinCells): PinCell[] {
  checkPins(feed);
  const cells = 2 ** feed.level;
  let number = 0;
  return feed.key.map((delta, index) => {
    number += delta;
    const { column, row } = mortonCell(number);
    const pin = at(feed.pin, index);
    const count = at(feed.count, index);
    const point = unproject(
      (column + (at(feed.x, index) + 0.5) / steps) / cells,
      (row + (at(feed.y, index) + 0.5) / steps) / cells,
    );
    return {
      count,
      ...point,
      pin: count === 1 ? pin : null,
      isOnePoint: count === 1 || pin === -1,
      kind: feed.kinds[at(feed.kind, index)] ?? 'other',
      precision: pinPrecisions[at(feed.precision, index)] ?? 'locality',
    };
  });
}

/** Where a column or row of the whole grid lies within its cell of a level. */
function stepIn(position: number, level: number): number {
  const width = gridSize / 2 ** level;
  return Math.floor((((position + 0.5) % width) / width) * steps) % steps;
}

/** The first position, from `start` on, whose key isn't under `key`; keys are ascending. */
export function lowerBound(keys: ArrayLike<number>, key: number, start = 0, end = keys.length): number {
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((keys[middle] ?? Infinity) < key) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** A square of the map, as tiles are named: of 4^zoom squares, the column from the west and the row from the north. */
export interface Tile {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

/** A tile's cells are of so many levels more: 64 by 64, so that a view touches few of them. */
export const cellLevelsInTile = 6;
/** Tiles beyond this level would tell nothing more. */
export const mostTileZoom = gridLevels - cellLevelsInTile;

/** The rows of a tile, by the codes of all rows; from `start` up to `end`. */
export function rowsInTile(
  keys: ArrayLike<number>,
  { zoom, column, row }: Tile,
): [start: number, end: number] {
  const size = codesInCell(zoom);
  const first = mortonCode(column, row) * size;
  const start = lowerBound(keys, first);
  return [start, lowerBound(keys, first + size, start)];
}

/** The tile of a coarser level in which a tile lies. */
export function tileAbove({ zoom, column, row }: Tile, level: number): Tile {
  const size = 2 ** (zoom - level);
  return { zoom: level, column: Math.floor(column / size), row: Math.floor(row / size) };
}

/** `5/8/11`: zoom, column and row. */
export function tileName({ zoom, column, row }: Tile): string {
  return `${String(zoom)}/${String(column)}/${String(row)}`;
}

/** Reads `5/8/11`: zoom, column and row. Undefined where there is no such tile. */
export function tileFrom(text: string): Tile | undefined {
  const [, zoom, column, row] = (/^(\d+)\/(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (zoom === undefined || column === undefined || row === undefined) return undefined;
  const count = 2 ** zoom;
  return zoom <= mostTileZoom && column < count && row < count ? { zoom, column, row } : undefined;
}
