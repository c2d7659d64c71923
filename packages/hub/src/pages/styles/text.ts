import { css } from './css.ts';

/** Headings, text, lists, notices and buttons. */
export const text = css`
  h1 {
    margin: 0 0 12px;
    font-size: clamp(1.75em, 1.2em + 2.4vw, 2.75em);
    font-weight: var(--strong);
    line-height: 1.1;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  h2 {
    margin: 44px 0 12px;
    font-size: 1.375em;
    font-weight: var(--strong);
    line-height: 1.25;
    letter-spacing: -0.005em;
  }

  :is(aside, section, .panel, .columns > div) > h2:first-child {
    margin-block-start: 0;
  }

  h3 {
    margin: 0;
    font-size: 1.125em;
    font-weight: var(--strong);
    line-height: 1.28;
  }

  p {
    max-width: 640px;
    margin: 0 0 12px;
  }

  strong,
  b {
    font-weight: var(--strong);
  }

  .lead {
    margin-block-end: 24px;
    font-size: 1.1875em;
    line-height: 1.42;
  }

  .kind {
    margin: 0 0 6px;
    color: var(--accent);
    font-size: 0.875em;
    font-weight: 600;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.875em;
  }

  .prose {
    font-size: 1.0625em;
    line-height: 1.55;
  }

  .prose li {
    max-width: 640px;
    padding-block: 3px;
  }

  .link-text {
    overflow-wrap: anywhere;
  }

  .plain {
    margin: 0 0 24px;
    padding: 0;
    border-block-start: 1px solid var(--line);
    list-style: none;
  }

  .plain li {
    padding: 12px 0;
    border-block-end: 1px solid var(--line);
  }

  .notice {
    max-width: none;
    margin: 0 0 24px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--line-strong);
    background: var(--fill);
  }

  .notice > :last-child {
    margin-block-end: 0;
  }

  .notice.warning {
    border-color: var(--warning);
  }

  .notice.danger {
    border-color: var(--danger);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 44px;
    padding: 8px 18px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--accent) 82%, CanvasText);
  }

  .button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }

  .button.wide {
    width: 100%;
  }

  .beside {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding-inline: 8px;
  }

  @media (max-width: 480px) {
    .beside {
      padding-inline: 0;
    }
  }

  summary {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .cancel {
    margin-block-start: 40px;
    border-block-start: 1px solid var(--line);
  }

  .cancel summary {
    margin-block-start: 8px;
  }

  .cancel form {
    padding-block: 8px;
  }

  pre {
    overflow-x: auto;
    margin: 0;
    padding: 16px;
    border-radius: 4px;
    background: var(--fill);
    font-size: 0.8125em;
    line-height: 1.6;
  }

  @media (forced-colors: active) {
    .button.primary {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
  }

  @media print {
    header nav,
    footer,
    form,
    .panel,
    .skip,
    pre {
      display: none;
    }

    body {
      font-size: 11pt;
    }

    main {
      padding: 0;
    }
  }
`;
