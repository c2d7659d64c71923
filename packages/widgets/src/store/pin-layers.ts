import type { PinsQuery } from '@huddlekit/contract';
import { cellLevelsInTile, rowsInTile, tileAbove, tileName, type Tile } from '@huddlekit/contract/pins';
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
  #filters: Filters | null = null;
  #request: AbortController | null = null;
  /** Name of the query of the last request. */
  #asking = '';

  constructor(options: PinLayersOptions) {
    this.#options = options;
  }

  /** Follows the filters: at once where what is here can tell, else when the hub has answered. */
  async follow(filters: Filters): Promise<void> {
    await this.#follow(filters, false);
  }

  /** The same, with what the hub tells now. */
  async refresh(filters: Filters): Promise<void> {
    await this.#follow(filters, true);
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
    this.#abandonTiles();
  }

  async #follow(filters: Filters, isAnew: boolean): Promise<void> {
    this.#filters = filters;
    const loose = pinsQuery(filters);
    const strict = wholeQuery(filters);
    const isTold = !this.#large.has(nameOf(loose)) && (this.root?.knowsDates(filters) ?? true);
    const query = isTold ? loose : strict;
    if (isAnew || this.#query === null || nameOf(query) !== nameOf(this.#query)) {
      let [pins, told] = [await this.#load(query), query];
      if (pins && !pins.isWhole) this.#large.add(nameOf(loose));
      // Only the answer says that there is more than can be filtered here; until the next one, what was there stays.
      const isEnough =
        !isTold || (pins?.isWhole && pins.knowsDates(filters)) || nameOf(loose) === nameOf(strict);
      if (pins && !isEnough) [pins, told] = [await this.#load(strict), strict];
      if (!pins) return;
      this.#take(pins, told);
    } else if (this.#asking !== nameOf(query)) {
      // What was asked for in between isn't wanted any more.
      this.#request?.abort();
    }
    // The filters may have changed while the hub answered.
    if (this.root) this.marked = this.root.matching(this.#filters, this.#options.now());
    this.#changed();
  }

  /** Undefined where a newer request has taken the place of this one. Rejects with what went wrong. */
  async #load(query: PinsQuery): Promise<PinIndex | undefined> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    this.#asking = nameOf(query);
    try {
      const feed = await this.#options.source.pins.get(query, { signal: request.signal });
      return request.signal.aborted ? undefined : new PinIndex(feed);
    } catch (error) {
      if (request.signal.aborted) return undefined;
      this.error = error;
      this.#changed();
      throw error;
    }
  }

  #take(pins: PinIndex, query: PinsQuery): void {
    this.root = pins;
    this.#query = query;
    this.error = null;
    this.#tiles.clear();
    this.#abandonTiles();
  }

  #abandonTiles(): void {
    for (const request of this.#asked.values()) request.abort();
    this.#asked.clear();
  }

  /** The finest layer that is here and covers a tile. */
  #layerOf(tile: Tile, zooms: readonly number[]): PinLayer | undefined {
    for (const zoom of zooms.toReversed()) {
      const known = this.#tiles.get(tileName(tileAbove(tile, zoom)));
      if (known) return { ...known, tile };
    }
    return undefined;
  }

  /** Whether nothing finer is to be had: the tile is here, or one above it that tells each event. */
  #isKnown(tile: Tile, zooms: readonly number[]): boolean {
    return zooms.some((zoom) => {
      const known = this.#tiles.get(tileName(tileAbove(tile, zoom)));
      return known && (known.pins.isWhole || zoom === tile.zoom);
    });
  }

  #changed(): void {
    this.version++;
    this.#options.changed();
  }

  /** Asks for tiles, and no longer for those that have gone out of view. */
  #ask(tiles: readonly Tile[]): void {
    const wanted = new Map(tiles.map((tile) => [tileName(tile), tile]));
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

function hasEvents(root: PinIndex, tile: Tile): boolean {
  const [start, end] = rowsInTile(root.keys, tileAbove(tile, Math.min(tile.zoom, root.level)));
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
      tiles.set(tileName(tile), tile);
    }
  }
  return [...tiles.values()];
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
