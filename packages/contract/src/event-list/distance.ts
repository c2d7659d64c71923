/** Mean radius of the earth in metres (IUGG). */
export const earthRadius = 6_371_009;

/** Metres between two points along the great circle. */
export function metresBetween(
  latitude: number,
  longitude: number,
  otherLatitude: number,
  otherLongitude: number,
): number {
  const radians = Math.PI / 180;
  const halfHeight = ((otherLatitude - latitude) * radians) / 2;
  const halfWidth = ((otherLongitude - longitude) * radians) / 2;
  const chord =
    Math.sin(halfHeight) ** 2 +
    Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * Math.sin(halfWidth) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
