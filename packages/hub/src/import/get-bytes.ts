import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../cli/arguments.ts';
import { isOwnNetwork } from './own-network.ts';

/** Bytes of one answer. */
const largest = 64_000_000;
/** Milliseconds one answer may take. */
const timeout = 30_000;
const tries = 4;
/** Seconds that are waited at most before another try. */
const longestWait = 30;
const mostRedirects = 5;

/** Gets what an address serves; waits and tries again where it is asked to. @throws UsageError that says what to check */
export async function getBytes(url: string): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    const response = await request(url);
    if (response.ok) return await contentOf(response, url);
    await response.body?.cancel();
    const isPassing = response.status === 429 || response.status >= 500;
    if (!isPassing || attempt === tries) throw refusal(response, url);
    const asked = Number(response.headers.get('retry-after') ?? Number.NaN);
    const seconds = Number.isFinite(asked) ? asked : 0.5 * 2 ** attempt * (0.5 + Math.random());
    if (seconds > longestWait) throw refusal(response, url);
    await wait(seconds * 1_000);
  }
}

async function request(url: string): Promise<Response> {
  // A key is for Action Network or the server it was made for; feeds have none, and nobody it leads on to gets it.
  const token = isOsdi(url) ? process.env['OSDI_API_TOKEN'] : undefined;
  const signal = AbortSignal.timeout(timeout);
  const headers = {
    accept: '*/*',
    'user-agent': 'huddlekit',
    ...(token && { 'osdi-api-token': token, 'content-type': 'application/json' }),
  };
  let address = url;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await fetch(address, { signal, redirect: token ? 'error' : 'manual', headers });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return response;
      await response.body?.cancel();
      const next = new URL(location, address).href;
      // Only the operator may name an address of their own network; a stranger's server may not lead there.
      if ((await isOwnNetwork(next)) && !(await isOwnNetwork(address)))
        throw new UsageError(
          `${addressOf(url)} leads on to an address of your own network. If you mean that one, name it yourself.`,
        );
      address = next;
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${addressOf(url)} can’t be reached. Check the address and the connection.`, {
      cause,
    });
  }
  throw new UsageError(`${addressOf(url)} leads on too often. Name the address where it ends.`);
}

function isOsdi(url: string): boolean {
  return /\/api\/v\d+\//.test(new URL(url).pathname);
}

async function contentOf(response: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > largest)
        throw new UsageError(`${addressOf(url)} serves more than 64 MB. Ask for less at a time.`);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${addressOf(url)} broke off in the middle. Try again.`, { cause });
  }
  return Buffer.concat(chunks);
}

function refusal({ status }: Response, url: string): UsageError {
  const repair =
    status === 401 || status === 403
      ? 'Set OSDI_API_TOKEN to your key, or check that the list is public.'
      : status === 404
        ? 'Check the address.'
        : 'Try again later.';
  return new UsageError(`${addressOf(url)} answered with status ${String(status)}. ${repair}`);
}

/** An address without its query, which may hold a key. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
