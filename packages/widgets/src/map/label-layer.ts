import type { LeafletEventHandlerFn, ZoomAnimEvent } from 'leaflet';
import { Layer, Point, setTransform, type LeafletBase } from './leaflet.ts';
import { drawLabels, type Box, type Circle, type Named } from './draw-labels.ts';
import { pixelOrigin } from './pixel-origin.ts';
import { worldWidth } from './scale.ts';
import type { Palette } from './palette.ts';

/** How much more than the view is drawn on each side, so that a drag doesn't show bare ground. */
const margin = 0.1;
/** Milliseconds of a frame for names; a map that comes to rest has all of them within a few frames. */
const drawTime = 6;

/** The names on the map and the searched circle as one canvas, drawn anew after each move and scaled while the map zooms. */
export class LabelLayer extends Layer {
  readonly #palette: () => Palette;
  readonly #covered: () => readonly Box[];
  readonly #markers: () => readonly Box[];
  /** In turns one is to be seen and the other is drawn: of one on the page, fonts make the browser work out all styles. */
  #canvas = labelCanvas();
  #next = labelCanvas();
  #hasDrawn = false;
  #named: Named | null = null;
  #circle: Circle | null = null;
  #map: LeafletBase | null = null;
  #frame = 0;
  /** The corner that was drawn, in pixels of the world at its level. */
  #corner = new Point(0, 0);
  #zoom = 0;

  /** `covered` answers what stands on the map, `markers` where they do, both in pixels from its corner. */
  constructor(palette: () => Palette, covered: () => readonly Box[], markers: () => readonly Box[]) {
    super();
    this.#palette = palette;
    this.#covered = covered;
    this.#markers = markers;
  }

  override onAdd(map: LeafletBase): this {
    this.#map = map;
    map.getPanes().overlayPane.append(this.#canvas);
    this.redraw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#map = null;
    this.#canvas.remove();
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      moveend: () => this.redraw(),
      resize: () => this.redraw(),
      zoom: () => this.#scale(),
      zoomanim: (event) => {
        const { center, zoom } = event as ZoomAnimEvent;
        this.#scale(center, zoom);
      },
    };
  }

  setNamed(named: Named): void {
    this.#named = named;
    this.redraw();
  }

  setCircle(circle: Circle | null): void {
    this.#circle = circle;
    this.redraw();
  }

  /** Draws with the next frame, however much has changed; what is half drawn is left. */
  redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#begin();
    });
  }

  /** What is drawn is shown once it is whole. */
  #begin(): void {
    const map = this.#map;
    if (!map || !(this.#named || this.#circle || this.#hasDrawn)) return;
    const canvas = this.#next;
    const context = canvas.getContext('2d');
    if (!context) return;
    this.#hasDrawn = true;
    // Before anything is changed, so that the browser need not lay out twice.
    const onMap = this.#covered();
    const size = map.getSize();
    const padding = size.multiplyBy(margin).round();
    const corner = map.containerPointToLayerPoint(padding.multiplyBy(-1));
    const [width, height] = [size.x + 2 * padding.x, size.y + 2 * padding.y];
    const density = window.devicePixelRatio || 1;
    const [columns, rows] = [Math.round(width * density), Math.round(height * density)];
    // To set its size, even to what it is, makes a canvas anew.
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    canvas.style.width = `${String(width)}px`;
    canvas.style.height = `${String(height)}px`;
    // In pixels, since no latitude lies beyond the upper edge of the world.
    const place = map.getPixelOrigin().add(corner);
    const zoom = map.getZoom();
    const { x: left, y: top } = place;
    const { x, y } = padding;
    const view = { left: x, top: y, right: x + size.x, bottom: y + size.y };
    const inFrame = (box: Box): Box => ({
      left: box.left + x,
      top: box.top + y,
      right: box.right + x,
      bottom: box.bottom + y,
    });
    const [covered, markers] = [onMap.map(inFrame), this.#markers().map(inFrame)];
    const frame = { left, top, width, height, world: worldWidth(zoom), zoom, view, covered, markers };
    const names = drawLabels(context, frame, this.#named, this.#circle, this.#palette());
    const show = (): void => {
      this.#canvas.replaceWith(canvas);
      [this.#canvas, this.#next] = [canvas, this.#canvas];
      [this.#corner, this.#zoom] = [place, zoom];
      this.#scale();
    };
    this.#drawSome(names, show);
  }

  #drawSome(names: Iterator<undefined>, show: () => void): void {
    const end = performance.now() + drawTime;
    while (performance.now() < end) {
      if (names.next().done) {
        show();
        return;
      }
    }
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawSome(names, show);
    });
  }

  /** Puts what is drawn where it belongs at another level, until it is drawn anew. */
  #scale(center = this.#map?.getCenter(), zoom = this.#map?.getZoom()): void {
    const map = this.#map;
    if (!map || !center || zoom === undefined) return;
    const origin = pixelOrigin(map, center, zoom);
    const scale = map.getZoomScale(zoom, this.#zoom);
    setTransform(this.#canvas, this.#corner.multiplyBy(scale).subtract(origin), scale);
  }
}

function labelCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'labels leaflet-zoom-animated';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}
