import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaseMap, GroundTile } from '@huddlekit/contract/base-map';

/** A tile of the base map with where it lies: of 2^zoom squares a side, the one at x from the west, y from the north. */
export interface PlacedTile {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly content: GroundTile;
}

/** Tiles that are kept; a picture has at most six. */
const mostKept = 60;

/** The base map's files, read as they are needed. */
export class GroundFiles {
  readonly attribution: string;
  readonly #folder: string;
  readonly #levels: readonly number[];
  readonly #kept = new Map<string, GroundTile | null>();

  /** Undefined where the folder has no base map. */
  static open(folder: string): GroundFiles | undefined {
    const file = join(folder, 'basemap.json');
    if (!existsSync(file)) return undefined;
    return new GroundFiles(folder, BaseMap.parse(JSON.parse(readFileSync(file, 'utf8'))));
  }

  private constructor(folder: string, { attribution, levels }: BaseMap) {
    this.#folder = folder;
    this.attribution = attribution;
    this.#levels = levels.map(({ zoom }) => zoom).sort((a, b) => b - a);
  }

  /** The finest tiles that cover a part of the map, Web Mercator from 0 to 1; none where there is nothing but water. */
  tilesIn(west: number, north: number, east: number, south: number): PlacedTile[] {
    for (const zoom of this.#levels) {
      const count = 2 ** zoom;
      const tiles: PlacedTile[] = [];
      for (let x = Math.floor(west * count); x <= Math.floor(east * count); x++) {
        for (let y = Math.floor(north * count); y <= Math.floor(south * count); y++) {
          const content = this.#read(`${String(zoom)}/${String(((x % count) + count) % count)}/${String(y)}`);
          if (content) tiles.push({ zoom, x, y, content });
        }
      }
      if (tiles.length > 0) return tiles;
    }
    return [];
  }

  #read(name: string): GroundTile | null {
    let content = this.#kept.get(name);
    if (content === undefined) {
      const file = join(this.#folder, 'basemap', `${name}.json`);
      content = existsSync(file) ? GroundTile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
      this.#kept.set(name, content);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    }
    return content;
  }
}
