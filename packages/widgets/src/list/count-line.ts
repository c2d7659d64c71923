import { html, nothing, type TemplateResult } from 'lit';
import type { common, list } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Filters } from '../store/filters.ts';
import { countText } from './count-text.ts';

type Words = Pick<
  LocaleController<{ readonly common: typeof common; readonly list: typeof list }>,
  'text' | 'language'
>;

/** The sentence with number and place, the sort order, and what the element adds at its end. */
export function renderCountLine(
  store: EventStore,
  locale: Words,
  extra: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { area, order } = store.filters;
  return html`<div class="count" part="count">
    <div role="status">
      <h2 class="count-text">
        ${store.status === 'loading' ? locale.text('common', 'loading') : countText(store, locale)}
      </h2>
    </div>
    ${
      area?.type === 'near'
        ? html`<label class="sort small"
            >${locale.text('list', 'sort')}:
            <select
              class="link"
              @change=${({ target }: Event) =>
                store.filter({ order: (target as HTMLSelectElement).value as Filters['order'] })}
            >
              <option value="start" .selected=${order === 'start'}>${locale.text('list', 'soonest')}</option>
              <option value="distance" .selected=${order === 'distance'}>
                ${locale.text('list', 'closest')}
              </option>
            </select></label
          >`
        : nothing
    }
    ${extra}
  </div>`;
}
