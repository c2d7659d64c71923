import { register } from '../settings/registration.ts';
import { HuddleHostSteps } from './host-steps.ts';

/** Registers the steps of the form, for the host form on the hub's own page. */
export function defineHostSteps(): void {
  register('huddle-host-steps', HuddleHostSteps);
}

declare global {
  interface HTMLElementTagNameMap {
    'huddle-host-steps': HuddleHostSteps;
  }
}
