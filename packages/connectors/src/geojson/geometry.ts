import { listOf, member, recordOf, textOf } from '../json.ts';

/** The point that stands for a geometry, as text; `isExact` where the geometry is a point or begins with one. */
export interface PointText {
  readonly text: string;
  readonly isExact: boolean;
}

const deepest = 5;
/** Corners of an outline that are looked at. */
const mostCorners = 10_000;

/**
 * The point that stands for a geometry: the point, the first of several, the start of a line, the middle of an area's
 * bounds, or that of a collection's first geometry. Undefined for null and what is no geometry.
 */
export function pointText(geometry: unknown, depth = 0): PointText | undefined {
  if (!recordOf(geometry) || depth > deepest) return undefined;
  const coordinates = member(geometry, 'coordinates');
  switch (textOf(member(geometry, 'type'))) {
    case 'Point':
      return { text: written(coordinates), isExact: true };
    case 'MultiPoint':
    case 'LineString':
      return { text: written(listOf(coordinates)[0]), isExact: true };
    case 'MultiLineString':
      return { text: written(listOf(listOf(coordinates)[0])[0]), isExact: true };
    case 'Polygon':
      return middleOf(listOf(coordinates)[0]);
    case 'MultiPolygon':
      return middleOf(listOf(listOf(coordinates)[0])[0]);
    case 'GeometryCollection':
      return pointText(listOf(member(geometry, 'geometries'))[0], depth + 1);
    default:
      return undefined;
  }
}

/** A position in the text form that names longitude first; a third member, the height, is left out. */
function written(position: unknown): string {
  const [east, north] = listOf(position);
  return `POINT(${textOf(east) || '?'} ${textOf(north) || '?'})`;
}

function middleOf(outline: unknown): PointText {
  const corners = listOf(outline)
    .slice(0, mostCorners)
    .map((corner) => listOf(corner).map(Number));
  const middle = (index: number): number => {
    const values = corners.map((corner) => corner[index] ?? Number.NaN);
    const least = values.reduce((one, other) => Math.min(one, other), Infinity);
    const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
    return Math.round(((least + most) / 2) * 1e6) / 1e6;
  };
  return { text: written([middle(0), middle(1)]), isExact: false };
}
