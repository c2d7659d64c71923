import type { LatLngBoundsLiteral } from 'leaflet';
import { unproject } from '@huddlekit/contract/pins';
import { GroundLayer } from './ground-layer.ts';
import { LabelLayer } from './label-layer.ts';
import type { BaseMap } from './base-map.ts';
import { boxesOn } from './boxes.ts';
import { LatLng, LatLngBounds, LeafletBase, Point } from './leaflet.ts';
import { MarkerLayer, type Marker } from './marker-layer.ts';
import type { View } from '../store/view.ts';
import type { Circle, Named } from './draw-labels.ts';
import { worldWidth } from './scale.ts';
import type { Palette } from './palette.ts';

/** A part of the map in degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface LeafletMapOptions {
  readonly container: HTMLElement;
  readonly palette: () => Palette;
  /** What stands on the map; no name goes there. */
  readonly covering: () => Iterable<Element>;
  /** The view is changing. */
  readonly moving: () => void;
  /** The view has changed; `byVisitor` where the visitor moved it. */
  readonly moved: (byVisitor: boolean) => void;
  /** The visitor tried to move the map in a way that scrolls the page. */
  readonly gestureIgnored: (gesture: 'wheel' | 'touch') => void;
}

export const maximumZoom = 16;

/** Leaflet with everything that writes HTML left out: our own base map, markers, controls and gestures. */
export class LeafletMap {
  readonly #map: LeafletBase;
  readonly #ground: GroundLayer;
  readonly #labels: LabelLayer;
  readonly #options: LeafletMapOptions;
  readonly #markers = new MarkerLayer();
  readonly #resizes: ResizeObserver;
  readonly #listening = new AbortController();
  #isOwnMove = false;
  /** Reading colours makes the browser work out styles, so they are kept until they change. */
  #palette: Palette | null = null;
  #zoomGoal: number | undefined;
  #hasPictures = false;
  /** What is to be shown once the map has a size. */
  #waiting: { readonly bounds: Bounds; readonly mostZoom: number } | null = null;
  readonly #isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;

