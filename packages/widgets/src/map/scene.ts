import type { Event } from '@huddlekit/contract';
import { project } from '@huddlekit/contract/pins';
import type { EventStore } from '../store/event-store.ts';
import type { NearArea } from '../store/filters.ts';
import type { PinIndex } from '../store/pin-index.ts';
import type { PinLayer } from '../store/pin-layers.ts';
import { townNear, type BaseMap } from './base-map.ts';
import { clustersIn, extentOf, joinClose, rowsOf, type Cluster, type Row } from './clusters.ts';
import { maximumZoom, type Bounds, type LeafletMap } from './leaflet-map.ts';
import type { Marker } from './marker-layer.ts';
import { clusterSize, drawMarker, sizeOf, type MarkerLook } from './markers.ts';
import { pointOf } from './point.ts';
import { earthCircumference, groundWidth, worldWidth } from './scale.ts';
import type { SceneWords } from './scene-words.ts';

/** Events at one place of the map. */
export interface ChosenSpot {
  /** Web Mercator position from 0 to 1. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** Their pins, where the map has them; else the part of the map in which they are. */
  readonly pins: readonly number[] | null;
  readonly bounds: Bounds;
}

export interface SceneOptions {
  readonly map: LeafletMap;
  readonly store: EventStore;
  readonly words: SceneWords;
  /** A marker with one event was pressed. */
  readonly chosen: (pin: number, x: number, y: number) => void;
  /** A marker was pressed whose events no zooming would part. */
  readonly spotChosen: (spot: ChosenSpot) => void;
}

/** Where most visitors' events are; shown until somebody searches. */
const contiguousStates: Bounds = { west: -124.8, south: 24.4, east: -66.9, north: 49.4 };
/** Pixels that two markers need between their middles. */
const markerDistance = 46;
/** The popup's width, its gap and the edge. */
const roomForPopup = 312 + 44 + 8;
/** Titles are fetched for so many single markers, once the map rests. */
const mostTitles = 24;
const restDelay = 400;
/** Milliseconds for which tiles that come one after the other are gathered. */
const gatherDelay = 60;
const mostNames = 2000;

/** Puts the store's events on the map and keeps both in step. */
export class Scene {
  readonly #options: SceneOptions;
  #baseMap: BaseMap | null = null;
  #area: EventStore['filters']['area'] | undefined;
  #pins: PinIndex | null = null;
  #nearest: readonly Event[] = [];
  #selected: Event | null = null;
  #titleTimer: ReturnType<typeof setTimeout> | undefined;
  #titles: AbortController | null = null;
  #single: number[] = [];
  #shown: readonly unknown[] = [];
  readonly #names = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRefined = false;
  #hasTiles = false;

  constructor(options: SceneOptions) {
    this.#options = options;
  }

  /** Whether it shows that store in that element. */
  shows(store: EventStore | null, container: HTMLElement | null): boolean {
    return this.#options.store === store && this.#options.map.container === container;
  }

  /** Asks for the first name of a country, which is slow, ahead of the others. */
  prepareNames(): void {
    this.#options.words.country('US');
  }

  setBaseMap(data: BaseMap): void {
    this.#options.map.setBaseMap(data);
  }

  /** Names the places of the base map, and the markers after them. */
  setNames(data: BaseMap): void {
    const { map, words } = this.#options;
    this.#baseMap = data;
    this.#names.clear();
    map.setNames(data, words.country);
    this.drawMarkers();
  }

  /** More of the base map has come, and with it names of towns. */
  refineBaseMap(): void {
    this.#isRefined = true;
    this.#names.clear();
    this.#schedule();
  }

