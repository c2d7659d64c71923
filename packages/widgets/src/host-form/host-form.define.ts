import { register } from '../settings/registration.ts';
import { HuddleHostForm } from './host-form.ts';

register('huddle-host-form', HuddleHostForm);

declare global {
  interface HTMLElementTagNameMap {
    'huddle-host-form': HuddleHostForm;
  }
}
