import type { Event } from '@huddlekit/contract';
import type { EventStore } from '../store/event-store.ts';
import type { Spot } from './popup.ts';
import type { ChosenSpot } from './scene.ts';
import { SpotEvents } from './spot-events.ts';

export interface OpenSpotOptions {
  /** What is to be drawn has changed. */
  readonly changed: () => void;
  /** More events were read, or could not be; so many were there before. */
  readonly read: (before: number) => void;
  /** The only event of the place is there. */
  readonly chosen: (event: Event) => void;
  readonly failed: (error: unknown) => void;
}

/** The place of the map whose events are listed beside it, while they are read. */
export class OpenSpot {
  readonly #options: OpenSpotOptions;
  #spot: Spot | null = null;
  #reading: SpotEvents | null = null;

  constructor(options: OpenSpotOptions) {
    this.#options = options;
  }

  /** What is to be drawn of it; null while no place is open. */
  get shown(): Spot | null {
    return this.#spot;
  }

  open(store: EventStore, chosen: ChosenSpot): void {
    const { x, y, count } = chosen;
    this.#reading = new SpotEvents(store, chosen);
    this.#show({ x, y, count, events: null, isLoading: false, hasMore: true, hasFailed: false });
    void this.more();
  }

  /** What is still being read comes to nothing. */
  leave(): void {
    this.#reading = null;
    if (this.#spot) this.#show(null);
  }

  /** Reads the next events; does nothing while some are being read. */
  readonly more = async (): Promise<void> => {
    const [spot, reading] = [this.#spot, this.#reading];
    if (!spot || !reading || spot.isLoading) return;
    const before = spot.events ?? [];
    this.#show({ ...spot, isLoading: true, hasFailed: false });
    try {
      const events = [...before, ...(await reading.more())];
      if (this.#reading !== reading) return;
      const [only] = events;
      if (only && spot.count === 1) {
        this.#options.chosen(only);
        return;
      }
      const { hasMore } = reading;
      this.#show({ ...spot, events, isLoading: false, hasMore, hasFailed: events.length === 0 && !hasMore });
    } catch (error) {
      if (this.#reading !== reading) return;
      this.#show({ ...spot, isLoading: false, hasFailed: true });
      this.#options.failed(error);
    }
    this.#options.read(before.length);
  };

  #show(spot: Spot | null): void {
    this.#spot = spot;
    this.#options.changed();
  }
}
