import { register } from '../settings/registration.ts';
import { HuddleMap } from './map.ts';

register('huddle-map', HuddleMap);

declare global {
  interface HTMLElementTagNameMap {
    'huddle-map': HuddleMap;
  }
}
