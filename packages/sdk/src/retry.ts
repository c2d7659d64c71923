import { isHTTPError, type RetryOptions } from 'ky';
import { problemIn } from './errors/from-answer.ts';
import { secondsToWait } from './errors/rate-limited-error.ts';

/** Seconds a call waits at most before it tries again; a hub that asks for more gets its error thrown at once. */
const longestWait = 10;

/**
 * Every call may be tried three times: reads and cancellations repeat without harm, and whatever makes something
 * carries one Idempotency-Key through all tries. Waits grow from 0.3 s and are spread at random, or are what the hub
 * asks for in Retry-After. `end` is when the call is over at the latest, by `performance.now()`.
 */
export function retryUntil(end: number): RetryOptions {
  return {
    limit: 2,
    methods: ['get', 'post', 'patch', 'delete'],
    statusCodes: [408, 409, 429, 500, 502, 503, 504],
    afterStatusCodes: [409, 429, 503],
    maxRetryAfter: longestWait * 1000,
    jitter: true,
    retryOnTimeout: true,
    shouldRetry({ error }) {
      // So fetch tells of a broken connection, in words of each browser's own.
      if (error.name === 'TypeError') return true;
      if (!isHTTPError(error)) return undefined;
      const { response } = error;
      // The try that was cut off is still under way there; the next one gets its result.
      if (response.status === 409 && problemIn(error)?.code !== 'idempotency_in_flight') return false;
      const secondsLeft = (end - performance.now()) / 1000;
      return (secondsToWait(response) ?? 0) > Math.min(longestWait, secondsLeft) ? false : undefined;
    },
  };
}
