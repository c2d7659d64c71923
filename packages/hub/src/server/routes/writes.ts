import { createAttendances, createEvent, getChallenge } from '@huddlekit/contract/routes';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../../hub.ts';
import { operation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

/** What anybody may send. */
export function writeRoutes(app: FastifyInstance, { events, attendances, admission, limits }: Hub): void {
  const inFlight = new Set<string>();

  // Two sends of one key at the same time are one that is still under way and one that must come again.
  async function alone<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    if (inFlight.has(key)) throw new ProblemError('idempotency_in_flight');
    inFlight.add(key);
    try {
      return await work();
    } finally {
      inFlight.delete(key);
    }
  }

  operation(app, getChallenge, ({ query, request }) => admission.challenge(query, request));

  operation(app, createEvent, async ({ body, key, request }) => {
    const spend = await admission.admit(request, createEvent, '');
    return alone(key, async () => ({ ...(await events.submit(body, key, spend)), status: 'pending' }));
  });

  operation(app, createAttendances, async ({ id, body, key, request }) => {
    const spend = await admission.admit(request, createAttendances, id);
    const receipt = await alone(key, () => attendances.create(id, body, key, 'wire', spend));
    limits.arrivals.add(id);
    return receipt;
  });
}
