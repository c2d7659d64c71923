/** A visitor chose an event, in the list or on the map; `eventId` is null when nothing is chosen any more. */
export class HuddleSelectEvent extends Event {
  readonly eventId: string | null;
  constructor(eventId: string | null) {
    super('huddle-select', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'huddle-select': HuddleSelectEvent;
  }
}
