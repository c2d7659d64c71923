import type { Coords, DoneCallback } from 'leaflet';
import type { Tile } from '@huddlekit/contract/pins';
import type { BaseMap } from './base-map.ts';
import { drawGround } from './draw-ground.ts';
import { GridLayer } from './leaflet.ts';
import type { Palette } from './palette.ts';

/** Pixels of a tile. */
const size = 256;
/** Canvases that are kept to be drawn again: to make one costs more than to draw it. */
const mostSpare = 24;
/** Milliseconds of drawing between two frames. */
const slice = 4;

interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly square: Tile;
  done: (() => void) | null;
  /** Whether it was drawn from the finest ground that there is. */
  isFinal: boolean;
}

/** Land and lines, each square drawn once; moving the map moves what is drawn. */
export class GroundLayer extends GridLayer {
  readonly #palette: () => Palette;
  readonly #drawings = new Map<HTMLElement, Drawing>();
  readonly #waiting = new Set<Drawing>();
  readonly #spare: HTMLCanvasElement[] = [];
  #baseMap: BaseMap | null = null;
  #frame = 0;

  constructor(palette: () => Palette) {
    super({
      tileSize: size,
      keepBuffer: 1,
      updateWhenIdle: false,
      updateWhenZooming: false,
      className: 'ground',
    });
    this.#palette = palette;
    this.on('tileunload', ({ tile }) => {
      const drawing = this.#drawings.get(tile);
      this.#drawings.delete(tile);
      if (!drawing) return;
      this.#waiting.delete(drawing);
      if (this.#spare.length < mostSpare) this.#spare.push(drawing.canvas);
    });
  }

  setBaseMap(baseMap: BaseMap): void {
    this.#baseMap = baseMap;
    this.drawAgain();
  }

  /** Draws what has a finer ground by now. */
  refine(): void {
    for (const drawing of this.#drawings.values()) if (!drawing.isFinal) this.#queue(drawing);
  }

  /** Draws everything anew, such as in other colours. */
  drawAgain(): void {
    for (const drawing of this.#drawings.values()) this.#queue(drawing);
  }

  protected override createTile({ x, y, z }: Coords, done: DoneCallback): HTMLElement {
    const canvas = this.#spare.pop() ?? document.createElement('canvas');
    const dots = Math.round(size * (window.devicePixelRatio || 1));
    // To set its size, even to what it is, empties a canvas and makes it anew.
    if (canvas.width !== dots) canvas.width = canvas.height = dots;
    canvas.setAttribute('aria-hidden', 'true');
    const finish = (): void => done(undefined, canvas);
    const drawing: Drawing = { canvas, square: { zoom: z, column: x, row: y }, done: finish, isFinal: false };
    this.#drawings.set(canvas, drawing);
    this.#queue(drawing);
    return canvas;
  }

  #queue(drawing: Drawing): void {
    this.#waiting.add(drawing);
    this.#frame ||= requestAnimationFrame(() => this.#drawSome());
  }

  #drawSome(): void {
    this.#frame = 0;
    const end = performance.now() + slice;
    for (const drawing of this.#waiting) {
      this.#waiting.delete(drawing);
      this.#draw(drawing);
      if (performance.now() >= end) break;
    }
    if (this.#waiting.size > 0) this.#frame = requestAnimationFrame(() => this.#drawSome());
  }

  #draw(drawing: Drawing): void {
    const context = drawing.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const { square } = drawing;
    const { ground, isFinal } = this.#baseMap?.groundOf(square, square.zoom) ?? {
      ground: null,
      isFinal: false,
    };
    drawGround(context, square, { size, density: window.devicePixelRatio || 1 }, ground, this.#palette());
    drawing.isFinal = isFinal;
    drawing.done?.();
    drawing.done = null;
  }
}
