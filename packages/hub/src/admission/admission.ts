import { proofHeader, type Challenge, type ProvenOperation, type Route } from '@huddlekit/contract';
import type { FastifyRequest } from 'fastify';
import type { Hub, HubParts } from '../hub.ts';
import { checkTurns, checkWait, networkOf } from '../server/limits.ts';
import { ProblemError } from '../server/problem-error.ts';
import { createProofs, noProof, type Purpose, type Spend } from './proofs.ts';

/** Lets in what strangers send: it costs them work, and one network or event takes only so much of it. */
export interface Admission {
  /** A challenge for who asks, harder where many ask. @throws ProblemError `rate_limited` */
  challenge(purpose: Purpose, request: FastifyRequest): Promise<Challenge>;
  /**
   * Looks at the proof of a request, or at the secret key in its place.
   * @throws ProblemError that says what is missing, or after how long to come again
   */
  admit(request: FastifyRequest, route: Proven, eventId: string): Promise<Admitted>;
}

/** A request that was let in. */
export interface Admitted {
  readonly spend: Spend;
  /**
   * To be called once what it wants is stored. Answers false, and counts nothing, where that was stored before and the
   * answer is only given again.
   */
  count(): boolean;
}

/** An operation that wants a proof. */
export type Proven = Route & { readonly id: ProvenOperation; readonly proof: 'required' };

export interface AdmissionParts extends Pick<HubParts, 'settings' | 'vault' | 'now'> {
  readonly limits: Hub['limits'];
  readonly keys: Hub['review']['keys'];
  /** `open` takes everything from everybody, which tests use to see what would come then. */
  readonly admission: 'checked' | 'open';
}

/** What asks for more than this in an hour or, an event, in ten minutes, asks for more than people do. */
const calm = { network: 60, event: 200 } as const;
/** An honest person waits for the work, so it doesn't rise for ever. */
const hardest = 8;

export function createAdmission(parts: AdmissionParts): Admission {
  const { settings, vault, now, limits, keys, admission } = parts;
  const proofs = createProofs(vault, now);

  return {
    async challenge(purpose, { ip }) {
      const network = networkOf(ip);
      checkTurns([limits.challengesOfNetwork, network]);
      limits.asking.add(network);
      const factor = Math.max(
        factorOf(limits.asking.count(network), calm.network),
        factorOf(limits.arrivals.count(purpose.event ?? ''), calm.event),
      );
      return proofs.challenge(purpose, settings.proofWork * factor);
    },

    async admit({ headers, ip }, { id: action }, eventId) {
      if (admission === 'open') return admitted(noProof);
      if (headers.authorization !== undefined) {
        await checkKey(headers);
        return admitted(noProof);
      }
      const header = headers[proofHeader.toLowerCase()];
      if (typeof header !== 'string') throw new ProblemError('proof_required');
      const spend = await proofs.check(header, { action, event: eventId || undefined });
      // Proofs can be sent again and again, so an event's turns are taken only by what is stored.
      const key = eventId || action;
      checkTurns([limits.sendsOfNetwork, networkOf(ip)]);
      checkWait(limits.storedOfEvent.wait(key));
      return admitted(spend, () => limits.storedOfEvent.take(key));
    },
  };

  /** A page of any site can send a key it was given, so none may come from a page. */
  async function checkKey({ authorization = '', origin }: FastifyRequest['headers']): Promise<void> {
    if (origin !== undefined) throw new ProblemError('key_in_browser');
    const key = /^Bearer ([\w-]+)$/i.exec(authorization)?.[1] ?? '';
    if ((await keys.actorOf(key, 'organization')) === undefined) throw new ProblemError('unauthorized');
  }
}

function admitted(spend: Spend, stored: () => void = () => undefined): Admitted {
  let isSpent = false;
  return {
    async spend(transaction) {
      await spend(transaction);
      isSpent = true;
    },
    count() {
      if (isSpent) stored();
      return isSpent;
    },
  };
}

/** Doubles each time the count does, from twice the calm one on. */
function factorOf(count: number, calm: number): number {
  return Math.min(hardest, 2 ** Math.max(0, Math.floor(Math.log2(count / calm))));
}
