import type { Event } from '@huddlekit/contract';
import { project } from '@huddlekit/contract/pins';
import type { EventStore } from '../store/event-store.ts';
import type { NearArea } from '../store/filters.ts';
import type { PinIndex } from '../store/pin-index.ts';
import { townNear, type BaseMap } from './base-map.ts';
import { boundsOf, clustersIn, joinClose, rowsOf, type Cluster } from './clusters.ts';
import { maximumZoom, type Bounds, type LeafletMap, type Marker } from './leaflet-map.ts';
import { clusterSize, drawMarker, type MarkerLook } from './markers.ts';
import { pointOf } from './point.ts';
import type { SceneWords } from './scene-words.ts';

export interface SceneOptions {
  readonly map: LeafletMap;
  readonly store: EventStore;
  readonly words: SceneWords;
  /** A marker with one event was pressed. */
  readonly chosen: (pin: number, x: number, y: number) => void;
  /** A marker was pressed whose events share one place. */
  readonly spotChosen: (pins: number[], x: number, y: number) => void;
}

/** Where most visitors' events are; shown until somebody searches. */
const contiguousStates: Bounds = { west: -124.8, south: 24.4, east: -66.9, north: 49.4 };
const earthCircumference = 40_075_016.7;
/** Pixels that two markers need between their middles. */
const markerDistance = 46;
/** The popup's width, its gap and the edge. */
const roomForPopup = 312 + 44 + 8;
/** Titles are fetched for so many single markers, once the map rests. */
const mostTitles = 24;
const restDelay = 400;

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

  constructor(options: SceneOptions) {
    this.#options = options;
  }

  setBaseMap(data: BaseMap): void {
    this.#baseMap = data;
    this.#options.map.setBaseMap(data);
    this.drawMarkers();
  }

  /** Follows what has changed in the store. */
  update(): void {
    const { map, store } = this.#options;
    this.#followArea();
    const selected = store.selection?.event ?? null;
    if (selected !== this.#selected) {
      this.#selected = selected;
      const point = selected && pointOf(selected);
      if (point) map.reveal(point.x, point.y, roomForPopup);
    }
    this.drawMarkers();
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
    const { pins } = store;
    const markers: Marker[] = [];
    const selected = this.#selected && pointOf(this.#selected);
    this.#single = [];
    if (pins) {
      const marked = store.matching.slice();
      const row = this.#selected ? pins.indexOf(this.#selected.pin) : -1;
      if (row >= 0) marked[row] = 0;
      const { view } = map;
      const clusters = joinClose(
        clustersIn(pins, marked, view),
        (count) => Math.max(markerDistance, clusterSize(count) + 2) / 2 / worldWidth(view.zoom),
      );
      markers.push(...clusters.map((cluster) => this.#markerOf(cluster, pins, marked)));
    }
    if (selected && this.#selected) markers.push(this.#selectedMarker(this.#selected, selected));
    map.setMarkers(markers);
    this.#askTitles();
  }

  remove(): void {
    clearTimeout(this.#titleTimer);
    this.#titles?.abort();
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
    } else if (area === null && this.#pins !== store.pins) {
      const bounds = homeBounds(store.pins);
      if (bounds !== contiguousStates) map.fit(bounds);
    }
    this.#pins = store.pins;
    if (area?.type === 'near' && store.nearest.length > 0 && store.nearest !== this.#nearest) {
      this.#nearest = store.nearest;
      map.fit(withPoints(around(area), store.nearest));
    }
  }

  #markerOf(cluster: Cluster, pins: PinIndex, marked: Uint8Array): Marker {
    const { map, store, words, chosen } = this.#options;
    const { x, y, count, first } = cluster;
    const { zoom } = map.view;
    const town = this.#baseMap && townNear(this.#baseMap, x - Math.floor(x), y, 60 / worldWidth(zoom));
    if (count > 1) {
      const view = {
        look: { type: 'cluster', count } as const,
        name: words.cluster(count, town),
        isSelected: false,
        press: () => this.#open(cluster, pins, marked),
      };
      const key = `cluster-${String(Math.round(zoom))}-${String(first)}-${String(count)}`;
      return { key, x, y, isRaised: false, draw: (host) => drawMarker(view, host) };
    }
    const pin = pins.pins[first] ?? -1;
    const event = store.eventOf(pin);
    if (!event) this.#single.push(pin);
    const view = {
      look: lookOf(pins, first, zoom),
      name: event ? words.event(event) : words.pin(pins.kind(first), town),
      isSelected: false,
      press: () => chosen(pin, x, y),
    };
    return { key: `pin-${String(pin)}`, x, y, isRaised: false, draw: (host) => drawMarker(view, host) };
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
    return { key: `pin-${String(event.pin)}`, x, y, isRaised: true, draw: (host) => drawMarker(view, host) };
  }

  /** Zooms into a cluster, or lists its events where no zooming would part them. */
  #open(cluster: Cluster, pins: PinIndex, marked: Uint8Array): void {
    const { map, spotChosen } = this.#options;
    const rows = rowsOf(cluster, marked);
    const bounds = boundsOf(pins, rows);
    const span = Math.max(
      ...[pins.x, pins.y].map((column) => {
        const values = rows.map((row) => column[row] ?? 0);
        return Math.max(...values) - Math.min(...values);
      }),
    );
    const isOneSpot = span * worldWidth(maximumZoom) < markerDistance;
    if (isOneSpot || map.view.zoom >= maximumZoom) {
      const names = rows.map((row) => pins.pins[row] ?? -1);
      spotChosen(names, cluster.x, cluster.y);
    } else {
      map.zoomInto(bounds);
    }
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

function lookOf(pins: PinIndex, row: number, zoom: number): MarkerLook {
  const precision = pins.precision(row);
  if (precision === 'exact') return { type: 'pin' };
  if (precision === 'area') return areaLook(pins.point(row).latitude, zoom);
  return { type: 'locality', isHome: ['huddle', 'house-party'].includes(pins.kind(row)) };
}

function areaLook(latitude: number, zoom: number): MarkerLook {
  return { type: 'area', size: Math.max(44, (1000 / groundWidth(latitude)) * worldWidth(zoom)) };
}

function worldWidth(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Metres that the map's whole width stands for at a latitude. */
function groundWidth(latitude: number): number {
  return earthCircumference * Math.cos((latitude * Math.PI) / 180);
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
  const all = new Uint8Array(pins.length).fill(1);
  return pins.countWithin({ type: 'bounds', ...contiguousStates }, all) > 0
    ? contiguousStates
    : boundsOf(pins, [...all.keys()]);
}
