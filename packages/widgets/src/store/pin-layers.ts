import type { PinsQuery } from '@huddlekit/contract';
import { cellLevelsInTile, codesInCell, lowerBound, mortonCode, type Tile } from '@huddlekit/contract/pins';
import type { Client } from '@huddlekit/sdk';
import { filtersOf, pinsQuery, type Filters } from './filters.ts';
import { PinIndex } from './pin-index.ts';
import { gridLevel, type View } from './view.ts';

/** Pins that tell of one square of the map. */
export interface PinLayer {
  readonly pins: PinIndex;
  /** For each row, 1 where it fits the filters. */
  readonly marked: Uint8Array;
  readonly tile: Tile;
}

export interface PinLayersOptions {
  readonly source: Pick<Client, 'pins'>;
  /** Calls after each change. */
  readonly changed: () => void;
  readonly now: () => Date;
}

const world: Tile = { zoom: 0, column: 0, row: 0 };
/** Tiles that are kept; a view has at most nine or so. */
const mostTiles = 60;

/**
 * The pins of the events that fit the filters. Of few events the hub tells each, and kinds and dates are filtered
 * here; of many it tells an overview, and tiles of what comes into view.
 */
export class PinLayers {
  root: PinIndex | null = null;
  marked: Uint8Array = new Uint8Array();
  /** Rises with each change. */
  version = 0;
  /** Why the last request came to nothing, or null. */
  error: unknown = null;

  /** Called when a tile has come; of those alone who draws the map needs to know. */
  tileCame: (() => void) | null = null;

  readonly #options: PinLayersOptions;
  readonly #tiles = new Map<string, PinLayer>();
  readonly #asked = new Map<string, AbortController>();
  /** Queries, without kinds and dates, of more events than can be filtered here. */
  readonly #large = new Set<string>();
  #query: PinsQuery | null = null;
  #request: AbortController | null = null;

  constructor(options: PinLayersOptions) {
    this.#options = options;
  }

