import type { AttendanceInput } from '@huddlekit/contract';
import type { Client } from '../client.ts';
import { isHuddleError, isRateLimitedError } from '../errors/guards.ts';
import { newIdempotencyKey } from '../idempotency-key.ts';
import { claim, type Release } from './claim.ts';
import { keptRsvps, type OutboxStorage } from './kept-rsvps.ts';
import { outboxLife, type QueuedRsvp, type RsvpInWaiting } from './queued-rsvp.ts';

/** What an outbox sends through, and where it keeps what a person chose to keep. */
export interface OutboxOptions {
  readonly client: Pick<Client, 'hub' | 'attendances'>;
  /** Asked only where something was kept or is to be; the browser's `localStorage` where left out. */
  readonly storage?: (() => OutboxStorage) | undefined;
  /** Milliseconds since 1970; the device's clock where left out. */
  readonly now?: (() => number) | undefined;
}

/** How an RSVP is put into an outbox. */
export interface QueueOptions {
  /** That of the attempt which failed, as the hub may have taken it; a new one where left out. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * RSVPs that couldn't be sent, sent once the line is back: when the browser says so, when the page is looked at again,
 * and from time to time. Each goes under one key and from one tab, so it has one effect. They are in memory alone; what
 * a person chose to keep on the device goes from there once it is sent, refused or a day old.
 */
export interface Outbox {
  /**
   * Everything put in, and what earlier pages kept, the oldest first; also what has ended.
   * @example
   * console.log(outbox.list().filter(({ state }) => state === 'waiting').length);
   */
  list(): readonly QueuedRsvp[];
  /**
   * Puts an RSVP in, and tries it at the next sign of a line.
   * @example
   * const { state } = outbox.add(event.id, { timeslotIds: [event.timeslots[0]!.id], person, commitments });
   * console.log(state);
   * await outbox.flush();
   */
  add(eventId: string, input: AttendanceInput, options?: QueueOptions): QueuedRsvp;
  /**
   * Keeps one on the device when the page goes, or no longer; only by the person's own act. Answers whether it is kept:
   * a browser may not let it.
   * @example
   * console.log(await outbox.keep(queued.idempotencyKey, true));
   * await outbox.keep(queued.idempotencyKey, false);
   */
  keep(idempotencyKey: string, isKept: boolean): Promise<boolean>;
  /**
   * Takes one out unsent. A try whose answer was lost may have been made.
   * @example
   * outbox.discard(queued.idempotencyKey);
   */
  discard(idempotencyKey: string): void;
  /**
   * Tries all that wait now; settles when each has its answer or waits again.
   * @example
   * await outbox.flush();
   */
  flush(): Promise<void>;
  /**
   * Calls back with each one that has changed. Answers what ends it.
   * @example
   * let sent = 0;
   * const end = outbox.subscribe(({ state }) => {
   *   if (state === 'sent') sent += 1;
   * });
   * await outbox.flush();
   * end();
   * console.log(sent);
   */
  subscribe(listener: (rsvp: QueuedRsvp) => void): () => void;
  /**
   * Ends all tries. What is kept on the device waits for the next page.
   * @example
   * outbox.close();
   */
  close(): void;
}

interface Entry {
  rsvp: QueuedRsvp;
  tries: number;
  /** Of its claim; undefined where it isn't kept on the device. */
  release: Release | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  trying: Promise<void>;
  readonly abort: AbortController;
}

/** Milliseconds before the second try, and the most there are between two. */
const firstPause = 2_000;
const longestPause = 300_000;
const signs = ['online', 'focus', 'visibilitychange'];

/**
 * Makes an outbox over a client, and takes up what an earlier page kept for its hub. One a page is enough.
 * @example
 * const outbox = createOutbox({ client });
 * outbox.close();
 */
export function createOutbox({
  client,
  storage = () => globalThis.localStorage,
  now = Date.now,
}: OutboxOptions): Outbox {
  const kept = keptRsvps(client.hub ?? '', storage);
  const entries = new Map<string, Entry>();
  const listeners = new Set<(rsvp: QueuedRsvp) => void>();
  let isClosed = false;

  function enter(rsvp: RsvpInWaiting, isKept: boolean, release?: Release): Entry {
    const entry: Entry = {
      rsvp: { ...rsvp, isKept, state: 'waiting' },
      tries: 0,
      release,
      timer: undefined,
      trying: Promise.resolve(),
      abort: new AbortController(),
    };
    entries.set(rsvp.idempotencyKey, entry);
    return entry;
  }

  function tell(entry: Entry, rsvp: QueuedRsvp): void {
    entry.rsvp = rsvp;
    for (const listener of listeners) listener(rsvp);
  }

  type End = { state: 'expired' | 'discarded' } | Pick<QueuedRsvp & { state: 'sent' }, 'state' | 'receipt'>;
  /** Nothing of the person is left, here or on the device. */
  function end(entry: Entry, how: End | { state: 'refused'; error: unknown }): void {
    const { idempotencyKey, eventId, madeAt } = entry.rsvp;
    kept.remove(idempotencyKey);
    entry.release?.();
    clearTimeout(entry.timer);
    tell(entry, { idempotencyKey, eventId, madeAt, ...how });
  }

  /** One try at a time; who asks meanwhile waits for it. */
  async function send(entry: Entry): Promise<void> {
    if (entry.rsvp.state === 'waiting') entry.trying = tryOnce(entry);
    await entry.trying;
  }

  async function tryOnce(entry: Entry): Promise<void> {
    const { rsvp } = entry;
    if (rsvp.state !== 'waiting') return;
    if (now() - rsvp.madeAt >= outboxLife) {
      end(entry, { state: 'expired' });
      return;
    }
    const { idempotencyKey, eventId, input, madeAt } = rsvp;
    const { signal } = entry.abort;
    tell(entry, { ...rsvp, state: 'sending' });
    try {
      const receipt = await client.attendances.create(eventId, input, { idempotencyKey, signal });
      if (!signal.aborted) end(entry, { state: 'sent', receipt });
    } catch (error) {
      if (signal.aborted) return;
      if (isHuddleError(error) && !error.retryable) {
        end(entry, { state: 'refused', error });
        return;
      }
      entry.tries++;
      const isKept = 'isKept' in entry.rsvp && entry.rsvp.isKept;
      tell(entry, { idempotencyKey, eventId, input, madeAt, isKept, state: 'waiting', error });
      schedule(entry, isRateLimitedError(error) ? (error.retryAfter ?? 0) * 1000 : 0);
    }
  }

  /** Waits longer each time, and spread, so that a crowd that comes out of one tunnel doesn't knock at once. */
  function schedule(entry: Entry, atLeast = 0): void {
    if (isClosed) return;
    const pause = Math.min(longestPause, firstPause * 2 ** Math.max(0, entry.tries - 1));
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void send(entry), Math.max(atLeast, pause * (0.5 + Math.random() / 2)));
  }

