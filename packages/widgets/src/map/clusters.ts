import { gridSize, mortonKey, unproject } from '@huddlekit/contract/pins';
import type { PinIndex } from '../store/pin-index.ts';

/** Events that one marker stands for. */
export interface Cluster {
  /** The mean of their places, Web Mercator from 0 to 1; `x` goes beyond where the view crosses the date line. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** Half-open ranges of rows of the index; rows that don't fit the filters lie among them. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** The first row that fits the filters. */
  readonly first: number;
}

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
const cellsPerTile = 2;
const gridBits = Math.log2(gridSize);

/**
 * Groups the marked pins by the cells of a grid over the whole world, so that moving the map doesn't regroup
 * them. A cell is one range of the Morton order: it is found by two binary searches, and nothing is built.
 */
export function clustersIn(pins: PinIndex, marked: Uint8Array, view: View): Cluster[] {
  const level = gridLevel(view.zoom);
  const cells = 2 ** level;
  const first = Math.floor(view.west * cells);
  // At most once around the world.
  const last = Math.min(Math.floor(view.east * cells), first + cells - 1);
  const top = Math.max(0, Math.floor(view.north * cells));
  const bottom = Math.min(cells - 1, Math.floor(view.south * cells));
  const clusters: Cluster[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = first; column <= last; column++) {
      const world = Math.floor(column / cells);
      const cluster = clusterOfCell(pins, marked, level, column - world * cells, row);
      if (cluster) clusters.push({ ...cluster, x: cluster.x + world });
    }
  }
  return clusters;
}

/** Joins clusters whose markers would cover each other; `reach` is a marker's radius in parts of the world's width. */
export function joinClose(clusters: readonly Cluster[], reach: (count: number) => number): Cluster[] {
  const joined: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => b.count - a.count)) {
    const near = joined.findIndex(
      ({ x, y, count }) => Math.hypot(x - cluster.x, y - cluster.y) < reach(count) + reach(cluster.count),
    );
    const other = joined[near];
    if (other) joined[near] = join(other, cluster);
    else joined.push(cluster);
  }
  return joined;
}

/** The rows of a cluster that fit the filters. */
export function rowsOf({ ranges }: Cluster, marked: Uint8Array): number[] {
  const rows: number[] = [];
  for (const [start, end] of ranges) {
    for (let row = start; row < end; row++) if (marked[row]) rows.push(row);
  }
  return rows;
}

/** The grid's level at a zoom level of the map: its cells halve with each. */
export function gridLevel(zoom: number): number {
  return Math.max(1, Math.min(gridBits, Math.round(zoom) + cellsPerTile));
}

/** The smallest part of the map, in degrees, with all these rows. */
export function boundsOf(
  pins: PinIndex,
  rows: readonly number[],
): { west: number; south: number; east: number; north: number } {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const [x, y] = [pins.x[row] ?? 0, pins.y[row] ?? 0];
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const [northWest, southEast] = [unproject(west, north), unproject(east, south)];
  return {
    west: northWest.longitude,
    north: northWest.latitude,
    east: southEast.longitude,
    south: southEast.latitude,
  };
}

function clusterOfCell(
  pins: PinIndex,
  marked: Uint8Array,
  level: number,
  column: number,
  row: number,
): Cluster | null {
  const cells = 2 ** level;
  const middle = unproject((column + 0.5) / cells, (row + 0.5) / cells);
  const size = 4 ** (gridBits - level);
  const from = Math.floor(mortonKey(middle.latitude, middle.longitude) / size) * size;
  const start = lowerBound(pins.keys, from);
  const end = lowerBound(pins.keys, from + size, start);
  let [count, x, y, first] = [0, 0, 0, -1];
  for (let index = start; index < end; index++) {
    if (!marked[index]) continue;
    if (count === 0) first = index;
    count++;
    x += pins.x[index] ?? 0;
    y += pins.y[index] ?? 0;
  }
  return count === 0 ? null : { x: x / count, y: y / count, count, ranges: [[start, end]], first };
}

function join(a: Cluster, b: Cluster): Cluster {
  const count = a.count + b.count;
  return {
    x: (a.x * a.count + b.x * b.count) / count,
    y: (a.y * a.count + b.y * b.count) / count,
    count,
    ranges: [...a.ranges, ...b.ranges],
    first: a.first,
  };
}

/** The first position, from `start` on, whose key isn't under `key`. */
function lowerBound(keys: Float64Array, key: number, start = 0): number {
  let end = keys.length;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((keys[middle] ?? Infinity) < key) start = middle + 1;
    else end = middle;
  }
  return start;
}
