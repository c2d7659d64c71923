import { register } from '../settings/registration.ts';
import { HuddleList } from './list.ts';

register('huddle-list', HuddleList);

declare global {
  interface HTMLElementTagNameMap {
    'huddle-list': HuddleList;
  }
}