  constructor(options: LeafletMapOptions) {
    this.#options = options;
    this.#map = new LeafletBase(options.container, {
      zoomSnap: 0.25,
      minZoom: 2,
      maxZoom: maximumZoom,
      maxBounds: [
        [-85, -540],
        [85, 540],
      ],
      maxBoundsViscosity: 1,
      fadeAnimation: false,
      zoomAnimation: !this.#isStill,
      inertia: !this.#isStill,
    });
    const palette = (): Palette => (this.#palette ??= options.palette());
    this.#ground = new GroundLayer(palette);
    this.#labels = new LabelLayer(
      palette,
      () => boxesOn(options.container, options.covering()),
      () => this.#markers.boxes,
    );
    this.#map.on('move', options.moving);
    this.#map.on('moveend', this.#handleMoveEnd);
    this.#listenToGestures();
    this.#resizes = new ResizeObserver(this.#handleResize);
    this.#resizes.observe(options.container);
  }

  /** Whether a part of the map is shown yet. */
  get isReady(): boolean {
    return this.#map.hasLayer(this.#labels);
  }

  get view(): View {
    const { min, max } = this.#map.getPixelBounds();
    const zoom = this.#map.getZoom();
    const world = worldWidth(zoom);
    if (!min || !max) throw new Error('The map has no size yet');
    return { west: min.x / world, north: min.y / world, east: max.x / world, south: max.y / world, zoom };
  }

  get bounds(): Bounds {
    const bounds = this.#map.getBounds();
    const wrap = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;
    const isWholeWorld = bounds.getEast() - bounds.getWest() >= 360;
    return {
      west: isWholeWorld ? -180 : wrap(bounds.getWest()),
      south: Math.max(-90, bounds.getSouth()),
      east: isWholeWorld ? 180 : wrap(bounds.getEast()),
      north: Math.min(90, bounds.getNorth()),
    };
  }

  get container(): HTMLElement {
    return this.#options.container;
  }

  /** Shows a part of the map; of a map that is hidden, as soon as it has a size. */
  fit(bounds: Bounds, mostZoom = 12): void {
    this.#waiting = this.container.clientWidth === 0 ? { bounds, mostZoom } : null;
    if (this.#waiting) return;
    const { west, south, east, north } = bounds;
    this.#move(() => {
      const corners: LatLngBoundsLiteral = [
        [south, west],
        [north, east],
      ];
      // Markers stand around their points and must not be cut at the edge.
      this.#map.fitBounds(corners, {
        padding: [32, 32],
        maxZoom: mostZoom,
        ...(this.#isStill && { animate: false }),
      });
    });
    if (this.isReady) return;
    this.#map.addLayer(this.#labels).addLayer(this.#markers);
    this.#addGround();
  }

  /** Moves the map only as far as a point needs to be in view, with `room` pixels free on its one or other side. */
  reveal(x: number, y: number, room: number): void {
    const margin = 60;
    const { left, top } = this.positionOf(x, y);
    const { x: width, y: height } = this.#map.getSize();
    const inset = width < room + margin ? margin : room;
    const wantedLeft =
      left < width / 2 ? clamp(left, margin, width - inset) : clamp(left, inset, width - margin);
    const wantedTop = clamp(top, margin, height - margin);
    if (wantedLeft === left && wantedTop === top) return;
    this.#move(() => this.#map.panBy([left - wantedLeft, top - wantedTop]));
  }

  /** Shows a part of the map closer than now; part of what the visitor does. */
  zoomInto({ west, south, east, north }: Bounds): void {
    const bounds = new LatLngBounds([south, west], [north, east]);
    const fitting = this.#map.getBoundsZoom(bounds, false, new Point(96, 96));
    const zoom = Math.min(maximumZoom, Math.max(fitting, this.#map.getZoom() + 1));
    this.#map.setView(bounds.getCenter(), zoom);
  }

  /** Zooms by levels; steps that come while the map is still zooming add up. */
  zoomBy(steps: number): void {
    const from = this.#zoomGoal ?? this.#map.getZoom();
    this.#zoomGoal = clamp(from + steps, this.#map.getMinZoom(), maximumZoom);
    this.#map.setZoom(this.#zoomGoal);
  }

  /** Moves the view by pixels; part of what the visitor does. */
  panBy(x: number, y: number): void {
    // A move of our own that is still under way would take this one back.
    if (this.#isOwnMove) this.#map.stop();
    this.#isOwnMove = false;
    this.#map.panBy([x, y], { animate: !this.#isStill });
  }

  setBaseMap(baseMap: BaseMap): void {
    if (this.#hasPictures) return;
    this.#ground.setBaseMap(baseMap);
    this.#addGround();
  }

  /** Names what is on the base map. */
  setNames(baseMap: BaseMap, countryName: Named['countryName']): void {
    if (!this.#hasPictures) this.#labels.setNamed(namedIn(baseMap, countryName));
  }

  /** Shows pictures in place of the base map; to be called before anything is shown. */
  async setPictures(template: string): Promise<void> {
    // Before they come, too, nothing of the base map shows.
    this.#hasPictures = true;
    const { pictureLayer } = await import('./picture-layer.ts');
    if (!this.#listening.signal.aborted) this.#map.addLayer(pictureLayer(template));
  }

  /** More of the base map has come. */
  refineBaseMap(): void {
    this.#ground.refine();
    this.#labels.redraw();
  }

  setCircle(circle: Circle | null): void {
    this.#labels.setCircle(circle);
  }

  /** Draws the base map anew, such as in other colours. */
  redraw(): void {
    this.#palette = null;
    this.#ground.drawAgain();
    this.#labels.redraw();
  }

  setMarkers(markers: readonly Marker[]): void {
    if (this.#markers.set(markers)) this.#labels.redraw();
  }

  /** The element a marker was drawn into. */
  hostOf(key: string): HTMLElement | undefined {
    return this.#markers.hostOf(key);
  }

  /** Pixels from the container's corner to a point of the map. */
  positionOf(x: number, y: number): { left: number; top: number } {
    const { x: left, y: top } = this.#map.latLngToContainerPoint(latLng(x, y));
    return { left, top };
  }

  remove(): void {
    this.#resizes.disconnect();
    this.#listening.abort();
    this.#zoomGoal = undefined;
    // A zoom under way would end on a map that is gone, and throw on the page.
    Object.assign(this.#map, { _animatingZoom: false });
    this.#map.remove();
  }

  /** Before there is any land to draw, the frame's own colour is all that would show. */
  #addGround(): void {
    if (this.isReady && this.#ground.hasBaseMap) this.#map.addLayer(this.#ground);
  }

  #move(act: () => void): void {
    this.#isOwnMove = true;
    act();
  }

  /** The map moves with its edges, which is nobody's move. */
  readonly #handleResize = (): void => {
    const wasOwnMove = this.#isOwnMove;
    this.#isOwnMove = true;
    this.#map.invalidateSize({ animate: false });
    this.#isOwnMove = wasOwnMove;
    if (this.#waiting) this.fit(this.#waiting.bounds, this.#waiting.mostZoom);
  };

  readonly #handleMoveEnd = (): void => {
    const byVisitor = !this.#isOwnMove;
    this.#isOwnMove = false;
    this.#options.moved(byVisitor);
    this.#zoomOn();
  };

  #zoomOn(): void {
    const goal = this.#zoomGoal;
    this.#zoomGoal = undefined;
    if (goal === undefined || goal === this.#map.getZoom()) return;
    // The map takes no new goal until its animation is over.
    requestAnimationFrame(() => {
      if (!this.#listening.signal.aborted) this.zoomBy(goal - this.#map.getZoom());
    });
  }

  /** The page keeps the plain wheel and one finger; the map takes Ctrl and the wheel, and two fingers. */
  #listenToGestures(): void {
    const { container, gestureIgnored } = this.#options;
    const { signal } = this.#listening;
    container.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.stopImmediatePropagation();
        gestureIgnored('wheel');
      },
      { capture: true, passive: true, signal },
    );
    container.addEventListener(
      'pointerdown',
      ({ pointerType }) => {
        if (pointerType === 'touch') this.#map.dragging.disable();
        else this.#map.dragging.enable();
      },
      { capture: true, signal },
    );
    container.addEventListener(
      'touchmove',
      ({ touches }) => {
        if (touches.length === 1) gestureIgnored('touch');
      },
      { passive: true, signal },
    );
  }
}

/** Towns are added as their squares come. */
function namedIn(baseMap: BaseMap, countryName: Named['countryName']): Named {
  return {
    get towns() {
      return baseMap.towns;
    },
    countries: baseMap.countries,
    countryName,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function latLng(x: number, y: number): LatLng {
  const { latitude, longitude } = unproject(x, y);
  return new LatLng(latitude, longitude);
}
