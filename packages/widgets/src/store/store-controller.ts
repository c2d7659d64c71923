import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EventStore } from './event-store.ts';

/** Keeps an element drawn as its store says, while it is on the page. */
export class StoreController implements ReactiveController {
  store: EventStore | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => EventStore | null;
  readonly #changed: (store: EventStore) => void;
  #unsubscribe: (() => void) | null = null;

  /** `find` answers the element's store, or null while none can be known; `changed` hears of each change. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: () => EventStore | null,
    changed: (store: EventStore) => void = () => undefined,
  ) {
    this.#host = host;
    this.#find = find;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    // Properties set right after the element was put on the page still count.
    queueMicrotask(() => this.#connect());
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#connect();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.store = null;
  }

  #connect(): void {
    if (!this.#host.isConnected) return;
    const store = this.#find();
    if (store === this.store) return;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.store = store;
    if (!store) return;
    const changed = (): void => {
      this.#changed(store);
      this.#host.requestUpdate();
    };
    this.#unsubscribe = store.subscribe(changed);
    changed();
  }
}