  /** What a page that is gone has kept. Another tab that is still there sends its own. */
  async function takeUp(): Promise<void> {
    for (const key of kept.keys()) {
      if (entries.has(key)) continue;
      const release = await claim(`huddlekit-outbox:${key}`);
      if (!release) continue;
      // The tab that held it may have sent it in between.
      const rsvp = kept.read(key);
      if (!rsvp || isClosed || entries.has(key)) release();
      else void send(enter(rsvp, true, release));
    }
  }

  async function flush(): Promise<void> {
    await takeUp();
    if (!isClosed) await Promise.all([...entries.values()].map(send));
  }

  function wake(): void {
    for (const entry of entries.values()) entry.tries = 0;
    void flush();
  }

  for (const sign of signs) globalThis.addEventListener?.(sign, wake);
  // Without the line no code comes either: what a write needs is loaded now.
  const code = [import('../client.ts'), import('../patient.ts'), import('../proof/send-proven.ts')];
  void Promise.all(code).catch(() => undefined);
  void takeUp();

  return {
    list: () => [...entries.values()].map(({ rsvp }) => rsvp),

    add(eventId, input, { idempotencyKey = newIdempotencyKey() } = {}) {
      const entry = enter({ idempotencyKey, eventId, input, madeAt: now() }, false);
      tell(entry, entry.rsvp);
      schedule(entry);
      return entry.rsvp;
    },

    async keep(idempotencyKey, isKept) {
      const entry = entries.get(idempotencyKey);
      if (!entry || !('input' in entry.rsvp)) return false;
      // Claimed first: once it is there to see, another tab may take it up.
      if (isKept) entry.release ??= await claim(`huddlekit-outbox:${idempotencyKey}`);
      const { rsvp } = entry;
      if (!('input' in rsvp)) {
        // Sent in between.
        entry.release?.();
        return false;
      }
      const isThere = isKept && kept.write(rsvp);
      if (!isKept) kept.remove(idempotencyKey);
      tell(entry, { ...rsvp, isKept: isThere });
      return isThere;
    },

    discard(idempotencyKey) {
      const entry = entries.get(idempotencyKey);
      if (!entry || !('input' in entry.rsvp)) return;
      entry.abort.abort();
      end(entry, { state: 'discarded' });
    },

    flush,

    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    close() {
      isClosed = true;
      for (const sign of signs) globalThis.removeEventListener?.(sign, wake);
      for (const { abort, release, timer } of entries.values()) {
        abort.abort();
        clearTimeout(timer);
        release?.();
      }
    },
  };
}
