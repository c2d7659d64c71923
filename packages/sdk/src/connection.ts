import ky, { type KyInstance } from 'ky';
import { pathOf, type Route, type z } from '@huddlekit/contract';
import { BadResponseError } from './errors/bad-response-error.ts';
import { errorFromAnswer } from './errors/from-answer.ts';
import { OfflineError } from './errors/offline-error.ts';

/** How a client reaches its hub. */
export interface ClientOptions {
  /** Base URL of the hub, e.g. `https://hub.example.org`. */
  readonly hub: string;
  /** Your own `fetch`; the platform's where left out. */
  readonly fetch?: typeof fetch;
  /** Milliseconds each try may take; 10,000 where left out. */
  readonly timeout?: number;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds each try may take. */
  readonly timeout?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Options of a call that changes something. */
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
  /** Sends, checks the answer against the route's schema and gives it. @throws HuddleError */
  call<const Calling extends Route>(route: Calling, parts?: CallParts): Promise<AnswerOf<Calling>>;
}

export type AnswerOf<Calling extends Route> = Calling extends {
  readonly response: infer Schema extends z.ZodMiniType;
}
  ? z.output<Schema>
  : undefined;

// Statuses after which the same request may succeed; every write carries its key, so trying again never doubles.
const retriedStatuses = [408, 429, 500, 502, 503, 504];

export function connect({ hub, fetch, timeout = 10_000, headers = {} }: ClientOptions): Connection {
  if (!URL.canParse(hub))
    throw new TypeError(`"${hub}" isn’t the address of a hub; give one like https://hub.example.org`);
  const base = hub.replace(/\/+$/, '');
  const http: KyInstance = ky.create({
    ...(fetch && { fetch }),
    headers,
    credentials: 'omit',
    throwHttpErrors: false,
    retry: {
      limit: 2,
      methods: ['get', 'post', 'delete'],
      statusCodes: retriedStatuses,
      afterStatusCodes: [429, 503],
      maxRetryAfter: 30_000,
      jitter: true,
      retryOnTimeout: true,
    },
  });

  return {
    hub: base,
    async call(route, parts = {}) {
      const answer = await send(http, `${base}${pathOf(route, parts.parameters)}`, route, parts, timeout);
      if (!answer.ok) throw await errorFromAnswer(answer);
      return (route.response ? await parse(answer, route.response) : undefined) as AnswerOf<typeof route>;
    },
  };
}

async function send(
  http: KyInstance,
  url: string,
  route: Route,
  { query, body, idempotencyKey, token, headers, signal, timeout }: CallParts,
  defaultTimeout: number,
): Promise<Response> {
  try {
    return await http(url, {
      method: route.method,
      timeout: timeout ?? defaultTimeout,
      ...(query && { searchParams: query }),
      ...(body !== undefined && { json: body }),
      ...(signal && { signal }),
      headers: {
        ...headers,
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const isTimeout = cause instanceof Error && cause.name === 'TimeoutError';
    throw new OfflineError(
      isTimeout
        ? 'The hub didn’t answer in time. Try again; a write needs the same idempotencyKey.'
        : 'The hub can’t be reached. Check the connection and the hub’s address, then try again.',
      { code: isTimeout ? 'timeout' : 'offline', retryable: true, cause },
    );
  }
}

async function parse(answer: Response, schema: z.ZodMiniType): Promise<unknown> {
  const { status } = answer;
  let content: unknown;
  try {
    content = await answer.json();
  } catch (cause) {
    throw new BadResponseError('The answer isn’t JSON. Check that the address is a hub’s.', {
      code: 'bad_response',
      path: '',
      status,
      cause,
    });
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw new BadResponseError(
    `The answer doesn’t fit the contract at "${path}". Bring hub and SDK to one version.`,
    {
      code: 'bad_response',
      path,
      status,
      cause: result.error,
    },
  );
}

/** A fresh Idempotency-Key: 128 random bits. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
