import { pathOf, type Call, type z } from '@huddlekit/contract';
import { readAnswer, type Fits } from './answer.ts';
import type { Answer, Sending } from './sending.ts';

/** How a client reaches what it asks. */
export interface ConnectionOptions {
  /** Your own `fetch`; the platform's where left out. */
  readonly fetch?: typeof fetch | undefined;
  /** Milliseconds each of at most three tries may take; 10,000 where left out. */
  readonly timeout?: number | undefined;
  /** Milliseconds all tries of a call and the waits between them may take; 30,000 where left out. */
  readonly deadline?: number | undefined;
  /** Headers of every request. A browser on another origin than the hub's sends only those the hub allows. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The site that gets the credit for RSVPs and huddles made through this client, like `lakefront-neighbors`. */
  readonly partner?: string | undefined;
}

/** Options of a client of one hub. */
export interface HubOptions extends ConnectionOptions {
  /** Base URL of the hub, e.g. `https://hub.example.org`. */
  readonly hub: string;
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call, between two tries too; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds each try may take. */
  readonly timeout?: number | undefined;
  /** Milliseconds all tries and the waits between them may take. */
  readonly deadline?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A change with the version of what it was made from, as the last answer told it. */
export type VersionedChange<Change> = Change & { readonly version: number };

/** Options of a call that makes or changes something. */
export interface WriteOptions extends CallOptions {
  /**
   * The same key twice has one effect. One is made where left out; keep your own to try again, without fear of
   * doubling, after an error that is `retryable`: what it tells of may have been made.
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
  /** The version a change is made from. */
  readonly version?: number;
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

/** Milliseconds a try may take where nobody says. */
export const usualTimeout = 10_000;
/** Milliseconds a call may take where nobody says. */
export const usualDeadline = 30_000;

/** Connects to a hub; `send` carries a request there and back, with its tries; `fits` checks what came. */
export function connect(
  { hub, fetch, timeout = usualTimeout, deadline = usualDeadline, headers = {}, partner }: HubOptions,
  send: (sending: Sending) => Promise<Answer>,
  fits: Fits,
): Connection {
  const base = baseOf(hub);

  async function sendCall(route: Call, parts: CallParts): Promise<Answer> {
    parts.signal?.throwIfAborted();
    return send({
      request: requestOf(base, route, parts, headers),
      signal: parts.signal,
      timeout: parts.timeout ?? timeout,
      deadline: parts.deadline ?? deadline,
      read: (response) => response.text(),
      fetch: fetch ?? globalThis.fetch.bind(globalThis),
    });
  }

  return {
    hub: base,
    partner,
    async call<const Calling extends Call>(route: Calling, parts: CallParts = {}) {
      // Most calls need no proof of work, so what makes one loads with the first that may.
      const { status, content } = await (route.proof
        ? (await import('./proof/send-proven.ts')).sendProven(route, parts, sendCall)
        : sendCall(route, parts));
      return (
        route.response ? readAnswer(content, route.response, status, fits) : undefined
      ) as AnswerOf<Calling>;
    },
  };
}

function requestOf(
  base: string,
  route: Call,
  { parameters, query = {}, body, idempotencyKey, token, version, headers }: CallParts,
  common: Readonly<Record<string, string>>,
): Request {
  const url = new URL(base + pathOf(route, parameters));
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return new Request(url, {
    method: route.method,
    ...('credentials' in Request.prototype && { credentials: 'omit' }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      accept: 'application/json',
      ...common,
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(version !== undefined && { 'if-match': `"${String(version)}"` }),
    },
  });
}

function baseOf(hub: string): string {
  if (!/^https?:\/\//i.test(hub) || !URL.canParse(hub))
    throw new TypeError(`"${hub}" isn’t the address of a hub; give one like https://hub.example.org`);
  return hub.replace(/\/+$/, '');
}
