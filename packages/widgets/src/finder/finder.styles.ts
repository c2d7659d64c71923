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
  .kinds-panel[hidden] {
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
  .kinds {
    position: relative;
  }
  .kinds-panel {
    position: absolute;
    z-index: 1200;
    top: calc(100% + 4px);
    inset-inline-start: 0;
    width: max-content;
    max-height: 400px;
    margin: 0;
    padding: 6px 0;
    overflow-y: auto;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius-large);
    background: var(--_hk-surface);
    box-shadow: var(--_hk-shadow);
  }
  .kind-choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--_hk-control);
    padding: 0 16px;
    cursor: pointer;
  }
  .kind-choice:hover {
    background: var(--_hk-fill);
  }
  .kind-choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_hk-accent);
  }
  :is(.chip, .field-button, .kind-choice input):focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  @media (pointer: fine) {
    .chip {
      min-height: var(--_hk-control-fine);
    }
  }
  @container (max-width: 559.98px) {
    .finder {
      grid-template: 'search search locate' auto 'within chips chips' auto / auto minmax(0, 1fr) auto;
      gap: 12px 8px;
    }
    .finder .label,
    .locate span {
      position: absolute;
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
    .within-unused ~ .chips {
      grid-column: 1 / -1;
    }
    .chips {
      flex-wrap: nowrap;
      overflow-x: auto;
      /* Room for the focus ring, which a scroller would cut. */
      margin: -5px;
      padding: 5px;
      scrollbar-width: none;
    }
    .kinds {
      position: static;
    }
    .finder {
      position: relative;
    }
    .kinds-panel {
      top: auto;
      inset-inline: 0;
      width: auto;
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
