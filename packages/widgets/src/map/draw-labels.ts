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
  /** The markers, from its corner on: no name goes there, and a town under one is named beside it. */
  readonly markers: readonly Box[];
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
  const taken: Box[] = [...frame.covered, ...frame.markers];
  if (circle) drawCircle(canvas, frame, circle, palette, taken);
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
    const nameWidth = widthOf(canvas, name, font);
    const box = boxAt(x - nameWidth / 2, y, nameWidth);
    if (!isFree(box, view, taken)) continue;
    taken.push(box);
    drawText(canvas, name, box, font, palette);
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

/** Its label stands on its upper edge, else on its lower one, else nowhere. */
function drawCircle(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  circle: Circle,
  palette: Palette,
  taken: Box[],
): void {
  const x = circle.x * frame.world - frame.left;
  const y = circle.y * frame.world - frame.top;
  const radius = circle.radius * frame.world;
  if (radius > leastCircle) {
    canvas.strokeStyle = palette.label;
    canvas.lineWidth = 1.5;
    canvas.setLineDash([4, 5]);
    canvas.beginPath();
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
    canvas.stroke();
    canvas.setLineDash([]);
    const font = `500 13px ${palette.font}`;
    const width = widthOf(canvas, circle.label, font);
    const away = radius + lineHeight / 2 + 2;
    const place = [y - away, y + away]
      .map((middle) => boxAt(x - width / 2, middle, width))
      .find((box) => isFree(box, frame.view, taken));
    if (place) {
      taken.push(place);
      drawText(canvas, circle.label, place, font, palette);
    }
  }
  canvas.beginPath();
  canvas.arc(x, y, 5, 0, 2 * Math.PI);
  canvas.fillStyle = palette.halo;
  canvas.fill();
  canvas.strokeStyle = palette.ink;
  canvas.lineWidth = 3;
  canvas.stroke();
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

/** Names the towns, the largest first; one that would touch another's name or be cut goes elsewhere or is left out. */
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
    const marker = frame.markers.find((other) => touches(dot, other));
    const isLarge = frame.zoom - town.zoom >= 3;
    const font = `${isLarge ? 650 : 450} ${isLarge ? 14 : 13}px ${palette.font}`;
    const width = widthOf(canvas, town.name, font);
    const places = marker
      ? placesAround(marker, width)
      : [boxAt(x + dotGap, y, width), boxAt(x - dotGap - width, y, width)];
    const place = places.find((box) => isFree(box, frame.view, taken));
    if (!place) continue;
    taken.push(place);
    if (!marker) {
      taken.push(dot);
      canvas.beginPath();
      canvas.arc(x, y, 2, 0, 2 * Math.PI);
      canvas.fillStyle = palette.label;
      canvas.fill();
    }
    drawText(canvas, town.name, place, font, palette);
    yield;
  }
}

/** Where the name of a town may stand that lies under a marker: on its right, its left, above and below. */
function placesAround({ left, top, right, bottom }: Box, width: number): Box[] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    boxAt(right + dotGap, y, width),
    boxAt(left - dotGap - width, y, width),
    boxAt(x - width / 2, top - dotGap - lineHeight / 2, width),
    boxAt(x - width / 2, bottom + dotGap + lineHeight / 2, width),
  ];
}

function drawText(
  canvas: CanvasRenderingContext2D,
  text: string,
  { left, top, bottom }: Box,
  font: string,
  { halo, label }: Palette,
): void {
  const y = (top + bottom) / 2;
  setFont(canvas, font);
  canvas.textBaseline = 'middle';
  canvas.lineWidth = 3;
  canvas.strokeStyle = halo;
  canvas.strokeText(text, left, y);
  canvas.fillStyle = label;
  canvas.fillText(text, left, y);
}

/** A line of text from `left` on, its middle at `y`. */
function boxAt(left: number, y: number, width: number): Box {
  return { left, top: y - lineHeight / 2, right: left + width, bottom: y + lineHeight / 2 };
}

/** Whether a name there would be whole and touch nothing. */
function isFree(box: Box, view: Box, taken: readonly Box[]): boolean {
  return !isCut(box, view) && !taken.some((other) => touches(box, other));
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
