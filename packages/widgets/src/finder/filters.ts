import { html, nothing, type TemplateResult } from 'lit';
import { wheelchair } from '../icons/card-icons.ts';
import { chevronDown } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { EventStore } from '../store/event-store.ts';
import { narrowing, noFilters } from '../store/filters.ts';
import { attendanceMenu, kindMenu, languageMenu, sponsorMenu } from './choice-menus.ts';
import { dateMenu } from './date-menu.ts';
import type { Finder } from './finder.ts';
import type { FinderLocale } from './finder-words.ts';
import { renderMenu, renderToggle, type Menu } from './menu.ts';

/** The chips; where the element is narrow they stand behind one button. */
export function renderFilters(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { language, accessible, hasRoom, sponsor } = store.filters;
  const { seen, showsFilters } = finder;
  const count = narrowing(store.filters);
  const title = locale.text('filters');
  const menu = (one: Menu): TemplateResult => renderMenu(one, finder, locale);
  return html`<button
      class="chip filters-button ${count > 0 ? 'chip-on' : ''}"
      part="chip"
      type="button"
      aria-expanded=${showsFilters ? 'true' : 'false'}
      aria-controls="filters"
      @click=${() => finder.toggleFilters()}
    >
      ${count > 0 ? locale.text('filtersOn', { count }) : title}${icon(chevronDown)}
    </button>
    <div
      class="chips ${showsFilters ? 'chips-shown' : ''}"
      part="filters"
      id="filters"
      role="group"
      aria-label=${title}
    >
      ${menu(dateMenu(store, locale))} ${menu(kindMenu(store, locale))} ${menu(attendanceMenu(store, locale))}
      ${menu(languageMenu(store, seen.languages(language), locale))}
      ${renderToggle(
        locale.text('accessible'),
        accessible,
        () => store.filter({ accessible: !accessible }),
        wheelchair,
      )}
      ${renderToggle(locale.text('hasRoom'), hasRoom, () => store.filter({ hasRoom: !hasRoom }))}
      ${sponsor !== null || seen.sponsors.size > 0 ? menu(sponsorMenu(store, seen.sponsors, locale)) : nothing}
      ${
        count > 0
          ? html`<button
              class="button-quiet clear-all"
              part="button-quiet"
              type="button"
              @click=${(event: MouseEvent) => handleClearAll(event, store)}
            >
              ${locale.text('clearAll')}
            </button>`
          : nothing
      }
    </div>`;
}

/** The button goes with the last filter; the focus goes to the first one. */
function handleClearAll({ currentTarget }: MouseEvent, store: EventStore): void {
  (currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('.chip')?.focus();
  store.filter(noFilters);
}
