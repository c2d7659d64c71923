import type { Country } from './base-map.ts';
import type { Town } from './ground.ts';
import type { Palette } from './palette.ts';

/** The circle around a place that was searched. */
export interface Circle {
  /** Web Mercator position of its middle, and its radius in parts of the world's width. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How far it reaches, in words. */
  readonly label: string;
}

/** What is named on the map. */
export interface Named {
  readonly towns: readonly Town[];
  readonly countries: readonly Country[];
  /** The name of a country by its code, in the reader's language. */
  readonly countryName: (code: string) => string;
}

/** The part of the world to draw: `left` and `top` are the corner in pixels of a world `world` pixels wide. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly world: number;
  readonly zoom: number;
  /** What of it is to be seen; around it a drag brings more into view. */
  readonly view: Box;
  /** What stands on it, from its corner on: no name goes there. */
  readonly covered: readonly Box[];
}

/**
 * Draws the circle, the towns and the names, over whatever lies below. Stops after each name, since a browser takes
 * long for the first ones in a font.
 */
export function* drawLabels(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  named: Named | null,
  circle: Circle | null,
  palette: Palette,
): Generator<undefined, void, undefined> {
  // A canvas that was made anew has forgotten its font.
  fonts.delete(canvas);
  // Positions are worked out from the left, also on pages that run from the right.
  canvas.direction = 'ltr';
  const first = Math.floor(frame.left / frame.world);
  const last = Math.floor((frame.left + frame.width) / frame.world);
  const frames = Array.from({ length: last - first + 1 }, (_, index) => ({
    ...frame,
    left: frame.left - (first + index) * frame.world,
  }));
  if (named) for (const shifted of frames) drawDiscs(canvas, shifted, named.towns, palette);
  const taken: Box[] = [...frame.covered];
  if (circle) taken.push(drawCircle(canvas, frame, circle, palette));
  if (!named) return;
  for (const shifted of frames) {
    yield* drawCountries(canvas, shifted, named, palette, taken);
    yield* drawTowns(canvas, shifted, named.towns, palette, taken);
  }
}

/** How far towns reach, as faint discs. */
function drawDiscs(
  canvas: CanvasRenderingContext2D,
  { left, top, width, height, world, zoom }: Frame,
  towns: readonly Town[],
  palette: Palette,
): void {
  canvas.fillStyle = palette.lineStrong;
  canvas.globalAlpha = 0.22;
  canvas.beginPath();
  for (const town of towns) {
    const radius = Math.max(2, town.radius * world);
    const [x, y] = [town.x * world - left, town.y * world - top];
    if (zoom < 6 || town.zoom > zoom + 2) continue;
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    canvas.moveTo(x + radius, y);
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
  }
  canvas.fill();
  canvas.globalAlpha = 1;
}

function* drawCountries(
  canvas: CanvasRenderingContext2D,
  { left, top, width, height, world, zoom, view }: Frame,
  { countries, countryName }: Named,
  palette: Palette,
  taken: Box[],
): Generator<undefined, void, undefined> {
  const font = `600 14px ${palette.font}`;
  for (const country of countries) {
    if (zoom < country.from || zoom > country.to) continue;
    const [x, y] = [country.x * world - left, country.y * world - top];
    if (x < -100 || y < -20 || x > width + 100 || y > height + 20) continue;
    const name = countryName(country.code);
    const half = widthOf(canvas, name, font) / 2;
    const box = { left: x - half, top: y - lineHeight / 2, right: x + half, bottom: y + lineHeight / 2 };
    if (isCut(box, view) || taken.some((other) => touches(box, other))) continue;
    taken.push(box);
    drawText(canvas, name, box.left, y, font, palette);
    yield;
  }
}

const fonts = new WeakMap<CanvasRenderingContext2D, string>();

/** A canvas reads each font that it is given, also the one that it has. */
function setFont(canvas: CanvasRenderingContext2D, font: string): void {
  if (fonts.get(canvas) === font) return;
  canvas.font = font;
  fonts.set(canvas, font);
}

