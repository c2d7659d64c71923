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

declare global {
  interface HTMLElementEventMap {
    'huddle-rsvp': HuddleRsvpEvent;
  }
}
