import { html, type TemplateResult } from 'lit';
import { chevronDown } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { formatDistance } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Finder } from './finder.ts';
import type { FinderLocale } from './finder-words.ts';
import { withinSteps } from './radius.ts';

/** How far from the place. */
export function renderWithin(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { area } = store.filters;
  const current = area?.type === 'near' ? area.within : finder.within;
  return html`<div class=${area?.type === 'near' ? 'within' : 'within within-unused'}>
    <label class="label" for="within">${locale.text('within')}</label>
    <div class="select">
      <select
        class="input"
        part="input"
        id="within"
        @change=${({ target }: Event) => finder.setWithin(Number((target as HTMLSelectElement).value))}
      >
        ${withinSteps(locale.language, current).map(
          (step) =>
            html`<option value=${step} .selected=${step === Math.round(current)}>
              ${formatDistance(step, locale.language, 'long')}
            </option>`,
        )}
      </select>
      ${icon(chevronDown)}
    </div>
  </div>`;
}
