import { html, nothing, type TemplateResult } from 'lit';
import { search } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';
import { widerThan } from '../finder/radius.ts';
import { formatDistance } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import { noFilters } from '../store/filters.ts';
import { placeName, type ListWords } from './count-text.ts';

/** Nothing takes place here: an invitation to be the first, and a wider search. */
export function renderHost(
  store: EventStore,
  { locale, hub }: { readonly locale: ListWords; readonly hub: string },
): TemplateResult {
  const { area } = store.filters;
  const place = area?.type === 'near' && area.label ? placeName(area.label, locale) : null;
  const nearest = store.nearest[0]?.distance ?? 0;
  const wider = area?.type === 'near' ? widerThan(locale.language, area.within, nearest) : null;
  return html`<div class="host">
    <h3>${place ? locale.text('list', 'hostTitle', { place }) : locale.text('list', 'hostTitleHere')}</h3>
    <p class="small">${locale.text('list', 'hostText')}</p>
    <div class="state-actions">
      <a class="button button-primary" part="button button-primary" href="${hub}/host"
        >${locale.text('list', 'host')}</a
      >
      ${
        area?.type === 'near' && wider !== null
          ? html`<button
              class="button-quiet"
              part="button-quiet"
              type="button"
              @click=${() => store.filter({ area: { ...area, within: wider } })}
            >
              ${locale.text('list', 'searchWithin', { distance: formatDistance(wider, locale.language, 'long') })}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** The filters leave nothing over. */
export function renderFiltered(store: EventStore, locale: ListWords): TemplateResult {
  return html`<div class="state" part="state">
    ${icon(search)}
    <h3>${locale.text('list', 'filteredTitle')}</h3>
    <p class="small">${locale.text('list', 'filteredText')}</p>
    <div class="state-actions">
      <button class="button" part="button" type="button" @click=${() => store.filter(noFilters)}>
        ${locale.text('list', 'clearFilters')}
      </button>
    </div>
  </div>`;
}
