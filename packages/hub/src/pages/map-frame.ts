export type Point = readonly [x: number, y: number];

/** The part of the earth that a picture shows: its middle in degrees, pixels a degree of latitude, size in pixels. */
export interface Frame {
  readonly longitude: number;
  readonly latitude: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a point, by turns longitude and latitude in the shape. */
export function project(
  longitude: number,
  latitude: number,
  { longitude: middle, latitude: parallel, scale, width, height }: Frame,
): Point {
  // At this scale the earth is flat, and a degree of longitude is as wide as at the middle.
  const stretch = Math.cos((parallel * Math.PI) / 180);
  const x = width / 2 + (longitude - middle) * scale * stretch;
  const y = height / 2 - (latitude - parallel) * scale;
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** A shape in pixels. */
export function projectShape(shape: Float64Array, frame: Frame): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < shape.length; index += 2) {
    points.push(project(shape[index] ?? 0, shape[index + 1] ?? 0, frame));
  }
  return points;
}

/** Pixels that shapes may reach over the edge, so that no cut is seen. */
const bleed = 20;

/** A polygon cut at the edges of the picture (Sutherland and Hodgman); empty where it lies outside. */
export function clipPolygon(points: readonly Point[], { width, height }: Frame): Point[] {
  const edges: readonly ((point: Point) => number)[] = [
    ([x]) => x + bleed,
    ([x]) => width + bleed - x,
    ([, y]) => y + bleed,
    ([, y]) => height + bleed - y,
  ];
  return edges.reduce<Point[]>((polygon, inside) => cut(polygon, inside), [...points]);
}

function cut(points: readonly Point[], inside: (point: Point) => number): Point[] {
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const [from, to] = [inside(before), inside(point)];
    const crossing: Point[] = from < 0 !== to < 0 ? [between(before, point, from / (from - to))] : [];
    return to < 0 ? crossing : [...crossing, point];
  });
}

function between([x, y]: Point, [toX, toY]: Point, share: number): Point {
  return [Math.round((x + (toX - x) * share) * 10) / 10, Math.round((y + (toY - y) * share) * 10) / 10];
}

/** The pieces of a line that come near the picture. */
export function clipLine(points: readonly Point[], { width, height }: Frame): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before) return;
    const [left, right] = [Math.min(before[0], point[0]), Math.max(before[0], point[0])];
    const [top, bottom] = [Math.min(before[1], point[1]), Math.max(before[1], point[1])];
    if (right < -bleed || left > width + bleed || bottom < -bleed || top > height + bleed) {
      if (piece.length > 0) pieces.push(piece);
      piece = [];
      return;
    }
    if (piece.length === 0) piece.push(before);
    piece.push(point);
  });
  return piece.length > 0 ? [...pieces, piece] : pieces;
}
