import type { Event } from '@huddlekit/contract';

/** A map with the way to a public place whose point is known; undefined for every other, and for homes always. */
export function directionsTo(location: Event['location']): string | undefined {
  if (!location || location.kind === 'home' || location.precision !== 'exact') return undefined;
  const { latitude, longitude } = location;
  const point = `${String(latitude)}/${String(longitude)}`;
  const pin = `mlat=${String(latitude)}&mlon=${String(longitude)}`;
  return `https://www.openstreetmap.org/?${pin}#map=17/${point}`;
}
