import type * as z from '../zod.ts';

/**
 * What a client knows of one operation of the wire. `path` names its parameters in braces, as OpenAPI does. What
 * servers read and documents tell stands in the route table, so that clients don't carry it.
 */
export interface Call {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Success status. */
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: z.ZodMiniType;
  /** Media type of the answer where it isn't JSON. */
  readonly mediaType?: string;
  /** The Bearer token: `manage` that of a manage link, `review` a moderator's key, which no web page may hold. */
  readonly authorization?: 'manage' | 'review';
  /** Whether it wants a proof of work, unless an organization's secret key comes with it. See `Challenge`. */
  readonly proof?: 'required';
  readonly idempotencyKey?: 'required' | 'optional';
  /** Whether the call names the version it was made from (If-Match, RFC 9110). The answer then carries its ETag. */
  readonly ifMatch?: 'required' | 'optional';
}

/** The path of a route with its parameters put in, each percent-encoded. */
export function pathOf(call: Call, parameters: Readonly<Record<string, string>> = {}): string {
  return call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`Give ${name} for ${call.path}`);
    return encodeURIComponent(value);
  });
}
