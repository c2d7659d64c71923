import { html, type TemplateResult } from 'lit';
import { chevronDown } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { distanceUnit, formatDistance, metresIn } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Finder, FinderLocale } from './finder.ts';

const steps = { mile: [5, 10, 25, 50, 100, 250], kilometer: [10, 25, 50, 80, 150, 400] } as const;

/** The choices of a radius in metres, in the reader's unit, with the one in use among them. */
export function withinSteps(language: string, current: number): number[] {
  const unit = distanceUnit(language);
  const choices = steps[unit].map((step) => Math.round(step * metresIn(unit)));
  return choices.includes(Math.round(current))
    ? choices
    : [...choices, Math.round(current)].sort((a, b) => a - b);
}

/** The next larger radius that reaches as far as `needed` metres, or null where none does. */
export function widerThan(language: string, current: number, needed: number): number | null {
  const least = Math.max(needed, Math.round(current) + 1);
  return withinSteps(language, current).find((step) => step >= least) ?? null;
}

/** How far from the place. */
export function renderWithin(finder: Finder, store: EventStore, locale: FinderLocale): TemplateResult {
  const { area } = store.filters;
  const current = area?.type === 'near' ? area.within : finder.within;
  return html`<div class=${area?.type === 'near' ? 'within' : 'within within-unused'}>
    <label class="label" for="within">${locale.text('finder', 'within')}</label>
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
