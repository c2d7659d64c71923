import {
  cancelAttendance,
  changeAttendance,
  getManagedAttendance,
  proofHeader,
  type Route,
} from '@huddlekit/contract';
import type { FastifyInstance } from 'fastify';
import { methodsOf, routesAt } from './route-table.ts';

/** A page that asks before a request remembers the answer for a day. */
const preflightSeconds = 86_400;

// A page that made an RSVP may look at it, change and cancel it; the host's view carries an address and stays on the hub.
const shared = new Set<string>([getManagedAttendance.id, changeAttendance.id, cancelAttendance.id]);

/** Whether pages of other origins may call an operation. */
export function isShared({ id, authorization }: Route): boolean {
  return authorization === undefined || shared.has(id);
}

/**
 * Lets pages of any origin call the public operations, without credentials. The answer is the same for every
 * origin, so shared caches keep one copy.
 */
export function allowOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const routes = routesAt(request.url).filter(isShared);
    if (routes.length === 0) return;
    reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') {
      reply.header('access-control-expose-headers', 'etag, link, retry-after, x-request-id');
      return;
    }
    const headers = [
      'content-type',
      ...(routes.some(({ idempotencyKey }) => idempotencyKey) ? ['idempotency-key'] : []),
      ...(routes.some(({ authorization }) => authorization) ? ['authorization'] : []),
      ...(routes.some(({ ifMatch }) => ifMatch) ? ['if-match'] : []),
      ...(routes.some(({ proof }) => proof) ? [proofHeader.toLowerCase()] : []),
    ];
    reply
      .headers({
        'access-control-allow-methods': methodsOf(routes).join(', '),
        'access-control-allow-headers': headers.join(', '),
        'access-control-max-age': String(preflightSeconds),
        'cache-control': `public, max-age=${String(preflightSeconds)}`,
      })
      .code(204);
    await reply.send();
  });
}
