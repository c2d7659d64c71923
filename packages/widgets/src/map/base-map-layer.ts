import type { LeafletEventHandlerFn, ZoomAnimEvent } from 'leaflet';
import type { BaseMap } from './base-map.ts';
import { getPosition, LatLng, Layer, setTransform, type LeafletBase } from './leaflet.ts';
import { drawBaseMap, type Circle, type Palette } from './draw-base-map.ts';

/** How much more than the view is drawn on each side, so that a drag doesn't show bare ground. */
const margin = 0.35;

/** The base map as one canvas, drawn anew after each move and scaled while the map zooms. */
export class BaseMapLayer extends Layer {
  readonly #palette: () => Palette;
  readonly #canvas = document.createElement('canvas');
  #data: BaseMap | null = null;
  #circle: Circle | null = null;
  #map: LeafletBase | null = null;
  /** The corner that was drawn, and at which level. */
  #corner = new LatLng(0, 0);
  #zoom = 0;

  constructor(palette: () => Palette) {
    super();
    this.#palette = palette;
    this.#canvas.className = 'base-map leaflet-zoom-animated';
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: LeafletBase): this {
    this.#map = map;
    map.getPanes().tilePane.append(this.#canvas);
    this.redraw();
    return this;
  }

  override onRemove(): this {
    this.#map = null;
    this.#canvas.remove();
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      viewreset: () => this.redraw(),
      moveend: () => this.redraw(),
      resize: () => this.redraw(),
      zoom: () => this.#scale(),
      zoomanim: (event) => {
        const { center, zoom } = event as ZoomAnimEvent;
        this.#scale(center, zoom);
      },
    };
  }

  setData(data: BaseMap): void {
    this.#data = data;
    this.redraw();
  }

  setCircle(circle: Circle | null): void {
    this.#circle = circle;
    this.redraw();
  }

  redraw(): void {
    const map = this.#map;
    const context = this.#canvas.getContext('2d');
    if (!map || !context) return;
    const size = map.getSize();
    const padding = size.multiplyBy(margin).round();
    const corner = map.containerPointToLayerPoint(padding.multiplyBy(-1));
    const [width, height] = [size.x + 2 * padding.x, size.y + 2 * padding.y];
    const density = window.devicePixelRatio || 1;
    this.#canvas.width = width * density;
    this.#canvas.height = height * density;
    this.#canvas.style.width = `${String(width)}px`;
    this.#canvas.style.height = `${String(height)}px`;
    this.#corner = map.layerPointToLatLng(corner);
    this.#zoom = map.getZoom();
    setTransform(this.#canvas, corner, 1);
    const { x: left, y: top } = map.project(this.#corner, this.#zoom);
    context.scale(density, density);
    const frame = { left, top, width, height, world: 256 * 2 ** this.#zoom, zoom: this.#zoom };
    drawBaseMap(context, frame, this.#data, this.#circle, this.#palette());
  }

  /** Puts what is drawn where it belongs at another level, until it is drawn anew. */
  #scale(center = this.#map?.getCenter(), zoom = this.#map?.getZoom()): void {
    const map = this.#map;
    if (!map || !center || zoom === undefined) return;
    // Pane positions are part of the origin: layers are placed relative to a pane that a drag has moved.
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(getPosition(map.getPanes().mapPane))
      .round();
    const corner = map.project(this.#corner, zoom).subtract(origin);
    setTransform(this.#canvas, corner, map.getZoomScale(zoom, this.#zoom));
  }
}
