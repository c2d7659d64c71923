import type { HTTPError } from 'ky';
import { usualDeadline, usualTimeout, type CallOptions, type ConnectionOptions } from '../connection.ts';
import { HuddleError } from '../errors/huddle-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { isOfflineError } from '../errors/guards.ts';
import { RateLimitedError, secondsToWait } from '../errors/rate-limited-error.ts';
import { UnsupportedError } from '../errors/unsupported-error.ts';
import { sendPatiently } from '../patient.ts';

/**
 * Gets what another site serves, as bytes. The request is a simple one (no header of ours), since few sites answer
 * more to a page of another origin.
 * @throws UnsupportedError (`no_cors`) where the site is there but lets no page of another origin read it
 */
export async function getContent(
  url: string,
  {
    fetch = globalThis.fetch.bind(globalThis),
    timeout = usualTimeout,
    deadline = usualDeadline,
  }: ConnectionOptions,
  call: CallOptions,
): Promise<Uint8Array> {
  try {
    const { content } = await sendPatiently({
      request: new Request(url, { credentials: 'omit', headers: { ...call.headers } }),
      signal: call.signal,
      timeout: call.timeout ?? timeout,
      deadline: call.deadline ?? deadline,
      fetch,
      read: (response) => response.arrayBuffer(),
      explain: (answer) => errorOfSite(url, answer),
    });
    return new Uint8Array(content);
  } catch (error) {
    if (isOfflineError(error) && error.code === 'offline' && (await answersWithoutReading(url, fetch)))
      throw new UnsupportedError(
        `${new URL(url).host} lets no other site’s pages read this. Import it into a hub: huddlekit import ${url}`,
        { code: 'no_cors', cause: error },
      );
    throw error;
  }
}

/** Whether a site that can't be read answers all the same: then only its missing CORS header stands in the way. */
async function answersWithoutReading(url: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  // Only pages are held to CORS.
  if (!('document' in globalThis || 'WorkerGlobalScope' in globalThis)) return false;
  try {
    const { type } = await fetch(new Request(url, { mode: 'no-cors', credentials: 'omit' }));
    return type === 'opaque';
  } catch {
    return false;
  }
}

function errorOfSite(url: string, { response }: HTTPError): HuddleError {
  const { status } = response;
  const { host } = new URL(url);
  if (status === 404 || status === 410)
    return new NotFoundError(`${host} has nothing at this address. Check it.`, { code: 'not_found', status });
  if (status === 429)
    return new RateLimitedError(`${host} asks to wait before the next request.`, {
      code: 'rate_limited',
      status,
      retryable: true,
      retryAfter: secondsToWait(response),
    });
  if (status === 401 || status === 403)
    return new UnsupportedError(`${host} shows this only to those with a key, which no page may hold.`, {
      code: 'forbidden',
      status,
    });
  return new HuddleError(`${host} answered with status ${String(status)}; try again later.`, {
    code: status >= 500 ? 'unavailable' : 'bad_response',
    status,
    retryable: status === 408 || status >= 500,
  });
}
