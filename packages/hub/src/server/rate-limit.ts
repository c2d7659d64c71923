/** How often something may be done under one key. */
export interface RateLimitOptions {
  readonly limit: number;
  /** Milliseconds in which `limit` times are granted; all at once, or one by one as they come free again. */
  readonly window: number;
  readonly now: () => number;
  /** Between 0 and 1; spreads those who were refused, so that they don't all come back at once. */
  readonly random?: () => number;
}

/** Counts in memory alone: nothing of who asked is ever written down. */
export interface RateLimit {
  /** As `take`, but takes no turn. */
  wait(key: string): number;
  /** Takes one turn under a key. Answers 0, or, where none is left, after how many seconds to ask again. */
  take(key: string): number;
}

/** Keys held at most; beyond, those that were asked for longest ago are forgotten. */
const mostKeys = 50_000;

/** The generic cell rate algorithm (ITU-T I.371): one instant a key says when all its turns are free again. */
export function createRateLimit({ limit, window, now, random = Math.random }: RateLimitOptions): RateLimit {
  // Whole milliseconds, so that sums of them are exact.
  const interval = Math.floor(window / limit);
  const freeAt = new Map<string, number>();
  const freeFor = (key: string, at: number): number => Math.max(freeAt.get(key) ?? at, at);
  const wait = (key: string): number => {
    const at = now();
    const milliseconds = freeFor(key, at) + interval - at - window;
    return milliseconds > 0 ? Math.ceil((milliseconds / 1000) * (1 + random() / 2)) : 0;
  };
  return {
    wait,
    take(key) {
      const seconds = wait(key);
      if (seconds > 0) return seconds;
      const at = now();
      const free = freeFor(key, at);
      freeAt.delete(key);
      if (freeAt.size >= mostKeys) forget(freeAt, at);
      freeAt.set(key, free + interval);
      return 0;
    },
  };
}

function forget(freeAt: Map<string, number>, now: number): void {
  for (const [key, free] of freeAt) if (free <= now) freeAt.delete(key);
  for (const key of freeAt.keys()) {
    if (freeAt.size < mostKeys) break;
    freeAt.delete(key);
  }
}
