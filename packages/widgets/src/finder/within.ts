import { html, type TemplateResult } from 'lit';
import { chevronDown, icon } from '../icons/icon.ts';
import { distanceUnit, formatDistance, metresIn } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import { defaultWithin } from '../store/filters.ts';
import type { FinderLocale } from './finder.ts';

const steps = { mile: [5, 10, 25, 50, 100, 250], kilometer: [10, 25, 50, 80, 150, 400] } as const;

/** The choices of a radius in metres, in the reader's unit, with the one in use among them. */
export function withinSteps(language: string, current: number): number[] {
  const unit = distanceUnit(language);
  const choices = steps[unit].map((step) => Math.round(step * metresIn(unit)));
  return choices.includes(Math.round(current))
    ? choices
    : [...choices, Math.round(current)].sort((a, b) => a - b);
}

/** The next larger radius, or null beyond the last. */
export function widerThan(language: string, current: number): number | null {
  return withinSteps(language, current).find((step) => step > Math.round(current)) ?? null;
}

/** How far from the place. */
export function renderWithin(store: EventStore, locale: FinderLocale): TemplateResult {
  const { area } = store.filters;
  const current = area?.type === 'near' ? area.within : defaultWithin;
  return html`<div class="within">
    <label class="label" for="within">${locale.text('finder', 'within')}</label>
    <div class="select">
      <select
        class="input"
        part="input"
        id="within"
        ?disabled=${area?.type !== 'near'}
        @change=${({ target }: Event) => {
          if (area?.type === 'near') {
            store.filter({ area: { ...area, within: Number((target as HTMLSelectElement).value) } });
          }
        }}
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
