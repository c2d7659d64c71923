import { HuddleError } from './huddle-error.ts';

/** The hub couldn't be reached (`code` is `offline`) or didn't answer in time (`timeout`). A write may have happened. */
export class OfflineError extends HuddleError {
  override readonly name = 'OfflineError';
}
