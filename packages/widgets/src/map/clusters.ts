import { rowsInTile, unproject, type Tile } from '@huddlekit/contract/pins';
import type { PinLayer } from '../store/pin-layers.ts';
import type { PinIndex } from '../store/pin-index.ts';
import { gridLevel, type View } from '../store/view.ts';
import type { Bounds } from './leaflet-map.ts';

/** Rows of an index that follow each other; rows that don't fit the filters lie among them. */
export interface Range {
  readonly layer: PinLayer;
  readonly start: number;
  readonly end: number;
}

/** Events that one marker stands for. */
export interface Cluster {
  /** The mean of their places, Web Mercator from 0 to 1; `x` goes beyond where the view crosses the date line. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly ranges: readonly Range[];
  /** The first row that fits the filters. */
  readonly first: Row;
}

/** One row of an index: an event, or several that are told together. */
export interface Row {
  readonly pins: PinIndex;
  readonly row: number;
}

/**
 * Groups the marked pins by the cells of a grid over the whole world, so that moving the map doesn't regroup
 * them. A cell is one range of the Morton order: it is found by two binary searches, and nothing is built.
 */
export function clustersIn(layers: readonly PinLayer[], view: View): Cluster[] {
  return layers.flatMap((layer) => clustersOf(layer, view));
}

function clustersOf(layer: PinLayer, view: View): Cluster[] {
  const { zoom, column: tileColumn, row: tileRow } = layer.tile;
  const level = Math.max(gridLevel(view.zoom), zoom);
  const cells = 2 ** level;
  const width = 2 ** (level - zoom);
  const first = Math.floor(view.west * cells);
  // At most once around the world.
  const last = Math.min(Math.floor(view.east * cells), first + cells - 1);
  const top = Math.max(0, tileRow * width, Math.floor(view.north * cells));
  const bottom = Math.min(cells - 1, (tileRow + 1) * width - 1, Math.floor(view.south * cells));
  const clusters: Cluster[] = [];
  for (let world = Math.floor(first / cells); world <= Math.floor(last / cells); world++) {
    const west = Math.max(first - world * cells, tileColumn * width);
    const east = Math.min(last - world * cells, (tileColumn + 1) * width - 1);
    for (let row = top; row <= bottom; row++) {
      for (let column = west; column <= east; column++) {
        const cluster = clusterOfCell(layer, { zoom: level, column, row });
        if (cluster) clusters.push(world === 0 ? cluster : { ...cluster, x: cluster.x + world });
      }
    }
  }
  return clusters;
}

/** Joins clusters whose markers would cover each other; `reach` is a marker's radius in parts of the world's width. */
export function joinClose(clusters: readonly Cluster[], reach: (count: number) => number): Cluster[] {
  const joined: { cluster: Cluster; radius: number }[] = [];
  for (const cluster of [...clusters].sort((a, b) => b.count - a.count)) {
    const radius = reach(cluster.count);
    const near = joined.find((other) => {
      const [x, y] = [other.cluster.x - cluster.x, other.cluster.y - cluster.y];
      return x * x + y * y < (other.radius + radius) ** 2;
    });
    if (near) {
      near.cluster = join(near.cluster, cluster);
      near.radius = reach(near.cluster.count);
    } else {
      joined.push({ cluster, radius });
    }
  }
  return joined.map(({ cluster }) => cluster);
}

/** The rows of a cluster that fit the filters. */
export function rowsOf({ ranges }: Cluster): Row[] {
  const rows: Row[] = [];
  for (const { layer, start, end } of ranges) {
    for (let row = start; row < end; row++) if (layer.marked[row]) rows.push({ pins: layer.pins, row });
  }
  return rows;
}

/** The smallest part of the map with all these rows; of rows that stand for several events, with their cells. */
export function extentOf(rows: readonly Row[]): Bounds {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { pins, row } of rows) {
    const [x, y] = [pins.x[row] ?? 0, pins.y[row] ?? 0];
    const cells = 2 ** pins.level;
    const isPoint = pins.isOnePoint(row);
    west = Math.min(west, isPoint ? x : Math.floor(x * cells) / cells);
    east = Math.max(east, isPoint ? x : Math.ceil(x * cells) / cells);
    north = Math.min(north, isPoint ? y : Math.floor(y * cells) / cells);
    south = Math.max(south, isPoint ? y : Math.ceil(y * cells) / cells);
  }
  const [northWest, southEast] = [unproject(west, north), unproject(east, south)];
  return {
    west: northWest.longitude,
    north: northWest.latitude,
    east: southEast.longitude,
    south: southEast.latitude,
  };
}

function clusterOfCell(layer: PinLayer, cell: Tile): Cluster | null {
  const { pins, marked } = layer;
  const [start, end] = rowsInTile(pins.keys, cell);
  let [count, x, y, first] = [0, 0, 0, -1];
  for (let row = start; row < end; row++) {
    if (!marked[row]) continue;
    if (first < 0) first = row;
    const events = pins.counts[row] ?? 0;
    count += events;
    x += (pins.x[row] ?? 0) * events;
    y += (pins.y[row] ?? 0) * events;
  }
  return count === 0
    ? null
    : { x: x / count, y: y / count, count, ranges: [{ layer, start, end }], first: { pins, row: first } };
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
