import { css } from './css.ts';

/** Forms with a label above each field, and the moderators' pages. */
export const review = css`
  h1[tabindex]:focus {
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
    margin-block-end: 16px;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
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
    text-decoration: none;
    font-weight: 500;
  }

  @media (min-width: 840px) {
    .diff dl {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
