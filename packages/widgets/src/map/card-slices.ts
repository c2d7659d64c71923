import type { Event } from '@huddlekit/contract';
import type { ReactiveControllerHost } from 'lit';
import { nextSlice } from '../element/slices.ts';
import { dateParts } from '../time/event-time.ts';

const cardsInSlice = 2;
/** A page of events; whatever comes after it comes at once. */
const mostSliced = 20;

/** The cards of a list come after the map beside it, in slices, so that neither keeps the page waiting. */
export class CardSlices {
  /** How many cards may be drawn. */
  most = 0;
  hasBegun = false;

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Shows some at a time; `first` is the event of the first card. */
  async begin(first: Event | undefined, language: string): Promise<void> {
    this.hasBegun = true;
    const slot = first?.timeslots[0];
    if (slot) {
      await nextSlice();
      // What formats dates takes longer to make than the rest of the first card.
      dateParts(slot.startDate, first.timezone, language);
      await nextSlice();
    }
    for (let count = 1; count < mostSliced; count += cardsInSlice) {
      this.#show(count);
      await this.#host.updateComplete;
      await nextSlice();
    }
    this.#show(Infinity);
  }

  /** Shows all at once: where no map is shown, and a list that grows would move what is below it. */
  showAll(): void {
    this.hasBegun = true;
    this.#show(Infinity);
  }

  #show(count: number): void {
    this.most = count;
    this.#host.requestUpdate();
  }
}
