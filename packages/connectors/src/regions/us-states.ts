import { stateBorders } from './us-states.generated.ts';

/** How far outside a state's border a point may lie: borders are drawn coarsely, and towns sit on them. */
const tolerance = 30_000;
const metresPerDegree = 111_195;

/**
 * Whether a point lies in a US state or within 30 km of it. Undefined where the state's border isn't known.
 * Rings are longitude and latitude by turns, in hundredths of a degree.
 */
export function isInState(state: string, latitude: number, longitude: number): boolean | undefined {
  const rings = stateBorders[state.toUpperCase()];
  if (!rings) return undefined;
  const point = { x: longitude * 100, y: latitude * 100, squeeze: Math.cos((latitude * Math.PI) / 180) };
  if (rings.filter((ring) => encloses(ring, point)).length % 2 === 1) return true;
  return rings.some((ring) => isNear(ring, point));
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** Width of a degree of longitude against one of latitude. */
  readonly squeeze: number;
}

function encloses(ring: readonly number[], { x, y }: Point): boolean {
  let inside = false;
  forEachEdge(ring, (x1, y1, x2, y2) => {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

function isNear(ring: readonly number[], { x, y, squeeze }: Point): boolean {
  const reach = (tolerance / metresPerDegree) * 100;
  let near = false;
  forEachEdge(ring, (x1, y1, x2, y2) => {
    const width = (x2 - x1) * squeeze;
    const height = y2 - y1;
    const along = ((x - x1) * squeeze * width + (y - y1) * height) / (width ** 2 + height ** 2 || 1);
    const share = Math.min(1, Math.max(0, along));
    if (Math.hypot((x - x1) * squeeze - share * width, y - y1 - share * height) <= reach) near = true;
  });
  return near;
}

function forEachEdge(
  ring: readonly number[],
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  for (let index = 0; index + 3 < ring.length; index += 2) {
    visit(ring[index] ?? 0, ring[index + 1] ?? 0, ring[index + 2] ?? 0, ring[index + 3] ?? 0);
  }
}
