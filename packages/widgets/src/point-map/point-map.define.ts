import { register } from '../settings/registration.ts';
import { HuddlePointMap } from './point-map.ts';

/** Registers the map on which a host sets the point of an event. */
export function definePointMap(): void {
  register('huddle-point-map', HuddlePointMap);
}

declare global {
  interface HTMLElementTagNameMap {
    'huddle-point-map': HuddlePointMap;
  }
}
