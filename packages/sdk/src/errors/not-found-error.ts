import { HuddleError } from './huddle-error.ts';

/** There is no such object, or it isn't public (any more). */
export class NotFoundError extends HuddleError {
  override readonly name = 'NotFoundError';
}
