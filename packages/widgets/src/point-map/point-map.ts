import { homeCellOf, homeCellSize, type Point } from '@huddlekit/contract/home-cell';
import { project, unproject } from '@huddlekit/contract/pins';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { minus, plus } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { hostForm, map as mapWords } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import { loadBaseMap, townNear, type BaseMap } from '../map/base-map.ts';
import { LeafletMap, type Bounds } from '../map/leaflet-map.ts';
import type { Marker } from '../map/marker-layer.ts';
import { readPalette } from '../map/palette.ts';
import { groundWidth, worldWidth } from '../map/scale.ts';
import { details } from '../styles/detail.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { pointMap } from './point-map.styles.ts';

/** Metres from the middle to each edge of the first view. */
const firstReach = 2800;
/** Closer, an area of 1 km would fill the map. */
const firstZoom = 12.5;
/** Pixels that an arrow key moves the point; with Shift five times as many. */
const stride = 16;
/** Pixels within which a town gives its name. */
const townReach = 60;
/** A pointer that moved less, in pixels, has pressed and not dragged. */
const pressSlack = 4;

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const zooms: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

/**
 * A map under a mark that stays in its middle: whoever moves the map sets the point. Of a home it shows what
 * everybody will see of it.
 *
 * @fires point-change - The host moved the point; its `detail` is a `Point`.
 */
export class HuddlePointMap extends LitElement {
  static override styles = [tokens, details, pointMap];

  readonly locale = new LocaleController(this, { hostForm, map: mapWords });

  @property() hub = '';
  /** Where the map begins. */
  @property({ attribute: false }) start: Point | null = null;
  /** The point the host set, or null while there is none. */
  @property({ attribute: false }) point: Point | null = null;
  @property({ type: Boolean }) isHome = false;

  @state() private baseMap: BaseMap | null = null;
  @state() private hasFailed = false;

  @query('.canvas') private canvas!: HTMLElement;
  @query('.swatch') private swatch!: HTMLElement;

