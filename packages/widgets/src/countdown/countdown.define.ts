import { register } from '../settings/registration.ts';
import { HuddleCountdown } from './countdown.ts';

register('huddle-countdown', HuddleCountdown);

declare global {
  interface HTMLElementTagNameMap {
    'huddle-countdown': HuddleCountdown;
  }
}
