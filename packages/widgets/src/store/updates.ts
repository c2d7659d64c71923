import type { Event } from '@huddlekit/contract';
import type { EventStore, Listing } from './event-store.ts';

/** Milliseconds between two questions. */
export const period = 60_000;

/** What of a page decides when to ask. */
export interface Page {
  readonly isVisible: boolean;
  readonly isOnline: boolean;
  now(): number;
  /** Calls back once after so many milliseconds, unless the answered function is called before. */
  wait(milliseconds: number, callback: () => void): () => void;
  /** Calls back when visibility or connection changed, until the answered function is called. */
  watch(callback: () => void): () => void;
}

/**
 * Asks the hub again every minute while the page is visible, and at once when it is back after longer or the
 * connection is. Changes wait while a visitor reads.
 */
export class Updates {
  /** Tell whether somebody reads; one for each element. */
  readonly readers = new Set<() => boolean>();
  readonly #store: EventStore;
  readonly #page: Page;
  readonly #unwatch: () => void;
  #cancel: () => void = () => undefined;
  #asked: number;
  #wasOnline: boolean;

  constructor(store: EventStore, page: Page = browserPage) {
    this.#store = store;
    this.#page = page;
    const isStale = store.asOf !== null && Date.now() - store.asOf.getTime() > period;
    this.#asked = page.now() - (isStale ? period : 0);
    this.#wasOnline = page.isOnline;
    this.#unwatch = page.watch(() => this.#handleChange());
    this.#handleChange();
  }

  stop(): void {
    this.#cancel();
    this.#unwatch();
  }

  #handleChange(): void {
    const { isOnline, isVisible } = this.#page;
    const isBack = isOnline && (!this.#wasOnline || this.#store.isOffline);
    this.#wasOnline = isOnline;
    this.#cancel();
    if (!isOnline) this.#store.goOffline();
    else if (isBack) void this.#ask();
    else if (isVisible) this.#schedule();
  }

  #schedule(): void {
    this.#cancel();
    const rest = Math.max(0, this.#asked + period - this.#page.now());
    this.#cancel = this.#page.wait(rest, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    this.#asked = this.#page.now();
    if (this.#page.isVisible && this.#page.isOnline) this.#schedule();
    await this.#store.refresh((fresh) => this.#judge(fresh));
  }

  #judge({ events, nearest }: Listing): 'same' | 'show' | 'wait' {
    const shown = this.#store;
    if (isSame(events, shown.events) && isSame(nearest, shown.nearest)) return 'same';
    const moves = !isSameOrder(events, shown.events) || !isSameOrder(nearest, shown.nearest);
    return moves && [...this.readers].some((isRead) => isRead()) ? 'wait' : 'show';
  }
}

/** How many events of an update aren't shown yet. */
export function newEvents({ update, events }: Pick<EventStore, 'update' | 'events'>): number {
  const known = new Set(events.map(({ id }) => id));
  return update?.events.filter(({ id }) => !known.has(id)).length ?? 0;
}

/** Whether two answers tell the same of the same events. */
function isSame(some: readonly Event[], others: readonly Event[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** Whether the same events stay where they are, so that showing the change moves nothing. */
function isSameOrder(some: readonly Event[], others: readonly Event[]): boolean {
  return some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);
}

const browserPage: Page = {
  get isVisible() {
    return document.visibilityState === 'visible';
  },
  get isOnline() {
    return navigator.onLine;
  },
  now: () => performance.now(),
  wait(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  watch(callback) {
    const end = new AbortController();
    const { signal } = end;
    document.addEventListener('visibilitychange', callback, { signal });
    for (const type of ['online', 'offline']) window.addEventListener(type, callback, { signal });
    return () => end.abort();
  },
};
