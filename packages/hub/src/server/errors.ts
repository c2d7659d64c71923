import type { ProblemCode } from '@huddlekit/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';
import { methodsOf, routesAt } from './route-table.ts';

const codesOfFramework: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_json',
};

/** Any error as the problem it is to the caller. What isn't the caller's doing says nothing about its cause. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof SyntaxError) return new ProblemError('bad_json');
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? codesOfFramework[code] : undefined;
  if (known) return new ProblemError(known);
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return new ProblemError(isCallers ? 'bad_request' : 'internal');
}

/** Answers with a problem (RFC 9457), which no cache keeps. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
): FastifyReply {
  const { code, retryAfter } = problem;
  if (code === 'idempotency_in_flight' || code === 'unavailable') reply.header('retry-after', '1');
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.body(request.id)));
}

/**
 * Makes every failure of an app a problem. `report` gets what is the hub's own fault; its words never reach
 * the caller.
 */
export function answerProblems(
  app: FastifyInstance,
  report: (request: FastifyRequest, error: unknown) => void,
): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'internal') report(request, error);
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(routesAt(request.url));
    if (methods.length === 0) return sendProblem(request, reply, new ProblemError('not_found'));
    reply.header('allow', methods.join(', '));
    return sendProblem(request, reply, new ProblemError('method_not_allowed'));
  });
}
