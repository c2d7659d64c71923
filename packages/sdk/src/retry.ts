import { isHTTPError, type RetryOptions } from 'ky';
import { problemIn } from './errors/from-answer.ts';
import { secondsToWait } from './errors/rate-limited-error.ts';

/** Seconds a call waits at most before it tries again; a hub that asks for more gets its error thrown at once. */
const longestWait = 10;

/**
 * Every call may be tried three times: reads and cancellations repeat without harm, and whatever makes something
 * carries one Idempotency-Key through all tries. Waits grow from 0.3 s and are spread at random, or are what the hub
 * asks for in Retry-After.
 */
export const retry: RetryOptions = {
  limit: 2,
  methods: ['get', 'post', 'patch', 'delete'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  afterStatusCodes: [429, 503],
  maxRetryAfter: longestWait * 1000,
  jitter: true,
  retryOnTimeout: true,
  shouldRetry({ error }) {
    if (!isHTTPError(error)) return undefined;
    // The try that was cut off is still under way there; the next one gets its result.
    if (problemIn(error)?.code === 'idempotency_in_flight') return true;
    return (secondsToWait(error.response) ?? 0) > longestWait ? false : undefined;
  },
};
