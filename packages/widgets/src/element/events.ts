/** An element has drawn itself for the first time. */
export class HuddleReadyEvent extends Event {
  constructor() {
    super('huddle-ready', { bubbles: true, composed: true });
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
    'huddle-error': HuddleErrorEvent;
  }
}
