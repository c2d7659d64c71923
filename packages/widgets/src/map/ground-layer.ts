import type { LeafletEventHandlerFn, ZoomAnimEvent } from 'leaflet';
import type { BaseMap } from './base-map.ts';
import { drawGround } from './draw-ground.ts';
import { groundGrid, isCovered, squaresOf, type GroundGrid, type Square } from './ground-grid.ts';
import { Layer, Point, setTransform, type LeafletBase } from './leaflet.ts';
import type { Palette } from './palette.ts';
import { pixelOrigin } from './pixel-origin.ts';

/** What is drawn: a grid of squares on one canvas. */
interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly grid: GroundGrid;
  readonly squares: ReadonlyMap<string, Square>;
}

/** Milliseconds between two frames that show that a machine keeps up. */
const goodFrame = 24;
const mostSquaresInFrame = 8;
/** A picture of another level stands in for this one, unless it would be scaled more than so. */
const mostScale = 16;

/**
 * Land and lines as one canvas, drawn square by square in as many frames as it takes. What was drawn before stays to
 * be seen meanwhile, moved and scaled.
 */
export class GroundLayer extends Layer {
  readonly #palette: () => Palette;
  readonly #container = document.createElement('div');
  readonly #waiting = new Set<Square>();
  #baseMap: BaseMap | null = null;
  #map: LeafletBase | null = null;
  #picture: Picture | null = null;
  /** The canvas of the picture before: to make one costs more than to draw it. */
  #spare: HTMLCanvasElement | null = null;
  #frame = 0;
  #squaresInFrame = 2;

  constructor(palette: () => Palette) {
    super();
    this.#palette = palette;
    this.#container.className = 'ground leaflet-layer';
    this.#container.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: LeafletBase): this {
    this.#map = map;
    map.getPanes().tilePane.append(this.#container);
    this.#follow();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#map = null;
    this.#container.remove();
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      // While fingers zoom, what is drawn is only scaled.
      move: () => (this.#map?.getZoom() === this.#picture?.grid.zoom ? this.#follow() : this.#scale()),
      moveend: () => this.#follow(),
      resize: () => this.#follow(),
      zoom: () => this.#scale(),
      zoomanim: (event) => {
        const { center, zoom } = event as ZoomAnimEvent;
        this.#scale(center, zoom);
      },
    };
  }

  get hasBaseMap(): boolean {
    return this.#baseMap !== null;
  }

  setBaseMap(baseMap: BaseMap): void {
    this.#baseMap = baseMap;
    this.drawAgain();
  }

  /** Draws what has a finer ground by now. */
  refine(): void {
    for (const square of this.#picture?.squares.values() ?? []) if (!square.isFinal) this.#queue(square);
  }

  /** Draws everything anew, such as in other colours. */
  drawAgain(): void {
    for (const square of this.#picture?.squares.values() ?? []) this.#queue(square);
  }

  /** Begins another picture where the one that is there doesn't hold all of the view. */
  #follow(): void {
    const map = this.#map;
    const { min, max } = map?.getPixelBounds() ?? {};
    if (!map || !min || !max) return;
    const zoom = map.getZoom();
    const density = window.devicePixelRatio || 1;
    const view = { left: min.x, top: min.y, right: max.x, bottom: max.y };
    const grid = groundGrid(view, zoom, density);
    const drawn = this.#picture?.grid;
    if (drawn?.name !== grid.name || !isCovered(view, drawn)) this.#begin(grid);
    this.#scale();
  }

  #begin(grid: GroundGrid): void {
    const before = this.#picture;
    const canvas = this.#spare ?? document.createElement('canvas');
    canvas.className = 'leaflet-zoom-animated';
    // To set its size, even to what it is, makes a canvas anew.
    if (canvas.width !== grid.width || canvas.height !== grid.height) {
      canvas.width = grid.width;
      canvas.height = grid.height;
    }
    canvas.style.width = `${String(grid.width / grid.density)}px`;
    canvas.style.height = `${String(grid.height / grid.density)}px`;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return;
    context.fillStyle = this.#palette().water;
    context.fillRect(0, 0, grid.width, grid.height);
    if (before) copyOf(before, grid, context);
    const squares = squaresOf(grid, before?.grid.name === grid.name ? before.squares : new Map());
    this.#container.replaceChildren(canvas);
    this.#spare = before?.canvas ?? null;
    this.#picture = { canvas, grid, squares };
    this.#waiting.clear();
    for (const square of squares.values()) if (!square.isDrawn) this.#queue(square);
  }

  #queue(square: Square): void {
    this.#waiting.add(square);
    this.#frame ||= requestAnimationFrame((time) => this.#drawSome(time));
  }

  /** Drawing is done only when a frame is made, so how long it took shows in when the next one comes. */
  #drawSome(time: number, before = 0): void {
    this.#frame = 0;
    if (before > 0) {
      const isGood = time - before < goodFrame;
      this.#squaresInFrame = isGood
        ? Math.min(mostSquaresInFrame, this.#squaresInFrame + 1)
        : Math.max(1, Math.floor(this.#squaresInFrame / 2));
    }
    for (const square of [...this.#waiting].slice(0, this.#squaresInFrame)) {
      this.#waiting.delete(square);
      this.#draw(square);
    }
    if (this.#waiting.size > 0) this.#frame = requestAnimationFrame((next) => this.#drawSome(next, time));
  }

  #draw(square: Square): void {
    const { canvas, grid } = this.#picture ?? {};
    const context = canvas?.getContext('2d');
    if (!context || !grid) return;
    const known = square.tile && this.#baseMap?.groundOf(square.tile, square.tile.zoom);
    drawGround(context, square, grid, known?.ground ?? null, this.#palette());
    square.isDrawn = true;
    square.isFinal = !square.tile || (known?.isFinal ?? false);
  }

  /** Puts what is drawn where it belongs, at another level too. */
  #scale(center = this.#map?.getCenter(), zoom = this.#map?.getZoom()): void {
    const [map, picture] = [this.#map, this.#picture];
    if (!map || !picture || !center || zoom === undefined) return;
    const { left, top, density, zoom: drawn } = picture.grid;
    const scale = map.getZoomScale(zoom, drawn);
    const origin = zoom === map.getZoom() ? map.getPixelOrigin() : pixelOrigin(map, center, zoom);
    const corner = new Point(left / density, top / density);
    setTransform(picture.canvas, corner.multiplyBy(scale).subtract(origin), scale);
  }
}

/** Draws a picture where it lies on another grid. */
function copyOf({ canvas, grid }: Picture, onto: GroundGrid, context: CanvasRenderingContext2D): void {
  const scale = (2 ** (onto.zoom - grid.zoom) * onto.density) / grid.density;
  if (scale > mostScale || scale < 1 / mostScale) return;
  const [left, top] = [grid.left * scale - onto.left, grid.top * scale - onto.top];
  context.drawImage(canvas, left, top, grid.width * scale, grid.height * scale);
}
