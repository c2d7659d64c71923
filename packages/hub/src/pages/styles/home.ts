import { css } from './css.ts';

/** The search, the list of events and the actions of the front page. */
export const home = css`
  .search {
    max-width: 640px;
    margin-block-end: 24px;
  }

  .search label {
    display: block;
    margin-block-end: 6px;
    font-weight: 600;
  }

  .search > div {
    display: flex;
    gap: 12px;
  }

  .search input {
    flex: 1;
    min-width: 0;
    min-height: 48px;
    padding: 0 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
  }

  .events {
    margin: 0 0 12px;
    padding: 0;
    border-block-start: 2px solid currentColor;
    list-style: none;
  }

  .events li {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr);
    gap: 14px;
    padding: 16px 12px 16px 0;
    border-block-end: 1px solid var(--line);
  }

  .events p {
    margin: 0;
  }

  .events .kind {
    margin-block-end: 2px;
  }

  .date {
    color: var(--muted);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
  }

  .date > * {
    display: block;
  }

  .date b {
    color: var(--ink);
    font-size: 2.3em;
    line-height: 1.12;
    letter-spacing: -0.02em;
  }

  aside > section {
    margin-block-end: 40px;
  }

  main > section {
    margin-block-start: 44px;
  }

  huddle-map,
  huddle-host-form {
    display: block;
    margin-block-end: 48px;
  }

  huddle-countdown {
    display: block;
    margin-block-end: 24px;
  }

  pre + h3 {
    margin-block: 24px 12px;
  }

  .pieces code {
    color: var(--accent);
    font-weight: 600;
  }

  .narrow huddle-host-form {
    margin-block-end: 24px;
  }

  .goals {
    margin: 0;
    padding-inline-start: 24px;
  }

  .goals li {
    padding-block: 6px;
  }

  .titled {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    border-block-end: 2px solid currentColor;
  }

  .titled h2 {
    margin-block-start: 0;
  }

  .titled p {
    margin: 0;
  }

  .actions {
    margin: 0 0 44px;
    padding: 0;
    list-style: none;
  }

  .actions li {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr) auto;
    gap: 12px;
    padding: 14px 12px 14px 0;
    border-block-end: 1px solid var(--line);
  }

  .actions .number {
    color: var(--muted);
    font-size: 1.75em;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
    text-align: center;
  }

  .actions p {
    margin: 2px 0 0;
    color: var(--muted);
    font-size: 0.9375em;
  }

  .actions .when {
    color: var(--muted);
    font-size: 0.875em;
    text-align: end;
    white-space: nowrap;
  }

  .actions .tick {
    display: block;
  }

  .actions .tick::before {
    content: '✓ ' / '';
    color: var(--accent);
  }

  .actions li.done h3 {
    font-weight: 500;
  }

  .actions .current {
    border-inline-start: 4px solid var(--accent);
    background: var(--soft);
  }

  .actions .current .number {
    color: var(--accent);
    font-weight: var(--strong);
  }

  .actions .current h3 {
    font-size: 1.5em;
    line-height: 1.2;
  }

  .actions .current .button {
    margin-block-start: 12px;
  }

  .tag {
    display: inline-block;
    margin-block-end: 4px;
    padding: 1px 8px;
    border-radius: 3px;
    background: color-mix(in srgb, var(--accent) 12%, transparent);
    color: var(--accent);
    font-size: 0.8125em;
    font-weight: 600;
  }

  @media (max-width: 480px) {
    .actions li {
      grid-template-columns: 36px minmax(0, 1fr);
    }

    .actions .when {
      grid-column: 2;
      text-align: start;
    }
  }
`;
