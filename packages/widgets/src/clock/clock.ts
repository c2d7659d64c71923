/** What hears the page's clock. `tick` gets milliseconds since 1970. */
export type Tick = (now: number) => void;

interface Subscription {
  readonly tick: Tick;
  readonly period: number;
}

const subscriptions = new Set<Subscription>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `tick` at each full second (`period` 1,000 ms) or full minute (60,000 ms) until the answer is called. One
 * timer serves the whole page, set for the nearest moment that anybody waits for.
 */
export function onTick(tick: Tick, period: 1_000 | 60_000): () => void {
  const subscription = { tick, period };
  subscriptions.add(subscription);
  schedule();
  return () => {
    subscriptions.delete(subscription);
    if (subscriptions.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

function schedule(): void {
  clearTimeout(timer);
  const now = Date.now();
  const waits = [...subscriptions].map(({ period }) => period - (now % period));
  timer = waits.length > 0 ? setTimeout(run, Math.min(...waits)) : undefined;
}

function run(): void {
  const now = Date.now();
  for (const { tick, period } of [...subscriptions]) {
    // A timer may be some milliseconds early or late for its full second.
    if ((now + 50) % period < 1_000) tick(now);
  }
  schedule();
}