  /** Follows the filters: at once where what is here can tell, else when the hub has answered. */
  async follow(filters: Filters): Promise<void> {
    const rest = pinsQuery(filters);
    const query = wholeQuery(filters);
    const isLarge = this.#large.has(nameOf(rest));
    const isHubs = isLarge || !(this.root?.knowsDates(filters) ?? true);
    const wanted = isHubs ? query : rest;
    if (this.#query === null || nameOf(wanted) !== nameOf(this.#query)) {
      const isHere = await this.#load(wanted);
      if (!isHere) return;
      if (!isLarge && !this.root?.isWhole) {
        this.#large.add(nameOf(rest));
        if (nameOf(rest) !== nameOf(query)) return this.follow(filters);
      }
      if (!isLarge && this.root && !this.root.knowsDates(filters) && wanted === rest) {
        return this.follow(filters);
      }
    }
    if (this.root) this.marked = this.root.matching(filters, this.#options.now());
    this.#changed();
  }

  /** Asks anew for what is shown. */
  async refresh(filters: Filters): Promise<void> {
    if (!this.#query || !(await this.#load(this.#query)) || !this.root) return;
    this.marked = this.root.matching(filters, this.#options.now());
    this.#changed();
  }

  /**
   * What is known of a view, each layer for its own square; where a tile has yet to come, what is coarser stands in
   * for it.
   */
  layersIn(view: View): PinLayer[] {
    const { root } = this;
    if (!root) return [];
    const whole: PinLayer = { pins: root, marked: this.marked, tile: world };
    const level = gridLevel(view.zoom);
    if (root.isWhole || level <= root.level) return [whole];
    const steps = Math.ceil((level - root.level) / 2);
    const zooms = Array.from({ length: steps }, (_, step) => root.level + 2 * (step + 1) - cellLevelsInTile);
    const wanted = tilesIn(view, zooms.at(-1) ?? 0).filter((tile) => hasEvents(root, tile));
    const layers = wanted.map((tile) => this.#layerOf(tile, zooms) ?? { ...whole, tile });
    this.#ask(wanted.filter((tile) => !this.#isKnown(tile, zooms)));
    return layers;
  }

  /** How many tiles have yet to come. */
  get pending(): number {
    return this.#asked.size;
  }

  abandon(): void {
    this.#request?.abort();
    for (const request of this.#asked.values()) request.abort();
    this.#asked.clear();
  }

  async #load(query: PinsQuery): Promise<boolean> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const feed = await this.#options.source.pins.get(query, { signal: request.signal });
      if (request.signal.aborted) return false;
      this.root = new PinIndex(feed);
    } catch (error) {
      if (request.signal.aborted) return false;
      this.error = error;
      this.#changed();
      throw error;
    }
    this.#query = query;
    this.error = null;
    this.#tiles.clear();
    for (const asked of this.#asked.values()) asked.abort();
    this.#asked.clear();
    return true;
  }

  /** The finest layer that is here and covers a tile. */
  #layerOf(tile: Tile, zooms: readonly number[]): PinLayer | undefined {
    for (const zoom of zooms.toReversed()) {
      const known = this.#tiles.get(keyOf(above(tile, zoom)));
      if (known) return { ...known, tile };
    }
    return undefined;
  }

  /** Whether nothing finer is to be had: the tile is here, or one above it that tells each event. */
  #isKnown(tile: Tile, zooms: readonly number[]): boolean {
    return zooms.some((zoom) => {
      const known = this.#tiles.get(keyOf(above(tile, zoom)));
      return known && (known.pins.isWhole || zoom === tile.zoom);
    });
  }

  #changed(): void {
    this.version++;
    this.#options.changed();
  }

  /** Asks for tiles, and no longer for those that have gone out of view. */
  #ask(tiles: readonly Tile[]): void {
    const wanted = new Map(tiles.map((tile) => [keyOf(tile), tile]));
    for (const [key, request] of this.#asked) {
      if (wanted.has(key)) continue;
      request.abort();
      this.#asked.delete(key);
    }
    for (const [key, tile] of wanted) if (!this.#asked.has(key)) void this.#loadTile(key, tile);
  }

  async #loadTile(key: string, tile: Tile): Promise<void> {
    const request = new AbortController();
    this.#asked.set(key, request);
    try {
      const feed = await this.#options.source.pins.get(
        { ...this.#query, tile: key },
        { signal: request.signal },
      );
      if (request.signal.aborted) return;
      const pins = new PinIndex(feed);
      this.#tiles.set(key, { pins, marked: new Uint8Array(pins.length).fill(1), tile });
      const [oldest] = this.#tiles.keys();
      if (this.#tiles.size > mostTiles && oldest !== undefined) this.#tiles.delete(oldest);
    } catch (error) {
      if (request.signal.aborted) return;
      // What is coarser stays, and the next look at this part of the map asks again.
      this.error = error;
    }
    this.#asked.delete(key);
    this.tileCame?.();
  }
}

/** The range of rows of an index that lie in a tile. */
export function rangeIn({ keys }: PinIndex, { zoom, column, row }: Tile): [start: number, end: number] {
  const size = codesInCell(zoom);
  const first = mortonCode(column, row) * size;
  const start = lowerBound(keys, first);
  return [start, lowerBound(keys, first + size, start)];
}

function hasEvents(root: PinIndex, tile: Tile): boolean {
  const [start, end] = rangeIn(root, above(tile, Math.min(tile.zoom, root.level)));
  return end > start;
}

/** The tiles of a zoom level that a view touches, each once. */
function tilesIn(view: View, zoom: number): Tile[] {
  const count = 2 ** zoom;
  const [first, last] = [Math.floor(view.west * count), Math.floor(view.east * count)];
  const [top, bottom] = [Math.max(0, view.north), Math.min(1 - 1e-9, view.south)].map((y) =>
    Math.floor(y * count),
  );
  const tiles = new Map<string, Tile>();
  for (let column = first; column <= Math.min(last, first + count - 1); column++) {
    for (let row = top ?? 0; row <= (bottom ?? -1); row++) {
      const tile = { zoom, column: ((column % count) + count) % count, row };
      tiles.set(keyOf(tile), tile);
    }
  }
  return [...tiles.values()];
}

/** The tile of a coarser level in which a tile lies. */
function above({ zoom, column, row }: Tile, level: number): Tile {
  const size = 2 ** (zoom - level);
  return { zoom: level, column: Math.floor(column / size), row: Math.floor(row / size) };
}

function keyOf({ zoom, column, row }: Tile): string {
  return `${String(zoom)}/${String(column)}/${String(row)}`;
}

function nameOf(query: PinsQuery): string {
  return JSON.stringify(Object.entries(query).sort());
}

/** The query that leaves nothing to be filtered here. */
function wholeQuery(filters: Filters): PinsQuery {
  const { virtual: _virtual, ...query } =
    filtersOf({ ...filters, area: null, inPerson: true }).inPerson ?? {};
  return query;
}
