import { html, nothing, type TemplateResult } from 'lit';
import { widerThan } from '../finder/radius.ts';
import { search } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';
import { empty as english } from '../locales/en/empty.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { format } from '../locales/message.ts';
import { formatDistance } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import { narrowing, noFilters, type Filters } from '../store/filters.ts';
import { placeName, type ListWords } from './count-text.ts';

export type EmptyLocale = ListWords & Pick<LocaleController<Record<string, never>>, 'later'>;

/** No event fits, or none is near: the way to others, or to the first one. */
export function renderEmpty(
  store: EventStore,
  { locale, hub }: { readonly locale: EmptyLocale; readonly hub: string | undefined },
): TemplateResult {
  const { events, nearest, listed } = store;
  const isFiltered = narrowing(listed) > 0;
  return html`${events.length === 0 && nearest.length === 0 && isFiltered ? renderFiltered(store, locale) : nothing}
  ${hub && (!isFiltered || (listed.inPerson && listed.area)) ? renderHost(store, { locale, hub }) : nothing}`;
}

/** Nothing takes place here: an invitation to be the first, and a wider search. */
function renderHost(
  store: EventStore,
  { locale, hub }: { readonly locale: EmptyLocale; readonly hub: string },
): TemplateResult {
  const text = wordsOf(locale);
  const { area } = store.listed;
  const place = area?.type === 'near' && area.label ? placeName(area.label, locale) : null;
  const nearest = store.nearest[0]?.distance ?? 0;
  const wider = area?.type === 'near' ? widerThan(locale.language, area.within, nearest) : null;
  return html`<div class="host">
    <h3>${place ? text('hostTitle', { place }) : text('hostTitleHere')}</h3>
    <p class="small">${text('hostText')}</p>
    <div class="state-actions">
      <a class="button button-primary" part="button button-primary" href=${hostUrl(hub, store.listed)}
        >${text('host')}</a
      >
      ${
        area?.type === 'near' && wider !== null
          ? html`<button
              class="button-quiet"
              part="button-quiet"
              type="button"
              @click=${() => store.filter({ area: { ...area, within: wider } })}
            >
              ${text('searchWithin', { distance: formatDistance(wider, locale.language, 'long') })}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** The filters leave nothing over. */
function renderFiltered(store: EventStore, locale: EmptyLocale): TemplateResult {
  const text = wordsOf(locale);
  return html`<div class="state" part="state">
    ${icon(search)}
    <h3>${text('filteredTitle')}</h3>
    <p class="small">${text('filteredText')}</p>
    <div class="state-actions">
      <button class="button" part="button" type="button" @click=${() => store.filter(noFilters)}>
        ${text('clearFilters')}
      </button>
    </div>
  </div>`;
}

/** The hub's page for hosting, with the place and kind that were searched filled in. */
export function hostUrl(hub: string, { area, kinds }: Filters): string {
  const parameters = new URLSearchParams();
  if (area?.type === 'near' && area.label) parameters.set('place', area.label);
  if (kinds.length === 1) parameters.set('kind', kinds[0] ?? '');
  return parameters.size > 0 ? `${hub}/host?${parameters.toString()}` : `${hub}/host`;
}

function wordsOf(locale: EmptyLocale) {
  return (key: keyof typeof english, values?: Readonly<Record<string, string>>): string =>
    format(locale.later('empty', english)[key], locale.language, values);
}
