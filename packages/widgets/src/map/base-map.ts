import {
  baseMapVersion,
  tileExtent,
  type BaseMap as BaseMapFile,
  type GroundTile,
} from '@huddlekit/contract/base-map';
import { tileAbove, tileName, type Tile } from '@huddlekit/contract/pins';
import { groundFrom, type Ground, type Town } from './ground.ts';

/** A country with the place of its name, Web Mercator from 0 to 1, and the zoom levels at which it is named. */
export interface Country {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** What is known of a square. */
export interface Known {
  /** Null where there is nothing but water. */
  readonly ground: Ground | null;
  /** Whether nothing finer is to come. */
  readonly isFinal: boolean;
}

/** The zoom of the map from which each level is drawn; the tiles' own zoom is its name. */
const levelFrom = [
  [7, 7.75],
  [5, 5.75],
  [3, 3.25],
] as const;

/** What lies under the events: land, lines and towns, of the whole world roughly and of what is in view closely. */
export class BaseMap {
  readonly countries: readonly Country[];
  readonly #hub: string;
  readonly #world: Ground;
  /** Numbers of the tiles that there are, by their zoom. */
  readonly #levels: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #tiles = new Map<string, Ground>();
  readonly #asked = new Set<string>();
  readonly #changed: () => void;
  /** The largest first. */
  #towns: readonly Town[] = [];
  readonly #townKeys = new Set<string>();

  /** `changed` is called when more has come. @throws Error where the file is of another version */
  constructor(hub: string, file: BaseMapFile, changed: () => void) {
    if (file.version !== baseMapVersion)
      throw new Error('The base map is of another version: serve script and data together');
    this.#hub = hub;
    this.#changed = changed;
    this.#world = groundFrom(file.world, { zoom: 0, column: 0, row: 0 });
    this.#addTowns(this.#world);
    this.countries = file.countries.map(([code, x, y, from, to]) => ({
      code,
      x: x / tileExtent,
      y: y / tileExtent,
      from,
      to,
    }));
    this.#levels = new Map(file.levels.map(({ zoom, tiles }) => [zoom, new Set(summed(tiles))]));
  }

  /** What is known of a square when the map is at a zoom; asks for what is missing. */
  groundOf(square: Tile, zoom: number): Known {
    for (const [level, from] of levelFrom) {
      const has = this.#levels.get(level);
      if (zoom < from || level > square.zoom || !has) continue;
      const tile = tileAbove(square, level);
      if (!has.has(tile.row * 2 ** level + tile.column)) {
        // Beyond the closest level's own lands the level before is drawn larger; where that has nothing, there is water.
        if (level === 7) continue;
        return { ground: null, isFinal: true };
      }
      const ground = this.#tiles.get(tileName(tile));
      if (ground) return { ground, isFinal: true };
      void this.#load(tile);
      return { ground: this.#coarser(tile), isFinal: false };
    }
    return { ground: this.#world, isFinal: true };
  }

  /** All towns that are known, the largest first. */
  get towns(): readonly Town[] {
    return this.#towns;
  }

  /** A town stands in the tiles of several levels, and counts once. */
  #addTowns({ towns }: Ground): void {
    const added = towns.filter((town) => {
      const key = keyOf(town);
      return !this.#townKeys.has(key) && Boolean(this.#townKeys.add(key));
    });
    if (added.length > 0) this.#towns = [...this.#towns, ...added].sort(bySize);
  }

  #coarser(tile: Tile): Ground {
    for (const [level] of levelFrom) {
      const ground = level < tile.zoom ? this.#tiles.get(tileName(tileAbove(tile, level))) : undefined;
      if (ground) return ground;
    }
    return this.#world;
  }

  async #load(tile: Tile): Promise<void> {
    const name = tileName(tile);
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    try {
      const content = (await read(`${this.#hub}/data/basemap/${name}.json`)) as GroundTile;
      const ground = groundFrom(content, tile);
      this.#tiles.set(name, ground);
      this.#addTowns(ground);
      this.#changed();
    } catch {
      // What is coarser stays; this square is asked for again when it next comes into view.
      this.#asked.delete(name);
    }
  }
}

/** Fetches the hub's base map. Rejects where it can't be had or isn't a base map that this version reads. */
export async function loadBaseMap(hub: string, changed: () => void): Promise<BaseMap> {
  return new BaseMap(hub, (await read(`${hub}/data/basemap.json`)) as BaseMapFile, changed);
}

/** The town by which people would name a place: the largest within `reach`, else the nearest one. */
export function townNear(
  { towns }: Pick<BaseMap, 'towns'>,
  x: number,
  y: number,
  reach: number,
): string | null {
  let nearest: Town | null = null;
  let least = Infinity;
  for (const town of towns) {
    const distance = Math.abs(town.x - x) + Math.abs(town.y - y);
    if (distance >= least && distance > reach) continue;
    const straight = Math.hypot(town.x - x, town.y - y);
    if (straight <= reach) return town.name;
    if (straight < least) [nearest, least] = [town, straight];
  }
  return nearest?.name ?? null;
}

async function read(url: string): Promise<unknown> {
  const answer = await fetch(url, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`The base map answered with status ${String(answer.status)}`);
  return answer.json();
}

function summed(deltas: readonly number[]): number[] {
  let sum = 0;
  return deltas.map((delta) => (sum += delta));
}

function bySize(a: Town, b: Town): number {
  return a.zoom - b.zoom || b.radius - a.radius;
}

function keyOf({ name, x, y }: Town): string {
  return `${name} ${String(Math.round(x * 5000))} ${String(Math.round(y * 5000))}`;
}