  /** Follows what has changed in the store. */
  update(): void {
    const { map, store } = this.#options;
    if (store.layers) store.layers.tileCame = this.#handleTile;
    this.#followArea();
    const selected = store.selection?.event ?? null;
    if (selected !== this.#selected) {
      this.#selected = selected;
      const point = selected && pointOf(selected);
      if (point) map.reveal(point.x, point.y, roomForPopup);
    }
    // The store tells of much that no marker shows.
    const shown = [store.layers?.version, store.events, selected] as const;
    if (shown.some((value, index) => value !== this.#shown[index])) {
      this.#shown = shown;
      this.drawMarkers();
    }
  }

  /** Searches what is in view; the view stays as it is. */
  searchHere(): void {
    const { map, store } = this.#options;
    const area = { type: 'bounds', ...map.bounds } as const;
    this.#area = area;
    map.setCircle(null);
    store.filter({ area });
  }

  drawMarkers(): void {
    const { map, store } = this.#options;
    const { layers } = store;
    const markers: Marker[] = [];
    const selected = this.#selected && pointOf(this.#selected);
    this.#single = [];
    if (layers && map.isReady) {
      const { view } = map;
      const selectedPin = this.#selected?.pin;
      const shown = layers.layersIn(view).map((layer) => without(selectedPin, layer));
      const clusters = joinClose(
        clustersIn(shown, view),
        (count) => Math.max(markerDistance, clusterSize(count) + 2) / 2 / worldWidth(view.zoom),
      );
      markers.push(...clusters.map((cluster) => this.#markerOf(cluster, view.zoom)));
    }
    if (selected && this.#selected) markers.push(this.#selectedMarker(this.#selected, selected));
    map.setMarkers(markers);
    this.#askTitles();
  }

  remove(): void {
    clearTimeout(this.#timer);
    if (this.#options.store.layers?.tileCame === this.#handleTile) this.#options.store.layers.tileCame = null;
    clearTimeout(this.#titleTimer);
    this.#titles?.abort();
  }

  readonly #handleTile = (): void => {
    this.#hasTiles = true;
    this.#schedule();
  };

  /** Tiles come several at once; they are drawn together. */
  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isRefined) this.#options.map.refineBaseMap();
      if (this.#hasTiles) this.drawMarkers();
      [this.#isRefined, this.#hasTiles] = [false, false];
    }, gatherDelay);
  }

  #followArea(): void {
    const { map, store, words } = this.#options;
    const { area } = store.filters;
    if (area !== this.#area) {
      this.#area = area;
      this.#nearest = [];
      map.setCircle(
        area?.type === 'near'
          ? {
              ...project(area.latitude, area.longitude),
              radius: area.within / groundWidth(area.latitude),
              label: words.distance(area.within),
            }
          : null,
      );
      map.fit(area === null ? homeBounds(store.pins) : area.type === 'near' ? around(area) : area);
    } else if (area === null && !this.#pins && store.pins) {
      const bounds = homeBounds(store.pins);
      if (bounds !== contiguousStates) map.fit(bounds);
    }
    this.#pins = store.pins;
    if (area?.type === 'near' && store.nearest.length > 0 && store.nearest !== this.#nearest) {
      this.#nearest = store.nearest;
      map.fit(withPoints(around(area), store.nearest));
    }
  }

  #markerOf(cluster: Cluster, zoom: number): Marker {
    const { store, words, chosen } = this.#options;
    const { x, y, count, first } = cluster;
    const { pins, row } = first;
    const town = (): string | null =>
      this.#baseMap && townNear(this.#baseMap, x - Math.floor(x), y, 60 / worldWidth(zoom));
    if (count > 1) {
      const key = `cluster-${String(Math.round(zoom))}-${String(pins.keys[row])}-${String(count)}`;
      const view = {
        look: { type: 'cluster', count } as const,
        name: this.#nameOf(key, () => words.cluster(count, town())),
        isSelected: false,
        press: () => this.#open(cluster),
      };
      return { key, x, y, size: sizeOf(view.look), isRaised: false, draw: (host) => drawMarker(view, host) };
    }
    const pin = pins.pins[row] ?? -1;
    const key = `pin-${String(pin)}`;
    const event = store.eventOf(pin);
    if (!event) this.#single.push(pin);
    const view = {
      look: lookOf(first, zoom),
      name: event ? words.event(event) : this.#nameOf(key, () => words.pin(pins.kind(row), town())),
      isSelected: false,
      press: () => chosen(pin, x, y),
    };
    return { key, x, y, size: sizeOf(view.look), isRaised: false, draw: (host) => drawMarker(view, host) };
  }

  /** What a marker is called changes only with the towns that are known. */
  #nameOf(key: string, find: () => string): string {
    const name = this.#names.get(key) ?? find();
    if (this.#names.size > mostNames) this.#names.clear();
    this.#names.set(key, name);
    return name;
  }

  #selectedMarker(event: Event, { x, y }: { x: number; y: number }): Marker {
    const { map, words, chosen } = this.#options;
    const isArea = event.location?.precision === 'area';
    const view = {
      look: isArea
        ? areaLook(event.location?.latitude ?? 0, map.view.zoom)
        : ({ type: 'locality', isHome: event.location?.kind === 'home' } as const),
      name: words.event(event),
      isSelected: true,
      press: () => chosen(event.pin, x, y),
    };
    const key = `pin-${String(event.pin)}`;
    return { key, x, y, size: sizeOf(view.look), isRaised: true, draw: (host) => drawMarker(view, host) };
  }

  /** Zooms into a cluster, or lists its events where no zooming would part them. */
  #open(cluster: Cluster): void {
    const { map, spotChosen } = this.#options;
    const { x, y, count } = cluster;
    const rows = rowsOf(cluster);
    const bounds = extentOf(rows);
    const [northWest, southEast] = [project(bounds.north, bounds.west), project(bounds.south, bounds.east)];
    const span = Math.max(southEast.x - northWest.x, southEast.y - northWest.y);
    const isOneSpot = span * worldWidth(maximumZoom) < markerDistance;
    if (!isOneSpot && map.view.zoom < maximumZoom) {
      map.zoomInto(bounds);
      return;
    }
    const isEach = rows.every(({ pins, row }) => pins.counts[row] === 1);
    const names = isEach ? rows.map(({ pins, row }) => pins.pins[row] ?? -1) : null;
    spotChosen({ x, y, count, pins: names, bounds });
  }

