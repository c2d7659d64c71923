import { fieldProblems, type Route, type z } from '@huddlekit/contract';
import { HttpResponse } from 'msw';
import { problem } from './problem.ts';

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;
type Content<Schema> = Schema extends z.ZodMiniType ? z.input<Schema> : undefined;

/** A request that fits its route. */
export interface Asked<Asking extends Route> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Parsed<Asking['query']>;
  readonly body: Parsed<Asking['body']>;
  /** The Idempotency-Key, empty without one. */
  readonly key: string;
  /** The If-Match header. */
  readonly ifMatch: string | undefined;
}

/** What a mocked hub answers to one route. */
export interface Answer {
  readonly route: Route;
  reply(request: Request, parameters: Readonly<Record<string, string>>): Promise<Response>;
}

/**
 * An answer that first holds the request against the contract, as a hub does: `reply` sees only what fits, and its
 * own content is checked by the compiler.
 */
export function answer<const Asking extends Route>(
  route: Asking,
  reply: (asked: Asked<Asking>) => Content<Asking['response']> | Response,
): Answer {
  return {
    route,
    async reply(request, parameters) {
      const key = request.headers.get('idempotency-key') ?? '';
      if (route.authorization && !request.headers.get('authorization')?.startsWith('Bearer '))
        return problem('unauthorized');
      const isKeyless = route.idempotencyKey === 'optional' && key === '';
      if (route.idempotencyKey && !isKeyless && key.length < 22) return problem('idempotency_key_missing');
      const ifMatch = request.headers.get('if-match') ?? undefined;
      if (route.ifMatch === 'required' && ifMatch === undefined) return problem('precondition_required');

      const query = route.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (query?.error) {
        const problems = fieldProblems(query.error.issues, undefined);
        return problem(
          'bad_request',
          problems.map((field) => ({ ...field, pointer: `?${field.pointer.slice(1)}` })),
        );
      }
      const json = route.body && (await jsonOf(request));
      if (route.body && json === undefined) return problem('bad_json');
      const body = route.body?.safeParse(json);
      if (body?.error) return problem('validation_failed', fieldProblems(body.error.issues, json));

      const asked = { parameters, query: query?.data, body: body?.data, key, ifMatch } as Asked<Asking>;
      const content = reply(asked);
      if (content instanceof Response) return content;
      if (content === undefined) return new HttpResponse(null, { status: route.status });
      const headers = 'version' in (content as object) ? { etag: tagOf(content as Versioned) } : {};
      return HttpResponse.json(content as object, { status: route.status, headers });
    },
  };
}

interface Versioned {
  readonly version: number;
}

/** Whether a call may change what is there: it names its version, any, or none. */
export function fits(ifMatch: string | undefined, versioned: Versioned): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  return ifMatch.split(',').some((tag) => tag.trim() === tagOf(versioned));
}

function tagOf({ version }: Versioned): string {
  return `"${String(version)}"`;
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
