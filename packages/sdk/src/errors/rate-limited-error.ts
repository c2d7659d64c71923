import { HuddleError, type HuddleErrorOptions } from './huddle-error.ts';

/** Too many requests; wait. */
export class RateLimitedError extends HuddleError {
  override readonly name = 'RateLimitedError';
  /** Seconds to wait, where the hub said so. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    { retryAfter, ...options }: HuddleErrorOptions & { retryAfter: number | undefined },
  ) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}
