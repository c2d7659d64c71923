import { css } from 'lit';

/** Field, radius, location and chips; under 560 px of the element the radius and chips share a row. */
export const finders = css`
  .finder {
    display: grid;
    grid-template: 'search within locate' auto 'chips chips chips' auto / minmax(0, 1fr) 172px auto;
    gap: 12px;
    align-items: start;
  }
  .search {
    grid-area: search;
  }
  .within {
    grid-area: within;
  }
  .locate {
    grid-area: locate;
    min-height: 48px;
    /* The labels of its neighbours stand above them: 1.45 lines and 6 px. */
    margin-top: calc(var(--_hk-text-m) * 1.45 + 6px);
  }
  .chips {
    grid-area: chips;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .place,
  .select {
    position: relative;
  }
  .place > .icon,
  .select > .icon {
    position: absolute;
    top: 24px;
    inset-inline-start: 14px;
    translate: 0 -50%;
    pointer-events: none;
  }
  .select > .icon {
    inset-inline: auto 12px;
  }
  .place > .input {
    padding-inline: 44px 48px;
    text-overflow: ellipsis;
  }
  /* Nothing to clear, so its room is free for the words. */
  .place > .input:placeholder-shown {
    padding-inline-end: 12px;
  }
  .place > .input::placeholder {
    color: var(--_hk-muted);
    opacity: 1;
  }
  .select > .input {
    padding-inline-end: 40px;
    appearance: none;
    cursor: pointer;
  }
  .field-button {
    position: absolute;
    top: 2px;
    inset-inline-end: 2px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_hk-radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .place-message:empty {
    display: none;
  }
  .place-message {
    margin: 6px 0 0;
  }
  .suggestions {
    position: absolute;
    z-index: 1200;
    top: calc(100% + 4px);
    inset-inline: 0;
    max-height: 400px;
    overflow-y: auto;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius-large);
    background: var(--_hk-surface);
    box-shadow: var(--_hk-shadow);
    list-style: none;
  }
  .suggestions[hidden],
  .panel[hidden],
  .chip.filters-button {
    display: none;
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 16px;
    align-items: center;
    min-height: 56px;
    padding: 8px 16px;
    cursor: pointer;
  }
  .option + .option {
    border-top: 1px solid var(--_hk-line);
  }
  .option:hover {
    background: var(--_hk-fill);
  }
  .option[aria-selected='true'] {
    background: color-mix(in srgb, var(--_hk-accent) var(--_hk-soft-mix), transparent);
    box-shadow: inset 4px 0 0 var(--_hk-accent);
  }
  :host(:dir(rtl)) .option[aria-selected='true'] {
    box-shadow: inset -4px 0 0 var(--_hk-accent);
  }
  .option b,
  .option-title {
    font-weight: var(--_hk-weight-strong);
  }
  .option-text {
    display: block;
    color: var(--_hk-muted);
    font-size: var(--_hk-text-s);
  }
  .option-count {
    font-variant-numeric: tabular-nums;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--_hk-control);
    padding: 0 14px;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--huddle-chip-radius, 999px);
    background: var(--_hk-field-background);
    color: inherit;
    font: inherit;
    font-size: var(--_hk-text-s);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .chip .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .chip:is([aria-pressed='true'], .chip-on) {
    border-color: var(--_hk-accent);
    background: color-mix(in srgb, var(--_hk-accent) 12%, var(--_hk-surface));
    box-shadow: inset 0 0 0 1px var(--_hk-accent);
    color: var(--_hk-accent-text);
    font-weight: 600;
  }
  .menu,
  .menu-head {
    position: relative;
  }
  .chip-clearable {
    padding-inline-end: 40px;
  }
  .chip-clear {
    position: absolute;
    top: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    width: 40px;
    height: var(--_hk-control);
    padding: 0;
    border: 0;
    border-radius: var(--huddle-chip-radius, 999px);
    background: none;
    color: var(--_hk-accent-text);
    cursor: pointer;
  }
  .chip-clear .icon {
    width: 1em;
    height: 1em;
  }
  .panel {
    position: absolute;
    z-index: 1200;
    top: calc(100% + 4px);
    inset-inline-start: 0;
    width: max-content;
    min-inline-size: 220px;
    max-width: 360px;
    max-height: 420px;
    margin: 0;
    padding: 6px 0;
    overflow-y: auto;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius-large);
    background: var(--_hk-surface);
    box-shadow: var(--_hk-shadow);
  }
  .choice-row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--_hk-control);
    padding: 0 16px;
    cursor: pointer;
  }
  .choice-row:hover {
    background: var(--_hk-fill);
  }
  .choice-row input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_hk-accent);
  }
  .choice-count {
    margin-inline-start: auto;
    padding-inline-start: 16px;
    color: var(--_hk-muted);
    font-variant-numeric: tabular-nums;
  }
  .range {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
    gap: 8px;
    margin-top: 6px;
    padding: 12px 12px 10px;
    border-top: 1px solid var(--_hk-line);
  }
  .range .input {
    min-width: 0;
    padding-inline: 10px;
  }
  .clear-all {
    padding-inline: 4px;
    font-size: var(--_hk-text-s);
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
  }
  .copy [role='status']:not(:empty) {
    margin-inline-start: 10px;
  }
  .copy-button {
    min-height: 24px;
    padding-inline: 0;
    font-size: var(--_hk-text-s);
    font-weight: 500;
  }
  .copy .input {
    width: 100%;
  }
  :is(.chip, .chip-clear, .field-button, .choice-row input):focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  @media (pointer: fine) {
    .chip,
    .clear-all {
      min-height: var(--_hk-control-fine);
    }
    .choice-row {
      min-height: var(--_hk-control-fine);
    }
    .chip-clear {
      height: var(--_hk-control-fine);
    }
  }
  @container (max-width: 559.98px) {
    .finder {
      grid-template:
        'search search locate' auto
        'within toggle toggle' auto / auto minmax(0, 1fr) auto;
      gap: 12px 8px;
    }
    .finder:has(.chips-shown) {
      grid-template:
        'search search locate' auto
        'within toggle toggle' auto
        'chips chips chips' auto / auto minmax(0, 1fr) auto;
    }
    :is(.search, .within) > .label,
    .locate span {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .locate {
      width: 48px;
      margin-top: 0;
      padding: 0;
    }
    .within .input {
      min-height: var(--_hk-control);
      padding-inline: 14px 34px;
      border-radius: var(--huddle-chip-radius, 999px);
      font-size: var(--_hk-text-s);
      font-weight: 500;
    }
    .select > .icon {
      top: calc(var(--_hk-control) / 2);
    }
    .within-unused {
      display: none;
    }
    .chip.filters-button {
      display: inline-flex;
      grid-area: toggle;
      justify-self: start;
      /* As high as the radius beside it. */
      min-height: var(--_hk-control);
    }
    .within-unused ~ .filters-button {
      grid-column: 1 / -1;
    }
    .chips:not(.chips-shown) {
      display: none;
    }
    .finder:not(:has(.chips-shown)) ~ .count .copy {
      display: none;
    }
    .menu {
      position: static;
    }
    .finder {
      position: relative;
    }
    .panel {
      top: auto;
      inset-inline: 0;
      width: auto;
      max-width: none;
      min-inline-size: 0;
      margin-top: 4px;
    }
  }
  @media print {
    .finder,
    .copy {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chip:is([aria-pressed='true'], .chip-on) {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
