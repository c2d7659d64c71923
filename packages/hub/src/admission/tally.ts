/** Counts in memory how often something happened lately, by key. */
export interface Tally {
  add(key: string): void;
  /** About how often it happened in the last window: what the window before holds counts by the part that still lies in it. */
  count(key: string): number;
}

/** Keys held at most; beyond, those that were counted for longest are forgotten. */
const mostKeys = 50_000;

interface Count {
  /** Number of the window. */
  readonly window: number;
  readonly before: number;
  readonly present: number;
}

/** `length` is that of the window, in milliseconds. */
export function createTally(length: number, now: () => number): Tally {
  const counts = new Map<string, Count>();

  function countAt(key: string, window: number): Count {
    const count = counts.get(key);
    if (count?.window === window) return count;
    return { window, before: count?.window === window - 1 ? count.present : 0, present: 0 };
  }

  return {
    add(key) {
      const { window, before, present } = countAt(key, Math.floor(now() / length));
      counts.delete(key);
      const [oldest] = counts.keys();
      if (counts.size >= mostKeys && oldest !== undefined) counts.delete(oldest);
      counts.set(key, { window, before, present: present + 1 });
    },
    count(key) {
      const at = now() / length;
      const { window, before, present } = countAt(key, Math.floor(at));
      return present + before * (1 - (at - window));
    },
  };
}
