import type { Event } from '@huddlekit/contract';
import type { EventStore } from '../store/event-store.ts';
import { queriesOf, type BoundsArea } from '../store/filters.ts';
import type { ChosenSpot } from './scene.ts';

/** Events that are read at once. */
const batch = 20;
/** Points of the map are rounded to some three metres; degrees. */
const tolerance = 0.00003;

/** Reads the events of one place, some at a time, so that each of thousands can be reached. */
export class SpotEvents {
  readonly #store: EventStore;
  readonly #spot: ChosenSpot;
  #read = 0;
  #cursor: string | null = null;
  #isDone = false;

  constructor(store: EventStore, spot: ChosenSpot) {
    this.#store = store;
    this.#spot = spot;
  }

  get hasMore(): boolean {
    return !this.#isDone;
  }

  /** The next events; fewer only at the end. Rejects with what went wrong; the next call tries again. */
  async more(): Promise<readonly Event[]> {
    const { pins } = this.#spot;
    if (!pins) return this.#ofBounds();
    const events = await this.#store.eventsOf(pins.slice(this.#read, this.#read + batch));
    this.#read += batch;
    this.#isDone = this.#read >= pins.length;
    return events;
  }

  async #ofBounds(): Promise<readonly Event[]> {
    const { west, south, east, north } = this.#spot.bounds;
    const area: BoundsArea = {
      type: 'bounds',
      west: west - tolerance,
      south: south - tolerance,
      east: east + tolerance,
      north: north + tolerance,
    };
    const { inPerson } = queriesOf({ ...this.#store.filters, area, inPerson: true, order: 'start' });
    const cursor = this.#cursor === null ? {} : { cursor: this.#cursor };
    const { data, next } = await this.#store.source.events.page({ ...inPerson, ...cursor, limit: batch });
    this.#cursor = next;
    this.#isDone = next === null;
    return data;
  }
}
