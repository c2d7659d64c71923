import { createAttendances, createEvent, getChallenge } from '@huddlekit/contract/routes';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../../hub.ts';
import type { Log } from '../log.ts';
import { operation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

/** What anybody may send. */
export function writeRoutes(
  app: FastifyInstance,
  { events, attendances, admission, limits, review }: Hub,
  log: Log,
): void {
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
    const { spend, count } = await admission.admit(request, createEvent, '');
    const event = await alone(key, () => events.submit(body, key, spend));
    count();
    return { ...event, status: 'pending' };
  });

  operation(app, createAttendances, async ({ id, body, key, request }) => {
    const { spend, count } = await admission.admit(request, createAttendances, id);
    const receipt = await alone(key, () => attendances.create(id, body, key, 'wire', spend));
    if (!count()) return receipt;
    limits.arrivals.add(id);
    // The RSVP is made; whether somebody is called for it must not fail it.
    review.alarm(id, limits.arrivals.count(id)).then(
      (isRaised) => {
        if (isRaised) log.write({ level: 'info', event: 'alarm', subject: id });
      },
      (error: unknown) => {
        log.failure(error);
      },
    );
    return receipt;
  });
}
