import { eventKinds } from '@huddlekit/contract/vocabulary';
import { html, nothing, type TemplateResult } from 'lit';
import { chevronDown, cross, tick } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { kindName } from '../card/kind-text.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Finder, FinderLocale } from './finder.ts';

const soon = 14;

/** The chips: one press sets a filter, the next one takes it away. */
export function renderFilters(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { days, online } = store.filters;
  return html`<div class="chips" part="filters" role="group" aria-label=${locale.text('finder', 'filters')}>
    ${renderChip(
      locale.text('finder', 'nextDays', { count: days ?? soon }),
      days !== null,
      () => store.filter({ days: days === null ? soon : null }),
      true,
    )}
    ${renderKinds(finder, store, locale)}
    ${renderChip(locale.text('finder', 'includeOnline'), online, () => store.filter({ online: !online }))}
  </div>`;
}

function renderChip(label: string, isOn: boolean, toggle: () => void, hasCross = false): TemplateResult {
  return html`<button
    class="chip"
    part="chip"
    type="button"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${toggle}
  >
    ${isOn ? icon(tick) : nothing}${label}${isOn && hasCross ? icon(cross) : nothing}
  </button>`;
}

function renderKinds(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { kinds } = store.filters;
  const isOpen = finder.isChoosingKinds;
  const label =
    kinds.length === 0
      ? locale.text('finder', 'kind')
      : kinds.length === 1
        ? kindName(kinds[0] ?? '', locale)
        : locale.text('finder', 'kinds', { count: kinds.length });
  return html`<div
    class="kinds"
    @focusout=${({ relatedTarget, currentTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget))) {
        finder.toggleKinds(false);
      }
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen) return;
      (event.currentTarget as Element).querySelector('button')?.focus();
      finder.toggleKinds(false);
    }}
  >
    <button
      class="chip ${kinds.length > 0 ? 'chip-on' : ''}"
      part="chip"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="kinds"
      @click=${() => finder.toggleKinds()}
    >
      ${kinds.length > 0 ? icon(tick) : nothing}${label}${icon(chevronDown)}
    </button>
    <fieldset class="kinds-panel" id="kinds" ?hidden=${!isOpen} tabindex="-1">
      <legend class="visually-hidden">${locale.text('finder', 'kind')}</legend>
      ${eventKinds.map(
        (kind) =>
          html`<label class="kind-choice"
            ><input
              type="checkbox"
              .checked=${kinds.includes(kind)}
              @change=${() => store.filter({ kinds: toggled(kinds, kind) })}
            />${kindName(kind, locale)}</label
          >`,
      )}
    </fieldset>
  </div>`;
}

function toggled(kinds: readonly string[], kind: string): readonly string[] {
  return kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind];
}
