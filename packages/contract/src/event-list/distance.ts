const earthRadius = 6_371_008;
const radians = Math.PI / 180;

/** Metres between two points on a sphere. */
export function metresBetween(
  [latitude, longitude]: readonly [number, number],
  [otherLatitude, otherLongitude]: readonly [number, number],
): number {
  const height = Math.sin(((otherLatitude - latitude) * radians) / 2) ** 2;
  const width = Math.sin(((otherLongitude - longitude) * radians) / 2) ** 2;
  const shrink = Math.cos(latitude * radians) * Math.cos(otherLatitude * radians);
  return 2 * earthRadius * Math.asin(Math.sqrt(height + shrink * width));
}
