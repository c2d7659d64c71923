import type { Challenge, Proof } from '@huddlekit/contract';
import { createSearch } from './search.ts';
import { openTurns } from './turns.ts';

/** Milliseconds of work at a stretch. A page stays smooth below 8, which is half a frame at 60 frames a second. */
const slice = 6;
/** Milliseconds after which nobody waits any more. */
const patience = 90_000;

/**
 * Solves a challenge in slices, in the thread it is called in, and answers the proof as its header carries it; undefined
 * for work of another kind than the hubs of this version ask for, or too much of it. Rejects with the signal's reason.
 */
export async function solve(challenge: Challenge, signal?: AbortSignal): Promise<string | undefined> {
  const search = createSearch(challenge.parameters);
  if (!search) return undefined;
  const turns = openTurns();
  const end = performance.now() + patience;
  try {
    while (performance.now() < end) {
      signal?.throwIfAborted();
      const solution = search(performance.now() + slice);
      if (solution) return btoa(JSON.stringify({ challenge, solution } satisfies Proof));
      await turns.next();
    }
    return undefined;
  } finally {
    turns.close();
  }
}