  #askTitles(): void {
    clearTimeout(this.#titleTimer);
    this.#titles?.abort();
    const pins = this.#single;
    if (pins.length === 0 || pins.length > mostTitles) return;
    const request = (this.#titles = new AbortController());
    this.#titleTimer = setTimeout(() => {
      this.#options.store.eventsOf(pins, request.signal).then(
        (events) => {
          // An event that is gone has no title; asking for it again would never end.
          if (events.length > 0 && !request.signal.aborted) this.drawMarkers();
        },
        () => undefined,
      );
    }, restDelay);
  }
}

/** The selected event has a marker of its own. */
function without(pin: number | undefined, layer: PinLayer): PinLayer {
  const row = pin === undefined ? -1 : layer.pins.indexOf(pin);
  if (row < 0) return layer;
  const marked = layer.marked.slice();
  marked[row] = 0;
  return { ...layer, marked };
}

function lookOf({ pins, row }: Row, zoom: number): MarkerLook {
  const precision = pins.precision(row);
  if (precision === 'exact') return { type: 'pin' };
  if (precision === 'area') return areaLook(pins.point(row).latitude, zoom);
  return { type: 'locality', isHome: ['huddle', 'house-party'].includes(pins.kind(row)) };
}

function areaLook(latitude: number, zoom: number): MarkerLook {
  return { type: 'area', size: Math.max(44, (1000 / groundWidth(latitude)) * worldWidth(zoom)) };
}

function around({ latitude, longitude, within }: NearArea): Bounds {
  const height = (within / earthCircumference) * 360;
  const width = Math.min(180, (within / groundWidth(latitude)) * 360);
  return {
    west: longitude - width,
    south: Math.max(-85, latitude - height),
    east: longitude + width,
    north: Math.min(85, latitude + height),
  };
}

function withPoints(bounds: Bounds, events: readonly Event[]): Bounds {
  return events.reduce((sum, { location }) => {
    const { latitude, longitude } = location ?? {};
    if (latitude == null || longitude == null) return sum;
    return {
      west: Math.min(sum.west, longitude),
      south: Math.min(sum.south, latitude),
      east: Math.max(sum.east, longitude),
      north: Math.max(sum.north, latitude),
    };
  }, bounds);
}

/** The contiguous states where they have events, else wherever the events are. */
function homeBounds(pins: PinIndex | null): Bounds {
  if (!pins || pins.length === 0) return contiguousStates;
  return pins.hasAnyWithin({ type: 'bounds', ...contiguousStates })
    ? contiguousStates
    : extentOf(Array.from(pins.keys.keys(), (row) => ({ pins, row })));
}
