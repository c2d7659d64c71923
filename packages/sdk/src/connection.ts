import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { pathOf, type Call, type z } from '@huddlekit/contract';
import { readAnswer } from './answer.ts';
import { errorFromAnswer } from './errors/from-answer.ts';
import { OfflineError } from './errors/offline-error.ts';
import { retry } from './retry.ts';

/** How a client reaches its hub. */
export interface ClientOptions {
  /** Base URL of the hub, e.g. `https://hub.example.org`. */
  readonly hub: string;
  /** Your own `fetch`; the platform's where left out. */
  readonly fetch?: typeof fetch;
  /** Milliseconds each of at most three tries may take; 10,000 where left out. */
  readonly timeout?: number;
  /** Headers of every request. A browser on another origin than the hub's sends only those the hub allows. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The site that gets the credit for RSVPs and huddles made through this client, like `lakefront-neighbors`. */
  readonly partner?: string;
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call, between two tries too; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds each try may take. */
  readonly timeout?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Options of a call that makes something. */
export interface WriteOptions extends CallOptions {
  /**
   * The same key twice has one effect. One is made where left out; keep your own to try again after an
   * `OfflineError` without fear of doubling.
   */
  readonly idempotencyKey?: string | undefined;
}

/** What one request carries beside its route. */
export interface CallParts extends CallOptions {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly token?: string;
}

/** Sends requests of the route table. */
export interface Connection {
  readonly hub: string;
  readonly partner: string | undefined;
  /** Sends, checks the answer against the route's schema, and gives it. @throws HuddleError */
  call<const Calling extends Call>(route: Calling, parts?: CallParts): Promise<AnswerOf<Calling>>;
}

export type AnswerOf<Calling extends Call> = Calling extends {
  readonly response: infer Schema extends z.ZodMiniType;
}
  ? z.input<Schema>
  : undefined;

export function connect({ hub, fetch, timeout = 10_000, headers = {}, partner }: ClientOptions): Connection {
  const base = baseOf(hub);
  const http = ky.create({
    ...(fetch && { fetch }),
    ...('credentials' in Request.prototype && { credentials: 'omit' }),
    headers: { accept: 'application/json', ...headers },
    timeout,
    retry,
  });

  return {
    hub: base,
    partner,
    async call<const Calling extends Call>(
      route: Calling,
      { parameters, query, body, idempotencyKey, token, headers, signal, timeout }: CallParts = {},
    ) {
      const answer = http(base + pathOf(route, parameters), {
        method: route.method,
        ...(timeout !== undefined && { timeout }),
        ...(query && { searchParams: query }),
        ...(body !== undefined && { json: body }),
        ...(signal && { signal }),
        headers: {
          ...headers,
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
      });
      let status: number;
      let content: string;
      try {
        ({ status } = await answer);
        content = await answer.text();
      } catch (cause) {
        signal?.throwIfAborted();
        throw isHTTPError(cause) ? errorFromAnswer(cause) : offlineError(cause);
      }
      return (route.response ? readAnswer(content, route.response, status) : undefined) as AnswerOf<Calling>;
    },
  };
}

function baseOf(hub: string): string {
  if (!/^https?:\/\//i.test(hub) || !URL.canParse(hub))
    throw new TypeError(`"${hub}" isn’t the address of a hub; give one like https://hub.example.org`);
  return hub.replace(/\/+$/, '');
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
