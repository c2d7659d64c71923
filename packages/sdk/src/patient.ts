import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { errorFromAnswer } from './errors/from-answer.ts';
import { OfflineError } from './errors/offline-error.ts';
import type { Answer, Outcome, Sending } from './sending.ts';
import { retryUntil } from './retry.ts';
import { whole } from './whole.ts';

/** Sends with up to three tries. `first` is how a try already made has ended; it counts as the first of them. */
export async function sendPatiently<Content>(
  { request, signal, timeout, deadline, fetch, read, explain = errorFromAnswer }: Sending<Content>,
  first?: Outcome,
): Promise<Answer<Content>> {
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new DOMException('The deadline of the call has passed', 'TimeoutError'));
  }, deadline);
  const send = first ? startingWith(first, fetch) : fetch;
  let content!: Content;
  try {
    const { status } = await ky(request, {
      // A try lasts until its whole answer is there: one that breaks off is tried again, and none drags on.
      async fetch(input, init) {
        const response = await send(input, init);
        if (!response.ok) return whole(response);
        content = await read(response);
        return response;
      },
      timeout,
      retry: retryUntil(performance.now() + deadline),
      signal: signal ? AbortSignal.any([signal, end.signal]) : end.signal,
    });
    return { status, content };
  } catch (cause) {
    signal?.throwIfAborted();
    if (end.signal.aborted) throw timeoutError();
    throw isHTTPError(cause) ? explain(cause) : offlineError(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** A `fetch` that gives a known outcome once and then asks. */
function startingWith(outcome: Outcome, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let isFirst = true;
  return async (input, init) => {
    if (!isFirst) return fetch(input, init);
    isFirst = false;
    if ('response' in outcome) return outcome.response;
    throw outcome.failure;
  };
}

function timeoutError(): OfflineError {
  return new OfflineError('There was no answer in time. Try again; a write needs the same idempotencyKey.', {
    code: 'timeout',
    retryable: true,
  });
}

function offlineError(failure: unknown): OfflineError {
  if (isTimeoutError(failure)) return timeoutError();
  // ky's own error holds the request, whose token and body have no place in anybody's log.
  const cause: unknown = isNetworkError(failure) ? failure.cause : failure;
  return new OfflineError(
    'The server can’t be reached. Check the connection and the address, then try again.',
    { code: 'offline', retryable: true, cause },
  );
}
