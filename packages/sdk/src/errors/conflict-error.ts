import { HuddleError } from './huddle-error.ts';

/** What the event is by now doesn't allow it: over, cancelled, or RSVPs taken elsewhere; see `code`. */
export class ConflictError extends HuddleError {
  override readonly name = 'ConflictError';
}
