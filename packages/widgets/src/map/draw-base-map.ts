import type { BaseMap, Shape, Town } from './base-map.ts';

/** Colours as the canvas takes them, and the site's font. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly label: string;
  readonly halo: string;
  readonly ink: string;
  readonly font: string;
}

/** The circle around a place that was searched. */
export interface Circle {
  /** Web Mercator position of its middle, and its radius in parts of the world's width. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How far it reaches, in words. */
  readonly label: string;
}

/** The part of the world to draw: `left` and `top` are the corner in pixels of a world `world` pixels wide. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly world: number;
  readonly zoom: number;
}

/** Draws water, land, lines, the circle and the towns' names. */
export function drawBaseMap(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  data: BaseMap | null,
  circle: Circle | null,
  palette: Palette,
): void {
  canvas.fillStyle = palette.water;
  canvas.fillRect(0, 0, frame.width, frame.height);
  canvas.lineJoin = 'round';
  // Positions are worked out from the left, also on pages that run from the right.
  canvas.direction = 'ltr';
  const first = Math.floor(frame.left / frame.world);
  const last = Math.floor((frame.left + frame.width) / frame.world);
  for (let world = first; world <= last; world++) {
    const shifted = { ...frame, left: frame.left - world * frame.world };
    if (data) drawShapes(canvas, shifted, data, palette);
  }
  const taken: Box[] = circle ? [drawCircle(canvas, frame, circle, palette)] : [];
  for (let world = first; world <= last; world++) {
    const shifted = { ...frame, left: frame.left - world * frame.world };
    if (data) drawTowns(canvas, shifted, data.towns, palette, taken);
  }
}

function drawShapes(canvas: CanvasRenderingContext2D, frame: Frame, data: BaseMap, palette: Palette): void {
  canvas.beginPath();
  for (const shape of data.land) trace(canvas, frame, shape);
  canvas.fillStyle = palette.land;
  canvas.fill('evenodd');
  stroke(canvas, frame, data.land, palette.lineStrong, 0.9);
  stroke(canvas, frame, data.states, palette.line, 1);
  stroke(canvas, frame, data.borders, palette.lineStrong, 1.3);
}

function stroke(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  shapes: readonly Shape[],
  color: string,
  width: number,
): void {
  canvas.beginPath();
  for (const shape of shapes) trace(canvas, frame, shape);
  canvas.strokeStyle = color;
  canvas.lineWidth = width;
  canvas.stroke();
}

function trace(
  canvas: CanvasRenderingContext2D,
  { left, top, width, height, world }: Frame,
  { points, west, north, east, south }: Shape,
): void {
  const isOutside =
    east * world < left || west * world > left + width || south * world < top || north * world > top + height;
  if (isOutside) return;
  for (let index = 0; index < points.length; index += 2) {
    const x = (points[index] ?? 0) * world - left;
    const y = (points[index + 1] ?? 0) * world - top;
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  }
}

/** Answers where its label stands. */
function drawCircle(canvas: CanvasRenderingContext2D, frame: Frame, circle: Circle, palette: Palette): Box {
  const x = circle.x * frame.world - frame.left;
  const y = circle.y * frame.world - frame.top;
  const radius = circle.radius * frame.world;
  const font = `500 13px ${palette.font}`;
  canvas.font = font;
  const width = canvas.measureText(circle.label).width;
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

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A smaller circle, in pixels, would only smear its middle. */
const leastCircle = 16;
const dotGap = 7;
const lineHeight = 18;

/** Names the towns, the largest first; one that would touch another's name goes to the other side or is left out. */
function drawTowns(
  canvas: CanvasRenderingContext2D,
  frame: Frame,
  towns: readonly Town[],
  palette: Palette,
  taken: Box[],
): void {
  for (const town of towns) {
    if (town.zoom > frame.zoom) continue;
    const x = town.x * frame.world - frame.left;
    const y = town.y * frame.world - frame.top;
    if (x < -100 || y < -20 || x > frame.width + 100 || y > frame.height + 20) continue;
    const isLarge = frame.zoom - town.zoom >= 3;
    const font = `${isLarge ? 650 : 450} ${isLarge ? 14 : 13}px ${palette.font}`;
    canvas.font = font;
    const width = canvas.measureText(town.name).width;
    const place = [x + dotGap, x - dotGap - width]
      .map((left) => ({ left, top: y - lineHeight / 2, right: left + width, bottom: y + lineHeight / 2 }))
      .find((box) => !taken.some((other) => touches(box, other)));
    if (!place) continue;
    taken.push(place, { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 });
    canvas.beginPath();
    canvas.arc(x, y, 2, 0, 2 * Math.PI);
    canvas.fillStyle = palette.label;
    canvas.fill();
    drawText(canvas, town.name, place.left, y, font, palette);
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
  canvas.font = font;
  canvas.textBaseline = 'middle';
  canvas.lineWidth = 3;
  canvas.strokeStyle = halo;
  canvas.strokeText(text, x, y);
  canvas.fillStyle = label;
  canvas.fillText(text, x, y);
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
