import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { errorFromAnswer } from './errors/from-answer.ts';
import { OfflineError } from './errors/offline-error.ts';
import type { Answer, Outcome, Sending } from './sending.ts';
import { retry } from './retry.ts';

/** Sends with up to three tries. `first` is how a try already made has ended; it counts as the first of them. */
export async function sendPatiently(
  { request, signal, timeout, fetch }: Sending,
  first?: Outcome,
): Promise<Answer> {
  const answer = ky(request, {
    fetch: first ? startingWith(first, fetch) : fetch,
    timeout,
    retry,
    ...(signal && { signal }),
  });
  try {
    const { status } = await answer;
    return { status, content: await answer.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    throw isHTTPError(cause) ? errorFromAnswer(cause) : offlineError(cause);
  }
}

/** A `fetch` that gives a known outcome once and then asks. */
function startingWith(outcome: Outcome, fetch: Sending['fetch']): Sending['fetch'] {
  let isFirst = true;
  return async (input, init) => {
    if (!isFirst) return fetch(input, init);
    isFirst = false;
    if ('response' in outcome) return outcome.response;
    throw outcome.failure;
  };
}

function offlineError(failure: unknown): OfflineError {
  if (isTimeoutError(failure))
    return new OfflineError(
      'The hub didn’t answer in time. Try again; a write needs the same idempotencyKey.',
      { code: 'timeout', retryable: true },
    );
  // ky's own error holds the request, whose token and body have no place in anybody's log.
  const cause: unknown = isNetworkError(failure) ? failure.cause : failure;
  return new OfflineError(
    'The hub can’t be reached. Check the connection and the hub’s address, then try again.',
    { code: 'offline', retryable: true, cause },
  );
}