const widths = new Map<string, number>();

/** Measuring text is slow, and the same names come again with each move. */
function widthOf(canvas: CanvasRenderingContext2D, text: string, font: string): number {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 5000) widths.clear();
    setFont(canvas, font);
    widths.set(key, (width = canvas.measureText(text).width));
  }
  return width;
}

/** Answers where its label stands. */
function drawCircle(canvas: CanvasRenderingContext2D, frame: Frame, circle: Circle, palette: Palette): Box {
  const x = circle.x * frame.world - frame.left;
  const y = circle.y * frame.world - frame.top;
  const radius = circle.radius * frame.world;
  const font = `500 13px ${palette.font}`;
  const width = widthOf(canvas, circle.label, font);
  const label = { left: x - width / 2, top: y - radius - 20, right: x + width / 2, bottom: y - radius - 2 };
  if (radius > leastCircle) {
    canvas.strokeStyle = palette.label;
    canvas.lineWidth = 1.5;
    canvas.setLineDash([4, 5]);
    canvas.beginPath();
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
    canvas.stroke();
    canvas.setLineDash([]);
    drawText(canvas, circle.label, label.left, y - radius - 10, font, palette);
  }
  canvas.beginPath();
  canvas.arc(x, y, 5, 0, 2 * Math.PI);
  canvas.fillStyle = palette.halo;
  canvas.fill();
  canvas.strokeStyle = palette.ink;
  canvas.lineWidth = 3;
  canvas.stroke();
  return label;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A smaller circle, in pixels, would only smear its middle. */
const leastCircle = 16;
const dotGap = 7;
const lineHeight = 18;

/** Names the towns, the largest first; one that would touch another's name or be cut goes to the other side or is left out. */
function* drawTowns(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  towns: readonly Town[],
  palette: Palette,
  taken: Box[],
): Generator<undefined, void, undefined> {
  for (const town of towns) {
    if (town.zoom > frame.zoom) continue;
    const x = town.x * frame.world - frame.left;
    const y = town.y * frame.world - frame.top;
    if (x < -100 || y < -20 || x > frame.width + 100 || y > frame.height + 20) continue;
    const dot = { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 };
    if (frame.covered.some((other) => touches(dot, other))) continue;
    const isLarge = frame.zoom - town.zoom >= 3;
    const font = `${isLarge ? 650 : 450} ${isLarge ? 14 : 13}px ${palette.font}`;
    const width = widthOf(canvas, town.name, font);
    const place = [x + dotGap, x - dotGap - width]
      .map((left) => ({ left, top: y - lineHeight / 2, right: left + width, bottom: y + lineHeight / 2 }))
      .find((box) => !isCut(box, frame.view) && !taken.some((other) => touches(box, other)));
    if (!place) continue;
    taken.push(place, dot);
    canvas.beginPath();
    canvas.arc(x, y, 2, 0, 2 * Math.PI);
    canvas.fillStyle = palette.label;
    canvas.fill();
    drawText(canvas, town.name, place.left, y, font, palette);
    yield;
  }
}

function drawText(
  canvas: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  { halo, label }: Palette,
): void {
  setFont(canvas, font);
  canvas.textBaseline = 'middle';
  canvas.lineWidth = 3;
  canvas.strokeStyle = halo;
  canvas.strokeText(text, x, y);
  canvas.fillStyle = label;
  canvas.fillText(text, x, y);
}

/** Whether the edge of the view goes through it. */
function isCut({ left, top, right, bottom }: Box, view: Box): boolean {
  const isBeside = right <= view.left || left >= view.right || bottom <= view.top || top >= view.bottom;
  const isWithin = left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom;
  return !isBeside && !isWithin;
}

function touches(a: Box, b: Box): boolean {
  const margin = 4;
  return (
    a.left < b.right + margin &&
    b.left < a.right + margin &&
    a.top < b.bottom + margin &&
    b.top < a.bottom + margin
  );
}
