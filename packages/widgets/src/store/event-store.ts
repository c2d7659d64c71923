import type { Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { nextTimeslot } from '../time/event-time.ts';
import { defaultFilters, nearestQuery, queriesOf, type Filters } from './filters.ts';
import { MergedPages } from './merged-pages.ts';
import type { PinIndex } from './pin-index.ts';
import type { PinLayers } from './pin-layers.ts';

/** What the store needs of a client. */
export type EventSource = Pick<Client, 'events' | 'pins' | 'places' | 'capabilities'>;

export type Status = 'idle' | 'loading' | 'ready' | 'error';

/** A number of events, and whether there may be more. */
export interface Count {
  readonly count: number;
  readonly exact: boolean;
}

/** The event a visitor chose, and where. */
export interface Selection {
  readonly event: Event;
  readonly from: 'list' | 'map';
}

const batch = 20;
/** The hub answers at most so many named pins at once. */
const pinBatch = 100;

/** Events of one hub as the visitor filters them, shared by the elements that show them. Knows no framework. */
export class EventStore {
  readonly source: EventSource;
  filters: Filters = defaultFilters;
  status: Status = 'idle';
  /** Whether an answer has ever come; from then on its events stay while others load. */
  wasReady = false;
  /** Why `status` is `error`. */
  error: unknown = null;
  events: readonly Event[] = [];
  /** Where nothing takes place in the searched circle: what is nearest to it. */
  nearest: readonly Event[] = [];
  hasMore = false;
  isLoadingMore = false;
  selection: Selection | null = null;
  /** What the map shows; null until it is asked for. */
  layers: PinLayers | null = null;

  readonly #listeners = new Set<() => void>();
  readonly #now: () => Date;
  readonly #byPin = new Map<number, Event>();
  #pages: MergedPages | null = null;
  #request: AbortController | null = null;
  #pinsRequest: Promise<void> | null = null;

  constructor(source: EventSource, now = () => new Date()) {
    this.source = source;
    this.#now = now;
  }

  /** Calls `listener` after each change, until the answered function is called. Loads when the first one comes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.status === 'idle') void this.load();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#abandon();
    };
  }

  /** Changes some filters and loads anew. */
  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    if (this.filters.area?.type !== 'near') this.filters = { ...this.filters, order: 'start' };
    // What went wrong stands in the layers.
    this.#followPins().catch(() => undefined);
    if (this.status === 'idle' && this.#listeners.size === 0) return;
    void this.load();
  }

  select(selection: Selection | null): void {
    this.selection = selection;
    this.#changed();
  }

  /** Loads the first events of the filters. A newer call wins over an older one, whichever answers first. */
  async load(): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const { filters } = this;
    const { inPerson, online } = queriesOf(filters, this.#now());
    const pages = new MergedPages(
      online ? [inPerson, online] : [inPerson],
      (query, signal) => this.source.events.page(query, { signal }),
      (a, b) => this.#isBefore(a, b, filters.order),
    );
    this.status = 'loading';
    this.#changed();
    try {
      const events = await pages.take(batch, request.signal);
      const isEmpty = filters.area?.type === 'near' && pages.sizeOf(0).count === 0;
      const nearest = isEmpty ? await this.#nearest(request.signal) : [];
      if (request.signal.aborted) return;
      this.#pages = pages;
      this.events = this.#remember(events);
      this.nearest = this.#remember(nearest);
      this.hasMore = !pages.isDone;
      this.status = 'ready';
      this.wasReady = true;
    } catch (error) {
      if (request.signal.aborted) return;
      this.error = error;
      this.status = 'error';
    }
    this.#changed();
  }

  /** Loads the next events after those that are there. Rejects with what went wrong; the list stays. */
  async more(): Promise<void> {
    const [pages, request] = [this.#pages, this.#request];
    if (!pages || !request || this.isLoadingMore) return;
    this.isLoadingMore = true;
    this.#changed();
    try {
      const events = await pages.take(batch, request.signal);
      if (request.signal.aborted) return;
      this.events = [...this.events, ...this.#remember(events)];
      this.hasMore = !pages.isDone;
    } catch (error) {
      if (!request.signal.aborted) throw error;
    } finally {
      this.isLoadingMore = false;
      this.#changed();
    }
  }

  /** Loads the points of all events, once. Rejects with what went wrong; a later call tries again. */
  async loadPins(): Promise<void> {
    this.#pinsRequest ??= this.#fetchPins().catch((error: unknown) => {
      this.#pinsRequest = null;
      throw error;
    });
    return this.#pinsRequest;
  }

  /** The event of a pin, where it has come already. */
  eventOf(pin: number): Event | undefined {
    return this.#byPin.get(pin);
  }

  /** The events of some pins, in their order; those that ended meanwhile are left out. */
  async eventsOf(pins: readonly number[], signal?: AbortSignal): Promise<Event[]> {
    const missing = pins.filter((pin) => !this.#byPin.has(pin));
    for (let start = 0; start < missing.length; start += pinBatch) {
      const names = missing.slice(start, start + pinBatch);
      const query = { pins: names.join(), limit: pinBatch };
      this.#remember((await this.source.events.page(query, signal ? { signal } : {})).data);
    }
    return pins.map((pin) => this.#byPin.get(pin)).filter((event) => event !== undefined);
  }

  /** Events at a place that fit the filters; counted by the pins where those are there. */
  get inPersonCount(): Count {
    const listed = this.#pages?.sizeOf(0) ?? { count: 0, exact: false };
    if (listed.exact || !this.pins) return listed;
    const { area } = this.filters;
    // Not every event has a point, so the pins are all there is only where a place was searched.
    return area ? { count: this.pins.countWithin(area, this.matching), exact: true } : listed;
  }

  get onlineCount(): Count {
    return this.#pages?.sizeOf(1) ?? { count: 0, exact: false };
  }

  /** All events that fit the filters; those online are near nothing, so a search by place doesn't count them. */
  get count(): Count {
    const [inPerson, online] = [this.inPersonCount, this.onlineCount];
    if (this.filters.area) return inPerson;
    return { count: inPerson.count + online.count, exact: inPerson.exact && online.exact };
  }

  /** Pins of all of the map: of each event, or of cells of many. */
  get pins(): PinIndex | null {
    return this.layers?.root ?? null;
  }

  /** For each row of `pins`, 1 where it fits the filters. */
  get matching(): Uint8Array {
    return this.layers?.marked ?? new Uint8Array();
  }

  async #fetchPins(): Promise<void> {
    // A list alone never needs to read pins.
    const { PinLayers } = await import('./pin-layers.ts');
    this.layers ??= new PinLayers({ source: this.source, changed: () => this.#changed(), now: this.#now });
    await this.#followPins();
  }

  async #nearest(signal: AbortSignal): Promise<Event[]> {
    const { area } = this.filters;
    if (area?.type !== 'near') return [];
    const query = nearestQuery(this.filters, area, this.#now());
    return (await this.source.events.page(query, { signal })).data;
  }

  #remember(events: readonly Event[]): readonly Event[] {
    for (const event of events) this.#byPin.set(event.pin, event);
    return events;
  }

  #isBefore(a: Event, b: Event, order: Filters['order']): boolean {
    const rank = (event: Event): number =>
      order === 'distance'
        ? // Events of one town without a distance stand with those in person, before those online.
          (event.distance ?? (event.isVirtual ? Infinity : 0))
        : Date.parse(nextTimeslot(event.timeslots, this.#now().getTime())?.startDate ?? '');
    return rank(a) <= rank(b);
  }

  async #followPins(): Promise<void> {
    const {
      limit: _limit,
      virtual: _virtual,
      ...query
    } = queriesOf({ ...this.filters, area: null }, this.#now()).inPerson;
    await this.layers?.follow(this.filters, query);
  }

  #abandon(): void {
    this.#request?.abort();
    this.#request = null;
    this.layers?.abandon();
    this.isLoadingMore = false;
    if (this.status === 'loading') this.status = 'idle';
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
