import type { Event } from '@huddlekit/contract';
import type { Filters } from '../store/filters.ts';

/** What a page's own card or popup needs to act as ours do. */
export interface EventActions {
  /** The event's own page. */
  readonly page: string | undefined;
  /** Opens the RSVP dialog; the focus comes back to `opener`. */
  readonly rsvp: (opener: HTMLElement) => void;
}

/**
 * Draws an event in place of the element's own card or popup: answers a DOM node, a Lit template, or a text. Where it
 * throws, the element's own is shown.
 */
export type RenderEvent = (event: Event, actions: EventActions) => unknown;

/** Draws what stands in for events where there are none; the same as for `RenderEvent` holds. */
export type RenderEmpty = (filters: Filters) => unknown;

/** What a page's own function draws, or what the element draws itself. */
export function drawn(own: (() => unknown) | undefined, ours: () => unknown): unknown {
  try {
    return own ? own() : ours();
  } catch (error) {
    console.error(error);
    return ours();
  }
}
