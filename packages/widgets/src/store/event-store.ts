import type { Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { nextTimeslot } from '../time/event-time.ts';
import type { EventCounts } from './event-counts.ts';
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

/** What a list shows, as one answer told it. */
export interface Listing {
  readonly pages: MergedPages;
  readonly filters: Filters;
  readonly events: readonly Event[];
  readonly nearest: readonly Event[];
}

const batch = 20;
/** The hub answers at most so many named pins at once. */
const pinBatch = 100;

/** Events of one hub as the visitor filters them, shared by the elements that show them. Knows no framework. */
export class EventStore {
  readonly source: EventSource;
  filters: Filters = defaultFilters;
  /** What the filters are at first, where that comes later than the store. */
  start: (() => Promise<Filters>) | null = null;
  /** The filters of the events that are there; behind `filters` while others load, or can't. */
  listed: Filters = defaultFilters;
  status: Status = 'idle';
  /** Whether an answer has ever come; from then on its events stay while others load. */
  wasReady = false;
  /** Why `status` is `error`. */
  error: unknown = null;
  events: readonly Event[] = [];
  /** When the hub last told that these are the events. */
  asOf: Date | null = null;
  /** Events are there, but the hub can't be reached just now. */
  isOffline = false;
  /** Newer events than those that are there, kept back from a visitor who reads. */
  update: Listing | null = null;
  /** How many there are by kind and date, once counted; of the last filters while those of new ones come. */
  counts: EventCounts | null = null;
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
    // Who comes back goes on where the last one left.
    else this.#request ??= new AbortController();
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
    this.status = 'loading';
    this.#changed();
    let counting = Promise.resolve();
    try {
      if (this.start) {
        const filters = await this.start();
        if (request.signal.aborted) return;
        this.start = null;
        this.filters = filters;
        this.#followPins().catch(() => undefined);
      }
      counting = this.#count(this.filters, request.signal);
      const listing = await this.#list(batch, request.signal);
      if (request.signal.aborted) return;
      this.#show(listing);
      this.status = 'ready';
      this.wasReady = true;
    } catch (error) {
      if (request.signal.aborted) return;
      this.error = error;
      this.isOffline = isOffline(error);
      this.status = this.isOffline && this.wasReady ? 'ready' : 'error';
    }
    this.#changed();
    await counting;
  }

  /**
   * Asks for the same events again. `judge` says of the answer whether it tells the `same`, is to be shown at once, or
   * waits as `update`. Does nothing while the visitor's own request is under way.
   */
  async refresh(judge: (fresh: Listing) => 'same' | 'show' | 'wait'): Promise<void> {
    const request = this.#request;
    if (!request || this.status !== 'ready' || this.isLoadingMore) return;
    if (this.listed !== this.filters) return this.load();
    const { events } = this;
    try {
      const fresh = await this.#list(Math.max(batch, events.length), request.signal);
      if (request.signal.aborted || this.events !== events || this.isLoadingMore) return;
      const verdict = judge(fresh);
      this.isOffline = false;
      this.asOf = this.#now();
      this.update = verdict === 'wait' ? fresh : null;
      if (verdict === 'show') this.#show(fresh);
      if (verdict !== 'same') await this.#count(this.filters, request.signal);
      if (verdict !== 'wait') await this.layers?.refresh(this.filters);
    } catch (error) {
      if (request.signal.aborted || !isOffline(error)) return;
      this.isOffline = true;
    }
    this.#changed();
  }

  /** Puts the newer events in the place of those that are there. */
  showUpdate(): void {
    if (this.update) this.#show(this.update);
    // What goes wrong stands in the layers, and the points that are there stay.
    this.layers?.refresh(this.filters).catch(() => undefined);
    this.#changed();
  }

  /** Tells that the device lost its connection. */
  goOffline(): void {
    this.isOffline = this.wasReady && this.status !== 'error';
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
      if (request.signal.aborted || this.#pages !== pages) return;
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

  /** Events at a place that fit the filters. */
  get inPersonCount(): Count {
    return this.#countOf('inPerson');
  }

  get onlineCount(): Count {
    return this.#countOf('online');
  }

  /** All events that fit the filters; those online are near nothing, so a search by place doesn't count them. */
  get count(): Count {
    const [inPerson, online] = [this.inPersonCount, this.onlineCount];
    if (!this.listed.inPerson) return online;
    if (this.listed.area) return inPerson;
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

  async #list(count: number, signal: AbortSignal): Promise<Listing> {
    const { filters } = this;
    const { inPerson, online } = queriesOf(filters);
    const pages = new MergedPages(
      { inPerson, online },
      (query, paging) => this.source.events.page(query, { signal: paging }),
      (a, b) => this.#isBefore(a, b, filters.order),
    );
    const events = await pages.take(count, signal);
    const { area } = filters;
    const isEmpty = area?.type === 'near' && inPerson !== null && pages.sizeOf('inPerson').count === 0;
    const nearest = isEmpty ? await this.source.events.page(nearestQuery(filters, area), { signal }) : null;
    return { pages, filters, events, nearest: nearest?.data ?? [] };
  }

  #show({ pages, filters, events, nearest }: Listing): void {
    this.#pages = pages;
    this.listed = filters;
    this.events = this.#remember(events);
    this.nearest = this.#remember(nearest);
    this.hasMore = !pages.isDone;
    this.asOf = this.#now();
    this.isOffline = false;
    this.update = null;
  }

  /** Counts beside the list: without numbers it is whole, so what goes wrong here stays here. */
  async #count(filters: Filters, signal: AbortSignal): Promise<void> {
    try {
      const { countEvents } = await import('./event-counts.ts');
      const counts = await countEvents(this.source, filters, this.#now(), signal);
      if (signal.aborted) return;
      this.counts = counts;
    } catch (error) {
      if (signal.aborted) return;
      this.counts = null;
      if (!isOffline(error)) console.warn('Huddlekit could not count the events.', error);
    }
    this.#changed();
  }

  #countOf(part: 'inPerson' | 'online'): Count {
    const listed = this.#pages?.sizeOf(part) ?? { count: 0, exact: false };
    return listed.exact || this.counts?.filters !== this.listed
      ? listed
      : { count: this.counts[part], exact: true };
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
    await this.layers?.follow(this.filters);
  }

  #abandon(): void {
    this.#request?.abort();
    this.#request = null;
    this.layers?.abandon();
    // Who comes back asks for what was broken off.
    this.#pinsRequest = null;
    this.isLoadingMore = false;
    if (this.status === 'loading') this.status = 'idle';
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function isOffline(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'offline';
}
