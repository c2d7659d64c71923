/** An element has drawn itself for the first time. */
export class HuddleReadyEvent extends Event {
  constructor() {
    super('huddle-ready', { bubbles: true, composed: true });
  }
}

/** A visitor chose an event, in the list or on the map; `eventId` is null when nothing is chosen any more. */
export class HuddleSelectEvent extends Event {
  readonly eventId: string | null;
  constructor(eventId: string | null) {
    super('huddle-select', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

/** An RSVP was answered. Carries nothing personal. */
export class HuddleRsvpEvent extends Event {
  readonly eventId: string;
  readonly status: string;
  constructor(eventId: string, status: string) {
    super('huddle-rsvp', { bubbles: true, composed: true });
    this.eventId = eventId;
    this.status = status;
  }
}

/** A host sent an event; it waits for the mailed link and the review. */
export class HuddleHostEvent extends Event {
  readonly eventId: string;
  constructor(eventId: string) {
    super('huddle-host', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

/** Something failed; the element shows it too. `code` is the wire's error code or the client's. */
export class HuddleErrorEvent extends Event {
  readonly code: string;
  readonly requestId: string | undefined;
  constructor(code: string, requestId?: string) {
    super('huddle-error', { bubbles: true, composed: true });
    this.code = code;
    this.requestId = requestId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'huddle-ready': HuddleReadyEvent;
    'huddle-select': HuddleSelectEvent;
    'huddle-rsvp': HuddleRsvpEvent;
    'huddle-host': HuddleHostEvent;
    'huddle-error': HuddleErrorEvent;
  }
}
