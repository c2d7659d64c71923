import { html, nothing, type TemplateResult } from 'lit';
import { search } from '../icons/card-icons.ts';
import { cross, locate } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Finder } from './finder.ts';
import type { FinderLocale } from './finder-words.ts';
import { renderFilters } from './filters.ts';
import { renderSuggestions } from './suggestions.ts';
import { renderWithin } from './within.ts';

/** The finder: the place, its radius, and the filters. */
export function renderFinder(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  return html`<div class="finder" part="finder" role="search">
    ${store.source.capabilities.places ? renderPlaceField(finder, store, locale) : nothing}
    ${renderWithin(finder, store, locale)}
    <button class="button locate" part="button" type="button" @click=${finder.useLocation}>
      ${icon(locate)}<span>${locale.text('useLocation')}</span>
    </button>
    ${renderFilters(finder, store, locale)}
  </div>`;
}

/** A combobox (ARIA 1.2) for the place; a source without place names has none. */
function renderPlaceField(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { isOpen, active, words, message, places } = finder;
  return html`<div
    class="search"
    part="search"
    @focusout=${(event: FocusEvent) => handleFocusOut(event, finder)}
  >
    <label class="label" for="place">${locale.text('label')}</label>
    <div class="place">
      ${icon(search)}
      <input
        class="input"
        part="input combobox"
        id="place"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-autocomplete="list"
        aria-controls="suggestions"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-activedescendant=${isOpen && active >= 0 ? `suggestion-${String(active)}` : nothing}
        placeholder=${locale.text('placeholder')}
        .value=${words}
        @input=${({ target }: InputEvent) => void finder.type((target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => handleKey(event, finder)}
        @click=${() => finder.open()}
      />
      ${
        words || store.filters.area
          ? html`<button
              class="field-button"
              type="button"
              aria-label=${locale.text('clear')}
              @click=${(event: MouseEvent) => handleClear(event, finder)}
            >
              ${icon(cross)}
            </button>`
          : nothing
      }
      ${renderSuggestions(finder, store, locale)}
    </div>
    <p class="place-message small" role="status">${message}</p>
    <p class="visually-hidden" role="status">
      ${isOpen && places.length > 0 ? locale.text('suggestionsCount', { count: places.length }) : ''}
    </p>
  </div>`;
}

function handleKey(event: KeyboardEvent, finder: Finder): void {
  switch (event.key) {
    case 'ArrowDown':
      finder.move(1);
      break;
    case 'ArrowUp':
      finder.move(-1);
      break;
    case 'Enter':
      void finder.submit();
      break;
    case 'Escape':
      // The first press closes the suggestions, the next one empties the field.
      if (finder.isOpen) finder.close();
      else finder.clear();
      break;
    case 'Home':
    case 'End':
      // They move the caret, and with it the attention back to the field.
      finder.leaveSuggestion();
      return;
    default:
      return;
  }
  event.preventDefault();
}

function handleFocusOut({ relatedTarget, currentTarget }: FocusEvent, finder: Finder): void {
  const isInside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
  if (!isInside && finder.isOpen) finder.close();
}

function handleClear({ currentTarget }: MouseEvent, finder: Finder): void {
  const field = (currentTarget as HTMLElement).parentElement?.querySelector('input');
  finder.clear();
  field?.focus();
}
