import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { Challenge, Proof, proofHeader, type ProvenOperation } from '@huddlekit/contract';
import type { Vault } from '../privacy/vault.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** How long a challenge may be solved and sent, in milliseconds: somebody who fills in a form slowly is in time. */
export const challengeLife = 30 * 60_000;

/** What a proof is for. */
export interface Purpose {
  readonly action: ProvenOperation;
  /** The event it is about; left out for an operation that is about none. */
  readonly event?: string | undefined;
}

/** Marks a proof as used. To be called in the transaction of what it lets in, so that both happen or neither. */
export type Spend = (transaction: WriteTransaction) => Promise<void>;

/** Where no proof is needed. */
export const noProof: Spend = () => Promise.resolve();

/** Proofs of work in the ALTCHA protocol: hard to make, easy to check, good once and for one purpose. */
export interface Proofs {
  /** A challenge that takes at most `work` hashes, half of it on average. */
  challenge(purpose: Purpose, work: number): Promise<Challenge>;
  /** @throws ProblemError `proof_invalid` that says what to do about it; `Spend` throws it for one that was used. */
  check(header: string, purpose: Purpose): Promise<Spend>;
}

const faults = {
  malformed: 'Send a challenge with its solution, as JSON in base64',
  forged: 'The challenge was changed, or another hub made it; take a new one and send it as it came',
  expired: 'The challenge has expired; take a new one',
  unsolved: 'The solution isn’t that of the challenge; solve it again',
  other_action: 'The challenge is for another operation; take one for this',
  other_event: 'The challenge is for another event; take one for this',
  spent: 'The proof was used; take a new challenge',
} as const;

function invalid(code: keyof typeof faults): ProblemError {
  return new ProblemError('proof_invalid', [{ pointer: proofHeader, code, message: faults[code] }]);
}

export function createProofs(vault: Vault, now: () => number): Proofs {
  const secrets = {
    hmacSignatureSecret: vault.hash('challenge', 'signature'),
    hmacKeySignatureSecret: vault.hash('challenge', 'key'),
  };
  return {
    async challenge({ action, event }, work) {
      // The library signs all parameters as JSON with sorted keys: no part of one can pass for a part of another.
      const challenge = await createChallenge({
        algorithm: 'SHA-256',
        cost: 1,
        counter: randomInt(work, 0),
        expiresAt: Math.floor((now() + challengeLife) / 1000),
        data: { action, ...(event !== undefined && { event }) },
        deriveKey,
        ...secrets,
      });
      return Challenge.parse(challenge);
    },

    async check(header, { action, event }) {
      const proof = Proof.safeParse(jsonIn(header));
      if (!proof.success) throw invalid('malformed');
      const { challenge, solution } = proof.data;
      const { data, expiresAt, keySignature, ...parameters } = challenge.parameters;
      const { expired, invalidSignature, verified } = await verifySolution({
        challenge: {
          signature: challenge.signature,
          parameters: {
            ...parameters,
            expiresAt,
            ...(keySignature !== undefined && { keySignature }),
            data: { action: data.action, ...(data.event !== undefined && { event: data.event }) },
          },
        },
        solution,
        deriveKey,
        ...secrets,
      });
      if (expired || expiresAt * 1000 <= now()) throw invalid('expired');
      if (invalidSignature) throw invalid('forged');
      if (!verified) throw invalid('unsolved');
      if (data.action !== action) throw invalid('other_action');
      if (data.event !== event) throw invalid('other_event');
      return async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('spentChallenges')
          .values({ id: challenge.signature, expiresAt: expiresAt * 1000 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) throw invalid('spent');
      };
    },
  };
}

function jsonIn(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Forgets used proofs that no check would let through any more. */
export async function forgetSpent(transaction: WriteTransaction, now: number): Promise<void> {
  await transaction.deleteFrom('spentChallenges').where('expiresAt', '<=', now).execute();
}
