import type { Place } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { search } from '../icons/card-icons.ts';
import { locate } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Finder } from './finder.ts';
import { matchIn } from './match.ts';
import type { FinderLocale } from './finder-words.ts';

/** The listbox under the field: the visitor's own position first, then the places that fit. */
export function renderSuggestions(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  return html`<ul
    class="suggestions"
    id="suggestions"
    role="listbox"
    aria-label=${locale.text('suggestions')}
    ?hidden=${!finder.isOpen}
    @mousedown=${keepFocus}
  >
    <li
      class="option"
      part="option"
      id="suggestion-0"
      role="option"
      aria-selected=${finder.active === 0 ? 'true' : 'false'}
      @click=${finder.useLocation}
    >
      ${icon(locate)}
      <span
        ><span class="option-title">${locale.text('useLocation')}</span
        ><span class="option-text">${locale.text('locationOnce')}</span></span
      >
    </li>
    ${finder.places.map((place, index) => renderPlace(place, index + 1, finder, store, locale))}
  </ul>`;
}

function renderPlace(
  place: Place,
  position: number,
  finder: Finder,
  store: EventStore,
  locale: FinderLocale,
): TemplateResult {
  const count = eventsNear(place, store, finder.within);
  return html`<li
    class="option"
    part="option"
    id="suggestion-${position}"
    role="option"
    aria-selected=${finder.active === position ? 'true' : 'false'}
    @click=${() => finder.choose(place)}
  >
    ${icon(search)}
    <span
      ><span>${renderMatch(place.label, finder.words.trim())}</span>
      ${count === 0 ? html`<span class="option-text">${locale.text('noEvents')}</span>` : nothing}
    </span>
    ${
      count === null
        ? nothing
        : html`<span class="option-count"
            ><span aria-hidden="true">${count.toLocaleString(locale.language)}</span
            ><span class="visually-hidden">${locale.text('eventsNear', { count })}</span></span
          >`
    }
  </li>`;
}

/** Counted only where the points of all events are there anyway. */
function eventsNear(
  { latitude, longitude }: Place,
  { pins, matching }: EventStore,
  within: number,
): number | null {
  if (!pins?.isWhole) return null;
  return pins.countWithin({ type: 'near', label: '', latitude, longitude, within }, matching);
}

function renderMatch(label: string, words: string): TemplateResult | string {
  const found = matchIn(label, words);
  if (!found) return label;
  const { start, end } = found;
  return html`${label.slice(0, start)}<b>${label.slice(start, end)}</b>${label.slice(end)}`;
}

/** A press on a suggestion must not take the focus from the field. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
