import { createHash } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { Challenge, type ChallengeQuery } from '@huddlekit/contract';

/** Asks a hub for a challenge. */
export async function challengeOf(
  hub: string,
  query: ChallengeQuery,
  headers: Readonly<Record<string, string>> = {},
): Promise<Challenge> {
  const search = new URLSearchParams({ action: query.action, ...(query.event && { event: query.event }) });
  const answer = await fetch(`${hub}/v1/challenge?${search.toString()}`, { headers });
  return Challenge.parse(await answer.json());
}

/** The header that proves the work on a challenge. */
export async function solved(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({
    challenge: challenge as Parameters<typeof solveChallenge>[0]['challenge'],
    deriveKey: (_, salt, password) =>
      Promise.resolve({ derivedKey: createHash('sha256').update(salt).update(password).digest() }),
  });
  return headerOf({ challenge, solution });
}

export function headerOf(payload: unknown): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64');
}
