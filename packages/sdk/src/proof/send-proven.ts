// It loads apart and shares no module with what is there already: else a bundler cuts that into pieces, which weighs.
import type { Call, Challenge } from '@huddlekit/contract';
import type { CallParts } from '../connection.ts';
import type { Answer } from '../sending.ts';
import { solve } from './solve.ts';

/** Challenges solved for one call: a second where the first proof came too late. */
const mostProofs = 2;

const getChallenge = { id: 'getChallenge', method: 'GET', path: '/v1/challenge', status: 200 } as const;

/**
 * Makes a call, and again with a proof of work where the hub asks for one. Where none can be made, the hub's own
 * refusal is thrown.
 */
export async function sendProven(
  route: Call,
  parts: CallParts,
  send: (route: Call, parts: CallParts) => Promise<Answer>,
): Promise<Answer> {
  const { parameters, signal, timeout, deadline } = parts;
  const query = { action: route.id, event: parameters?.['id'] };
  let proven = parts;
  for (let proofs = 0; ; proofs++) {
    try {
      return await send(route, proven);
    } catch (error) {
      if (!asksForProof(error) || proofs === mostProofs) throw error;
      const { content } = await send(getChallenge, { query, signal, timeout, deadline });
      const proof = await solve(JSON.parse(content) as Challenge, signal);
      if (proof === undefined) throw error;
      proven = { ...parts, headers: { ...parts.headers, 'huddlekit-proof': proof } };
    }
  }
}

function asksForProof(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return code === 'proof_required' || code === 'proof_invalid';
}
