import { css } from './css.ts';

/** Forms with a label above each field, and the moderators' pages. */
export const review = css`
  :is(h1, h2)[tabindex]:focus {
    outline: none;
  }

  .form {
    max-width: 640px;
    margin-block-end: 24px;
  }

  .form fieldset {
    margin: 0 0 16px;
    padding: 0;
    border: 0;
  }

  .form :is(legend, .label) {
    display: block;
    margin-block-end: 6px;
    padding: 0;
    font-weight: 600;
  }

  .form .choice {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 44px;
  }

  .form .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }

  .form :is(textarea, input[type='email']) {
    box-sizing: border-box;
    display: block;
    width: 100%;
    min-height: 48px;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
  }

  .form > label:not(.choice) {
    display: block;
    margin-block-end: 20px;
  }

  .form > .button + p {
    margin-block-start: 12px;
  }

  .form .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }

  textarea:focus-visible {
    outline: var(--ring) solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .entry {
    margin: 0 0 4px;
    font-size: 1.125em;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: 4px 0 0;
    color: var(--muted);
    font-size: 0.875em;
  }

  .tags strong {
    color: var(--danger);
  }

  .tags strong.wait {
    color: var(--warning);
  }

  .diff {
    margin: 0 0 24px;
    border-block-start: 1px solid var(--line);
  }

  .diff > div {
    padding: 12px 0;
    border-block-end: 1px solid var(--line);
  }

  .diff h3 {
    margin-block-end: 6px;
    font-size: 1em;
  }

  .diff h3::first-letter {
    text-transform: uppercase;
  }

  .diff dl {
    display: grid;
    gap: 12px 32px;
    margin: 0;
  }

  .diff dt {
    color: var(--muted);
    font-size: 0.875em;
  }

  .diff dd,
  .typed {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .diff ins {
    padding-inline: 3px;
    margin-inline: -3px;
    background: var(--soft);
    box-decoration-break: clone;
    text-decoration: none;
    font-weight: 500;
  }

  .typed + .typed {
    margin-block-start: 16px;
  }

  h1 + .facts {
    margin-block-start: 20px;
  }

  @media (forced-colors: active) {
    .diff ins {
      border-inline-start: 3px solid Highlight;
    }
  }

  @media (min-width: 840px) {
    .diff dl {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
