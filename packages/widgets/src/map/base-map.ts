import { decodeShape, type BaseMap as BaseMapFile } from '@huddlekit/contract/base-map';
import { project } from '@huddlekit/contract/pins';

/** A line or ring, Web Mercator from 0 to 1: x and y by turns. */
export interface Shape {
  readonly points: Float64Array;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export interface Town {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The level of the map from which it shows. */
  readonly zoom: number;
}

/** What lies under the events: land, borders and towns, ready to be drawn. */
export interface BaseMap {
  readonly land: readonly Shape[];
  readonly borders: readonly Shape[];
  readonly states: readonly Shape[];
  /** The largest first. */
  readonly towns: readonly Town[];
}

/** Fetches the hub's base map. Rejects where it can't be had or isn't a base map that this version reads. */
export async function loadBaseMap(hub: string): Promise<BaseMap> {
  const answer = await fetch(`${hub}/data/basemap.json`, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`The base map answered with status ${String(answer.status)}`);
  return readBaseMap((await answer.json()) as BaseMapFile);
}

/** Reads a base map's file. */
export function readBaseMap(file: BaseMapFile): BaseMap {
  if (file.version !== 1)
    throw new Error('The base map is of another version: serve script and data together');
  return {
    land: file.land.map(shapeFrom),
    borders: file.borders.map(shapeFrom),
    states: file.states.map(shapeFrom),
    towns: file.towns.map(([name, longitude, latitude, zoom]) => ({
      name,
      zoom,
      ...project(latitude / 100, longitude / 100),
    })),
  };
}

/** The town by which people would name a place: the largest within `reach`, else the nearest one. */
export function townNear({ towns }: BaseMap, x: number, y: number, reach: number): string | null {
  let nearest: Town | null = null;
  let least = Infinity;
  for (const town of towns) {
    const distance = Math.hypot(town.x - x, town.y - y);
    if (distance <= reach) return town.name;
    if (distance < least) [nearest, least] = [town, distance];
  }
  return nearest?.name ?? null;
}

function shapeFrom(encoded: readonly number[]): Shape {
  const degrees = decodeShape(encoded);
  const points = new Float64Array(degrees.length);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < degrees.length; index += 2) {
    const { x, y } = project(degrees[index + 1] ?? 0, degrees[index] ?? 0);
    points[index] = x;
    points[index + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return { points, west, north, east, south };
}
