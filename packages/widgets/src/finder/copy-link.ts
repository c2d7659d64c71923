import { html, nothing, type TemplateResult } from 'lit';
import { link } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { EventStore } from '../store/event-store.ts';
import { urlWithFilters } from '../store/url-filters.ts';
import type { Finder } from './finder.ts';
import type { FinderLocale } from './finder-words.ts';

/** The link to a search, for the clipboard; where that is closed to the page, in a field to copy from. */
export class LinkCopy {
  /** What to copy by hand. */
  shown: string | null = null;
  isCopied = false;

  readonly #update: () => void;

  constructor(update: () => void) {
    this.#update = update;
  }

  async copy({ filters }: EventStore): Promise<void> {
    const url = urlWithFilters(new URL(location.href), filters).href;
    this.forget();
    try {
      await navigator.clipboard.writeText(url);
      this.isCopied = true;
    } catch {
      this.shown = url;
    }
    this.#update();
  }

  /** Another search has another link. */
  forget(): void {
    this.shown = null;
    this.isCopied = false;
  }
}

export function renderCopyLink(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { linkCopy } = finder;
  return html`<div class="copy">
    <button
      class="button-quiet copy-button"
      part="button-quiet"
      type="button"
      @click=${() => void linkCopy.copy(store)}
    >
      ${icon(link)} ${locale.text('copyLink')}
    </button>
    <span class="small" role="status"
      >${linkCopy.isCopied ? locale.text('copied') : linkCopy.shown ? locale.text('copyByHand') : ''}</span
    >
    ${
      linkCopy.shown
        ? html`<input
            class="input"
            part="input"
            readonly
            aria-label=${locale.text('copyByHand')}
            .value=${linkCopy.shown}
            @focus=${({ currentTarget }: FocusEvent) => (currentTarget as HTMLInputElement).select()}
          />`
        : nothing
    }
  </div>`;
}
