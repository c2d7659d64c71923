import { css } from './css.ts';

/** The host kit on the screen and on paper. */
export const kit = css`
  .kit-contents {
    max-width: 720px;
    margin: 0 0 28px;
    padding: 0;
    border-block-start: 2px solid currentColor;
    counter-reset: page;
    list-style: none;
  }

  .kit-contents li {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    align-items: baseline;
    padding: 16px 0;
    border-block-end: 1px solid var(--line);
    counter-increment: page;
  }

  .kit-contents li::before {
    content: counter(page);
    grid-row: span 2;
    color: var(--accent);
    font-size: 1.375em;
    font-weight: var(--strong);
    line-height: 1.2;
  }

  .kit-contents a {
    font-size: 1.125em;
    font-weight: var(--strong);
  }

  .kit-contents p {
    margin: 4px 0 0;
  }

  .kit-acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block-start: 32px;
  }

  .kit {
    display: grid;
    gap: 24px 56px;
  }

  .kit nav ol {
    margin: 0 0 12px;
    padding: 0;
    border-block-start: 1px solid var(--line);
    list-style: none;
  }

  .kit nav li {
    border-block-end: 1px solid var(--line);
  }

  .kit nav a {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding-inline: 12px;
    border-inline-start: 4px solid transparent;
    text-decoration: none;
  }

  .kit nav a:hover {
    text-decoration: underline;
  }

  .kit nav .small a {
    padding: 0;
    border: 0;
    text-decoration: underline;
  }

  .kit nav [aria-current] {
    border-color: var(--accent);
    background: var(--soft);
    color: inherit;
    font-weight: 600;
  }

  .table {
    overflow-x: auto;
    max-width: 720px;
    margin: 20px 0 24px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    border-block-start: 2px solid currentColor;
    font-size: 0.9375em;
    line-height: 1.5;
  }

  th,
  td {
    padding: 10px 16px 10px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  th {
    color: var(--muted);
    font-weight: 600;
  }

  td:first-child {
    min-width: 96px;
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }

  blockquote {
    max-width: 640px;
    margin: 0 0 16px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--accent);
    background: var(--soft);
  }

  blockquote > :last-child {
    margin-block-end: 0;
  }

  .sheet + .sheet {
    margin-block-start: 56px;
    padding-block-start: 40px;
    border-block-start: 2px solid currentColor;
  }

  @media (min-width: 840px) {
    .kit {
      grid-template-columns: 260px minmax(0, 1fr);
    }

    .kit nav {
      grid-area: 1 / 1;
    }
  }

  @media print {
    :root {
      color-scheme: light;
    }

    header {
      margin-block-end: 16pt;
      padding-inline: 0;
    }

    .kit {
      display: block;
    }

    .kit nav,
    .kit-acts,
    .print-hint,
    .kind:has(+ :is(.kit, .print-hint)) {
      display: none;
    }

    .sheet + .sheet {
      margin: 0;
      padding: 0;
      border: 0;
      break-before: page;
    }

    h1 {
      font-size: 22pt;
    }

    h2 {
      margin-block: 16pt 6pt;
      break-after: avoid;
    }

    p,
    .prose li,
    .table {
      max-width: none;
    }

    .table {
      overflow: visible;
    }

    tr,
    li,
    blockquote {
      break-inside: avoid;
    }

    .prose {
      font-size: 11pt;
      line-height: 1.45;
    }

    .prose a {
      color: inherit;
    }

    .prose a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
      overflow-wrap: anywhere;
    }
  }
`;
