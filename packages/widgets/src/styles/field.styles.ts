import { css } from 'lit';

/** Labels, fields, choices, steppers and their errors. */
export const fields = css`
  .label {
    display: block;
    margin: 0 0 6px;
    font-size: var(--_hk-text-m);
    font-weight: 600;
  }
  .hint {
    margin: -2px 0 8px;
    color: var(--_hk-muted);
    font-size: var(--_hk-text-s);
  }
  .input {
    width: 100%;
    min-height: 48px;
    padding: 0 12px;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-field-radius);
    background: var(--_hk-field-background);
    color: inherit;
    font: inherit;
    font-size: var(--_hk-text-m);
  }
  textarea.input {
    padding-block: 10px;
    line-height: 1.45;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--_hk-danger);
  }
  :is(.input, .choice input, .stepper input, .stepper button):focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  .error {
    display: flex;
    gap: 6px;
    margin: 0 0 6px;
    color: var(--_hk-danger);
    font-size: var(--_hk-text-s);
    font-weight: 600;
  }
  .error-summary {
    padding: 16px 18px;
    border: 3px solid var(--_hk-danger);
    border-radius: var(--_hk-radius);
  }
  .error-summary:focus {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  .error-summary h3 {
    margin: 0 0 8px;
    font-size: var(--_hk-text-l);
    line-height: 1.28;
    font-weight: var(--_hk-weight-strong);
  }
  .error-summary ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .error-summary a {
    color: var(--_hk-danger);
    font-weight: 600;
    text-underline-offset: 3px;
  }
  .choices {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice {
    position: relative;
    display: grid;
    grid-template-columns: 24px 1fr auto;
    gap: 2px 12px;
    align-items: start;
    min-height: 48px;
    padding: 11px 12px;
    border: 1px solid var(--_hk-line);
    cursor: pointer;
  }
  .choice + .choice {
    margin-top: -1px;
  }
  .choice:first-of-type {
    border-start-start-radius: var(--_hk-radius);
    border-start-end-radius: var(--_hk-radius);
  }
  .choice:last-of-type {
    border-end-start-radius: var(--_hk-radius);
    border-end-end-radius: var(--_hk-radius);
  }
  .choice:has(input:checked) {
    z-index: 1;
    border-color: var(--_hk-accent);
    background: color-mix(in srgb, var(--_hk-accent) var(--_hk-soft-mix), transparent);
  }
  .choice:has([aria-invalid='true']) {
    border: 2px solid var(--_hk-danger);
  }
  .choice input {
    width: 22px;
    height: 22px;
    margin: 1px 0 0;
    accent-color: var(--_hk-accent);
  }
  .choice-title {
    font-weight: 600;
  }
  .choice-text {
    grid-column: 2;
    font-size: var(--_hk-text-s);
  }
  .stepper {
    display: inline-grid;
    grid-template-columns: 48px 64px 48px;
    flex: none;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
    background: var(--_hk-field-background);
  }
  .stepper :is(button, input) {
    min-height: 46px;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: center;
  }
  .stepper button {
    cursor: pointer;
  }
  .stepper input {
    border-inline: 1px solid var(--_hk-line);
    font-weight: 600;
    font-size: var(--_hk-text-m);
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  @media (forced-colors: active) {
    .choice:has(input:checked) {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
