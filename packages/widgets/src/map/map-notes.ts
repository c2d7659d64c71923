import { html, nothing, type TemplateResult } from 'lit';
import { countValues } from '../list/count-text.ts';
import type { map } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import type { EventStore } from '../store/event-store.ts';

/** What the map doesn't show: what couldn't be had, and events that take place nowhere. */
export function renderNotes(
  store: EventStore,
  locale: Pick<LocaleController<{ readonly map: typeof map }>, 'text'>,
  hasFailed: boolean,
): TemplateResult {
  return html`<div class="notes">
    ${hasFailed || store.layers?.error ? html`<p class="note" role="status">${locale.text('map', 'failed')}</p>` : nothing}
    ${
      store.onlineCount.count > 0
        ? html`<p class="note">${locale.text('map', 'onlineOnly', countValues(store.onlineCount))}</p>`
        : nothing
    }
  </div>`;
}
