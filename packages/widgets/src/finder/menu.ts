import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { chevronDown, cross, tick } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { Finder } from './finder.ts';
import type { FinderLocale } from './finder-words.ts';

/** A filter with several choices: a chip that opens them. */
export interface Menu {
  readonly name: MenuName;
  /** What is filtered: `Kind`. */
  readonly title: string;
  /** What is chosen, or null where nothing is. */
  readonly chosen: string | null;
  /** Drawn only while the menu is open. */
  readonly content: () => TemplateResult;
  readonly clear: () => void;
}

export type MenuName = 'dates' | 'kinds' | 'attendance' | 'language' | 'sponsor';

/** A chip with its panel; one that holds a choice carries its own x. */
export function renderMenu(menu: Menu, finder: Finder, locale: FinderLocale): TemplateResult {
  const { name, title, chosen, content, clear } = menu;
  const isOpen = finder.menu === name;
  return html`<div
    class="menu"
    data-menu=${name}
    @focusout=${({ relatedTarget, currentTarget }: FocusEvent) => {
      const isInside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
      if (!isInside && isOpen) finder.showMenu(null);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen) return;
      event.stopPropagation();
      focusChip(event);
      finder.showMenu(null);
    }}
  >
    <div class="menu-head">
      <button
        class="chip ${chosen === null ? '' : 'chip-on chip-clearable'}"
        part="chip"
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="menu-${name}"
        @click=${() => finder.showMenu(isOpen ? null : name)}
      >
        ${
          chosen === null
            ? html`${title}${icon(chevronDown)}`
            : html`${icon(tick)}<span class="visually-hidden">${title}:</span> ${chosen}`
        }
      </button>
      ${
        chosen === null
          ? nothing
          : html`<button
              class="chip-clear"
              type="button"
              aria-label=${locale.text('clearFilter', { name: title })}
              @click=${(event: MouseEvent) => {
                focusChip(event);
                clear();
              }}
            >
              ${icon(cross)}
            </button>`
      }
    </div>
    <fieldset class="panel" id="menu-${name}" ?hidden=${!isOpen} tabindex="-1">
      <legend class="visually-hidden">${title}</legend>
      ${isOpen ? content() : nothing}
    </fieldset>
  </div>`;
}

/** A filter that is on or off. */
export function renderToggle(
  label: string,
  isOn: boolean,
  toggle: () => void,
  drawing?: SVGTemplateResult,
): TemplateResult {
  return html`<button
    class="chip"
    part="chip"
    type="button"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${toggle}
  >
    ${isOn ? icon(tick) : drawing ? icon(drawing) : nothing}${label}
  </button>`;
}

/** One row of a panel. */
export interface Choice {
  readonly type: 'checkbox' | 'radio';
  readonly name: MenuName;
  readonly label: string;
  readonly isChosen: boolean;
  /** Events there would be with it; left out where nobody counted. */
  readonly count?: number | undefined;
  readonly choose: () => void;
}

export function renderChoice(choice: Choice, locale: FinderLocale): TemplateResult {
  const { type, name, label, isChosen, count, choose } = choice;
  return html`<label class="choice-row"
    ><input type=${type} name=${name} .checked=${isChosen} @change=${choose} /><span>${label}</span>${
      count === undefined
        ? nothing
        : html`<span class="choice-count"
            ><span aria-hidden="true">${count.toLocaleString(locale.language)}</span
            ><span class="visually-hidden">, ${locale.text('eventsNear', { count })}</span></span
          >`
    }</label
  >`;
}

/** The x goes away with the choice; the focus stays on its chip. */
function focusChip({ currentTarget }: Event): void {
  (currentTarget as Element).closest('.menu')?.querySelector<HTMLElement>('.chip')?.focus();
}
