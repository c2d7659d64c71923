import { fieldProblems, publicId, z, type Route } from '@huddlekit/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheableBody, sendCacheable } from './cacheable.ts';
import { ProblemError } from './problem-error.ts';
import { serverPath } from './route-table.ts';

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

/** A request that fits its route. */
export interface Call<R extends Route> {
  /** The public id in the path; empty where the path has none. */
  readonly id: string;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  /** The Idempotency-Key; empty where the route wants none or the caller gave none. */
  readonly key: string;
  /** The If-Match header; always there where the route requires it. */
  readonly ifMatch: R['ifMatch'] extends 'required' ? string : string | undefined;
  /** The Bearer token; empty where there is none. */
  readonly token: string;
  /** What the reader asked to be spoken to in, by preference. */
  readonly languages: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<R extends Route> = R['response'] extends z.ZodMiniType ? z.input<R['response']> : undefined;

export interface OperationOptions {
  /** Cache-Control of the answer; left out, no cache keeps it. */
  readonly cacheControl?: string;
  readonly vary?: string;
}

/** Serves one route of the wire: what doesn't fit it is answered before `handle` is called. */
export function operation<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handle: (call: Call<R>) => Promise<Answer<R>>,
  { cacheControl, vary }: OperationOptions = {},
): void {
  rawOperation(app, route, async (call) => {
    const { request, reply } = call;
    const answer = await handle(call);
    reply.code(route.status);
    if (vary) reply.header('vary', vary);
    if (cacheControl === undefined) {
      reply.header('cache-control', 'no-store');
      return answer === undefined ? reply.send() : reply.send(answer);
    }
    const body = await cacheableBody('application/json; charset=utf-8', JSON.stringify(answer));
    return sendCacheable(request, reply, body, cacheControl);
  });
}

/** Serves one route whose handler writes the answer itself. */
export function rawOperation<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handle: (call: Call<R>) => Promise<FastifyReply>,
): void {
  app.route({
    method: route.method,
    url: serverPath(route),
    handler: async (request, reply) => {
      const id = idOf(request);
      const key = keyOf(route, request);
      const ifMatch = ifMatchOf(route, request) as Call<R>['ifMatch'];
      const query = parsed(route.query, request.query, 'bad_request') as Parsed<R['query']>;
      const body = (route.body && bodyOf(route.body, request)) as Parsed<R['body']>;
      const token = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const languages = request.headers['accept-language'] ?? '';
      return handle({ id, key, ifMatch, query, body, token, languages, request, reply });
    },
  });
}

function idOf({ params }: FastifyRequest): string {
  const { id = '' } = params as { id?: string };
  if (id !== '' && !publicId.safeParse(id).success) throw new ProblemError('not_found');
  return id;
}

function keyOf({ idempotencyKey }: Route, { headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (!idempotencyKey || (idempotencyKey === 'optional' && key === undefined)) return '';
  if (typeof key !== 'string' || !/^[\x21-\x7e]{22,255}$/.test(key)) {
    throw new ProblemError('idempotency_key_missing');
  }
  return key;
}

function ifMatchOf({ ifMatch }: Route, { headers }: FastifyRequest): string | undefined {
  const header = ifMatch && headers['if-match'];
  if (ifMatch === 'required' && header === undefined) throw new ProblemError('precondition_required');
  return header;
}

function bodyOf(schema: z.ZodMiniType, { body }: FastifyRequest): unknown {
  if (body === undefined) throw new ProblemError('bad_json');
  return parsed(schema, body, 'validation_failed');
}

function parsed(
  schema: z.ZodMiniType | undefined,
  input: unknown,
  code: 'bad_request' | 'validation_failed',
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  // One repair a field: what is wrong in kind is often wrong in length as well.
  const all = fieldProblems(result.error.issues, input);
  const problems = all.filter(
    ({ pointer }, index) => all.findIndex((other) => other.pointer === pointer) === index,
  );
  if (code === 'validation_failed') throw new ProblemError(code, problems);
  const inQuery = problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace('/', '?') }));
  throw new ProblemError(code, inQuery);
}