  #map: LeafletMap | null = null;
  /** What the map was last fitted to, so that the host's own moves aren't undone. */
  #fitted: Point | null = null;
  #pressedAt: { readonly x: number; readonly y: number } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#map?.remove();
    this.#map = null;
    this.#fitted = null;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.locale.ready;
    await super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected || !this.start) return;
    this.#map ??= this.#createMap();
    if (changed.has('start') && this.start !== this.#fitted) {
      this.#fitted = this.start;
      this.#map.fit(around(this.point ?? this.start), firstZoom);
    }
    this.#map.setMarkers(this.#markers());
  }

  #createMap(): LeafletMap {
    const map = new LeafletMap({
      container: this.canvas,
      palette: () => readPalette(this.swatch),
      covering: () => [],
      moving: () => undefined,
      moved: (byVisitor) => {
        if (byVisitor) this.#takeMiddle();
        this.requestUpdate();
      },
      gestureIgnored: () => undefined,
    });
    void this.#loadGround(map);
    return map;
  }

  async #loadGround(map: LeafletMap): Promise<void> {
    try {
      const baseMap = await loadBaseMap(this.hub, () => {
        if (map !== this.#map) return;
        map.refineBaseMap();
        this.requestUpdate();
      });
      if (map !== this.#map) return;
      map.setBaseMap(baseMap);
      map.setNames(baseMap, (code) => code);
      this.baseMap = baseMap;
    } catch {
      // The mark and the circle stand without land under them; the address counts in any case.
      this.hasFailed = true;
    }
  }

  get #middle(): { x: number; y: number } | null {
    if (!this.#map) return null;
    const { west, east, north, south } = this.#map.view;
    return { x: (west + east) / 2, y: (north + south) / 2 };
  }

  #takeMiddle(): void {
    const middle = this.#middle;
    if (!middle || !this.#map) return;
    const before = this.point ?? this.start;
    const known = before && project(before.latitude, before.longitude);
    const pixels = worldWidth(this.#map.view.zoom);
    // Zooming moves nothing, but for what is lost in rounding.
    if (known && Math.hypot(known.x - middle.x, known.y - middle.y) * pixels < 2) return;
    const { latitude, longitude } = unproject(middle.x - Math.floor(middle.x), middle.y);
    this.point = { latitude: rounded(latitude), longitude: rounded(longitude) };
    this.dispatchEvent(new CustomEvent<Point>('point-change', { detail: this.point }));
  }

  #markers(): Marker[] {
    if (!this.#map || !this.point || !this.isHome) return [];
    const cell = homeCellOf(this.point);
    const size = (homeCellSize / groundWidth(cell.latitude)) * worldWidth(this.#map.view.zoom);
    const draw = (host: HTMLElement): void => {
      const area = document.createElement('div');
      area.className = 'shown-area';
      area.style.width = area.style.height = `${String(Math.round(size))}px`;
      host.replaceChildren(area);
    };
    const key = `${String(cell.latitude)} ${String(cell.longitude)} ${String(size)}`;
    return [
      { key, ...project(cell.latitude, cell.longitude), size: Math.round(size), isRaised: false, draw },
    ];
  }

  protected override render(): TemplateResult {
    const { locale } = this;
    return html`<div class="map-frame" part="map">
        <div
          class="canvas"
          role="application"
          tabindex="0"
          aria-label=${locale.text('hostForm', 'pointLabel')}
          aria-describedby="point-keys"
          @keydown=${this.#handleKey}
          @pointerdown=${({ clientX: x, clientY: y }: PointerEvent) => (this.#pressedAt = { x, y })}
          @click=${this.#handleClick}
        ></div>
        <p class="visually-hidden" id="point-keys">${locale.text('hostForm', 'pointKeys')}</p>
        <span class="swatch" @transitionend=${() => this.#map?.redraw()}></span>
        <span class="target" aria-hidden="true"></span>
        <div class="zoom">
          <button
            type="button"
            aria-label=${locale.text('map', 'zoomIn')}
            @click=${() => this.#map?.zoomBy(1)}
          >
            ${icon(plus)}
          </button>
          <button
            type="button"
            aria-label=${locale.text('map', 'zoomOut')}
            @click=${() => this.#map?.zoomBy(-1)}
          >
            ${icon(minus)}
          </button>
        </div>
        <p class="attribution">${this.hasFailed ? '' : locale.text('map', 'attribution')}</p>
      </div>
      <p class="near" role="status">${this.#nearText()}</p>`;
  }

  #nearText(): string {
    const { baseMap, point, locale } = this;
    if (!point) return '';
    const { x, y } = project(point.latitude, point.longitude);
    const town = baseMap && this.#map && townNear(baseMap, x, y, townReach / worldWidth(this.#map.view.zoom));
    return town ? locale.text('hostForm', 'pointNear', { town }) : locale.text('hostForm', 'pointSet');
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    // The browser's own shortcuts are none of the map's.
    if (!this.#map || ctrlKey || metaKey || altKey) return;
    const zoom = zooms[key];
    const direction = directions[key];
    if (zoom !== undefined) this.#map.zoomBy(zoom);
    else if (direction) {
      const distance = shiftKey ? 5 * stride : stride;
      this.#map.panBy(direction[0] * distance, direction[1] * distance);
    } else return;
    event.preventDefault();
  };

  /** What is pressed comes under the mark. */
  readonly #handleClick = ({ clientX, clientY }: MouseEvent): void => {
    const pressed = this.#pressedAt;
    if (!this.#map || !pressed || Math.hypot(clientX - pressed.x, clientY - pressed.y) > pressSlack) return;
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    this.#map.panBy(clientX - left - width / 2, clientY - top - height / 2);
  };
}

function around({ latitude, longitude }: Point): Bounds {
  const height = (firstReach / groundWidth(0)) * 360;
  const width = (firstReach / groundWidth(latitude)) * 360;
  return {
    west: longitude - width,
    south: Math.max(-85, latitude - height),
    east: longitude + width,
    north: Math.min(85, latitude + height),
  };
}

/** Some ten centimetres: finer than any hand. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
