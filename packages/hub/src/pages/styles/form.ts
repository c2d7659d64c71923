import { css } from './css.ts';

/** Fields, choices and what is wrong with them, in forms of several parts. */
export const form = css`
  .hint {
    margin-block-end: 6px;
    color: var(--muted);
    font-size: 0.9375em;
  }

  .form .field {
    margin-block-end: 20px;
  }

  .form :is(input:not([type='radio'], [type='checkbox']), textarea) {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 48px;
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
  }

  .form input.short {
    max-width: 140px;
  }

  .form .choices {
    margin-block-end: 20px;
  }

  .form .choices .hint {
    display: block;
    margin: 0;
  }

  .form .choices .hint::first-letter {
    text-transform: uppercase;
  }

  .form > .button.wide {
    margin-block-end: 12px;
  }

  .form .choices:not(.inline) .choice {
    padding-block: 4px;
  }

  .form .hint + .choices {
    margin-block-start: 24px;
  }

  .form .inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  .form .inline legend {
    margin-block-end: 0;
  }

  .form .slot {
    margin-block-end: 0;
    padding-block: 16px 8px;
    border-block-start: 1px solid var(--line);
  }

  .form .slot legend {
    float: inline-start;
    width: 100%;
  }

  .form .slot .beside-fields {
    clear: both;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
  }

  .form .slot .field {
    margin-block-end: 8px;
  }

  .form .slot + .button {
    margin-block-start: 8px;
  }

  .beside-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: 0 16px;
    align-items: end;
  }

  .cards .check {
    margin-block-end: -1px;
    padding: 10px 14px;
    border: 1px solid var(--line-strong);
  }

  .cards .check.wrong {
    border-color: var(--danger);
    border-inline-start-width: 3px;
  }

  .cards .choice {
    align-items: flex-start;
    gap: 12px;
  }

  .cards .hint a {
    margin-inline-end: 12px;
  }

  .cards strong {
    display: block;
    font-weight: 600;
  }

  .form .cards {
    margin-block-end: 24px;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .form .error {
    display: flex;
    gap: 6px;
    margin-block-end: 6px;
    color: var(--danger);
    font-weight: 600;
  }

  .form .error::before {
    flex: none;
    width: 20px;
    height: 1.5em;
    background: currentColor;
    content: '';
    mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 3.5 22 20.5H2zM12 10v4.5M12 17.5v.1'/%3E%3C/svg%3E")
      center / 20px no-repeat;
  }

  .cards .wrong .error {
    margin-block-end: 0;
  }

  .form .wrong :is(input, textarea) {
    border: 2px solid var(--danger);
  }

  .meanwhile {
    color: var(--warning);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .error-summary {
    max-width: 640px;
    margin-block-end: 32px;
    padding: 16px 20px;
    border: 3px solid var(--danger);
    border-radius: 6px;
  }

  .error-summary h2 {
    margin: 0 0 8px;
    font-size: 1.1875em;
  }

  .error-summary > :last-child {
    margin-block-end: 0;
  }

  .error-summary ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .error-summary a {
    display: inline-block;
    padding-block: 4px;
    color: var(--danger);
    font-weight: 600;
  }

  :is(.error-summary, textarea):focus-visible {
    outline: var(--ring) solid var(--accent);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    .form .error::before {
      forced-color-adjust: none;
    }
  }
`;
