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

/** Seconds of the Retry-After header, which gives a number or a date (RFC 9110, 10.2.3). */
export function secondsToWait({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
