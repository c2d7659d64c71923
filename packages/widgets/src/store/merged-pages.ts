import type { Event, EventPage, EventQuery } from '@huddlekit/contract';

type Load = (query: EventQuery, signal: AbortSignal) => Promise<EventPage>;

interface Source {
  readonly part: Part;
  readonly query: EventQuery;
  buffer: Event[];
  /** Cursor of the next page; undefined before the first, null after the last. */
  next: string | null | undefined;
  loaded: number;
}

/** A list of the hub's that a store reads. */
export type Part = 'inPerson' | 'online';

/** Several lists of the hub read as one, each in its own order. */
export class MergedPages {
  readonly #sources: Source[];
  readonly #load: Load;
  readonly #before: (a: Event, b: Event) => boolean;

  /** `before` says whether `a` comes before `b`, in the order that the lists have themselves. */
  constructor(
    { inPerson, online }: Readonly<Record<Part, EventQuery | null>>,
    load: Load,
    before: (a: Event, b: Event) => boolean,
  ) {
    const source = (part: Part, query: EventQuery | null): Source[] =>
      query ? [{ part, query, buffer: [], next: undefined, loaded: 0 }] : [];
    this.#sources = [...source('inPerson', inPerson), ...source('online', online)];
    this.#load = load;
    this.#before = before;
  }

  /**
   * The next events, at most `count`; fewer only at the end. Loads what is missing, the lists side by side. Where a
   * list can't be had it rejects and takes nothing, so that the same events come with the next try.
   */
  async take(count: number, signal: AbortSignal): Promise<Event[]> {
    const taken: [Source, Event][] = [];
    try {
      while (taken.length < count) {
        const fillings = this.#sources.map((source) => this.#fill(source, signal));
        // Each list ends its question first, so that none is asked twice for the same page.
        await Promise.allSettled(fillings);
        await Promise.all(fillings);
        const source = this.#first();
        const event = source?.buffer.shift();
        if (!source || !event) break;
        taken.push([source, event]);
      }
    } catch (error) {
      for (const [source, event] of taken.reverse()) source.buffer.unshift(event);
      throw error;
    }
    return taken.map(([, event]) => event);
  }

  /** Whether nothing is left to take. */
  get isDone(): boolean {
    return this.#sources.every(({ buffer, next }) => next === null && buffer.length === 0);
  }

  /** How many events a list has: all of them once `exact`, else at least so many. */
  sizeOf(part: Part): { count: number; exact: boolean } {
    const source = this.#sources.find((one) => one.part === part);
    return source ? { count: source.loaded, exact: source.next === null } : { count: 0, exact: true };
  }

  async #fill(source: Source, signal: AbortSignal): Promise<void> {
    if (source.buffer.length > 0 || source.next === null) return;
    const cursor = source.next ? { cursor: source.next } : {};
    const { data, next } = await this.#load({ ...source.query, ...cursor }, signal);
    source.buffer.push(...data);
    source.loaded += data.length;
    source.next = next;
    // A page may be empty though more follow, when all its events ended meanwhile.
    if (data.length === 0 && next !== null) await this.#fill(source, signal);
  }

  #first(): Source | undefined {
    return this.#sources
      .filter(({ buffer }) => buffer.length > 0)
      .reduce<Source | undefined>((best, source) => {
        const [a, b] = [source.buffer[0], best?.buffer[0]];
        return a && b && this.#before(b, a) ? best : source;
      }, undefined);
  }
}
