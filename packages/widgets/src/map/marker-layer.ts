import { unproject } from '@huddlekit/contract/pins';
import type { LeafletEventHandlerFn, ZoomAnimEvent } from 'leaflet';
import type { Box } from './draw-labels.ts';
import { getPosition, LatLng, Layer, setPosition, type LeafletBase } from './leaflet.ts';
import { pixelOrigin } from './pixel-origin.ts';

/** Something to stand on the map; the same key keeps its element, and with it the focus. */
export interface Marker {
  readonly key: string;
  /** Web Mercator position from 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** Pixels across. */
  readonly size: number;
  /** Draws the marker into its host element, whose middle is the point. */
  readonly draw: (host: HTMLElement) => void;
  /** Stands above the others. */
  readonly isRaised: boolean;
}

interface Standing {
  readonly host: HTMLElement;
  readonly at: LatLng;
  readonly size: number;
}

/** Elements on the map. They are few and change with each view, so each is no more than an element at its place. */
export class MarkerLayer extends Layer {
  readonly #markers = new Map<string, Standing>();
  #map: LeafletBase | null = null;

  override onAdd(map: LeafletBase): this {
    this.#map = map;
    return this;
  }

  override onRemove(): this {
    for (const { host } of this.#markers.values()) host.remove();
    this.#markers.clear();
    this.#map = null;
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      zoomanim: (event) => {
        const map = this.#map;
        const { center, zoom } = event as ZoomAnimEvent;
        const origin = map && pixelOrigin(map, center, zoom);
        if (!origin) return;
        for (const { host, at } of this.#markers.values())
          setPosition(host, map.project(at, zoom).subtract(origin).round());
      },
    };
  }

  /** Where they stand, in pixels from the map's corner. */
  get boxes(): Box[] {
    const map = this.#map;
    if (!map) return [];
    return Array.from(this.#markers.values(), ({ at, size }) => {
      const { x, y } = map.latLngToContainerPoint(at);
      return { left: x - size / 2, top: y - size / 2, right: x + size / 2, bottom: y + size / 2 };
    });
  }

  /** Shows these markers and no others. Answers whether they stand elsewhere than before. */
  set(markers: readonly Marker[]): boolean {
    const map = this.#map;
    if (!map) return false;
    const pane = map.getPanes().markerPane;
    const wanted = new Set(markers.map(({ key }) => key));
    const focused = this.#focused();
    const unused: HTMLElement[] = [];
    let hasChanged = false;
    for (const [key, { host }] of this.#markers) {
      if (wanted.has(key)) continue;
      this.#markers.delete(key);
      hasChanged = true;
      // One that has the focus must not become another one under it.
      if (host === focused?.host) host.remove();
      else unused.push(host);
    }
    const fresh = document.createDocumentFragment();
    for (const { key, x, y, size, isRaised, draw } of markers) {
      const { latitude, longitude } = unproject(x, y);
      // To make an element costs more than to draw it anew.
      const host = this.#markers.get(key)?.host ?? unused.pop() ?? newHost(fresh);
      const standing: Standing = { host, size, at: new LatLng(latitude, longitude) };
      hasChanged ||= !this.#markers.has(key);
      this.#markers.set(key, standing);
      const place = map.latLngToLayerPoint(standing.at);
      if (fresh.contains(host) || !getPosition(host).equals(place)) setPosition(host, place);
      host.classList.toggle('marker-raised', isRaised);
      draw(host);
    }
    for (const host of unused) host.remove();
    pane.append(fresh);
    if (focused && !focused.host.isConnected) this.#focusNear(focused.at);
    return hasChanged;
  }

  /** The element a marker was drawn into. */
  hostOf(key: string): HTMLElement | undefined {
    return this.#markers.get(key)?.host;
  }

  /** Gives the focus to the marker nearest to a place, or to the map where there is none. */
  #focusNear(place: LatLng): void {
    const map = this.#map;
    if (!map) return;
    const target = map.latLngToLayerPoint(place);
    const distance = ({ at }: Standing): number => map.latLngToLayerPoint(at).distanceTo(target);
    const [nearest] = [...this.#markers.values()].sort((a, b) => distance(a) - distance(b));
    const mark = nearest?.host.querySelector<HTMLElement>('.mark') ?? map.getContainer();
    mark.focus({ preventScroll: true });
  }

  #focused(): Standing | undefined {
    const root = this.#map?.getContainer().getRootNode();
    const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    return active ? [...this.#markers.values()].find(({ host }) => host.contains(active)) : undefined;
  }
}

function newHost(parent: Node): HTMLElement {
  const host = document.createElement('div');
  host.className = 'marker leaflet-zoom-animated';
  parent.appendChild(host);
  return host;
}
