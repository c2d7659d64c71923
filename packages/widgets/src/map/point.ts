import type { Event } from '@huddlekit/contract';
import { project } from '@huddlekit/contract/pins';

/** Web Mercator position of an event's public point, or null where it has none. */
export function pointOf({ location }: Event): { x: number; y: number } | null {
  const { latitude, longitude } = location ?? {};
  return latitude == null || longitude == null ? null : project(latitude, longitude);
}
