/** A host sent an event; it waits for the mailed link and the review. */
export class HuddleHostEvent extends Event {
  readonly eventId: string;
  constructor(eventId: string) {
    super('huddle-host', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'huddle-host': HuddleHostEvent;
  }
}
