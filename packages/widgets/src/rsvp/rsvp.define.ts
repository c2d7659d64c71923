import { register } from '../settings/registration.ts';
import { HuddleRsvp } from './rsvp.ts';

register('huddle-rsvp', HuddleRsvp);

declare global {
  interface HTMLElementTagNameMap {
    'huddle-rsvp': HuddleRsvp;
  }
}
