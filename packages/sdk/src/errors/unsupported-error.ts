import { HuddleError } from './huddle-error.ts';

/** The source can't do this, or a page may not read it; the message says what can. */
export class UnsupportedError extends HuddleError {
  override readonly name = 'UnsupportedError';
}
