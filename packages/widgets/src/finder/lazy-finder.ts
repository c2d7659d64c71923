import { html, type LitElement, type TemplateResult } from 'lit';
import type { EventStore } from '../store/event-store.ts';
import type { Finder } from './finder.ts';
import type { HostWords } from './finder-words.ts';

/** The finder, loaded beside the events instead of before them; until it is there its room is kept free. */
export class LazyFinder {
  readonly #host: LitElement;
  readonly #locale: () => HostWords;
  #finder: Finder | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: LitElement, locale: () => HostWords) {
    this.#host = host;
    this.#locale = locale;
  }

  render(store: EventStore): TemplateResult {
    if (this.#finder) return this.#finder.render(store);
    this.#loading ??= this.#load();
    return html`<div class="finder-room"></div>`;
  }

  async #load(): Promise<void> {
    try {
      const { Finder, fields, finders } = await import('./finder-parts.ts');
      const { shadowRoot } = this.#host;
      for (const { styleSheet } of [fields, finders]) {
        if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
      }
      this.#finder = new Finder(this.#host, this.#locale());
      this.#host.requestUpdate();
    } catch (error) {
      // The events stay; the search is tried again with the next drawing.
      this.#loading = undefined;
      console.warn('Huddlekit could not load the search.', error);
    }
  }
}
