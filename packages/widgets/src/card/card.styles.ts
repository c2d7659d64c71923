import { css } from 'lit';

/** No box, one hairline; the date leads. */
export const cards = css`
  .cards {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: var(--huddle-card-date-width, 52px) minmax(0, 1fr);
    gap: 0 14px;
    padding: var(--huddle-card-padding, 16px 12px);
    border-bottom: 1px solid var(--_hk-line);
  }
  .card-selected {
    background: color-mix(in srgb, var(--_hk-accent) 7%, transparent);
  }
  .card-selected::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 4px;
    background: var(--huddle-card-selected, var(--_hk-accent));
  }
  .date {
    padding-top: 1px;
    text-align: center;
    line-height: 1.1;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .date span {
    display: block;
  }
  .date-word {
    color: var(--_hk-muted);
    font-size: var(--_hk-text-xs);
    font-weight: 600;
  }
  .date-day {
    font-size: 1.875em;
    font-weight: var(--_hk-weight-strong);
    letter-spacing: -0.02em;
    line-height: 1.12;
  }
  .card-head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0 0 2px;
    color: var(--_hk-accent-text);
    font-size: var(--_hk-text-xs);
    font-weight: 600;
  }
  .kind .icon {
    width: 1.3em;
    height: 1.3em;
  }
  .distance {
    color: var(--_hk-muted);
    font-size: var(--_hk-text-xs);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .card-title {
    margin: 0;
    font-family: var(--huddle-font-heading, inherit);
    font-size: var(--_hk-text-l);
    font-weight: var(--_hk-weight-strong);
    line-height: 1.28;
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }
  .card-link {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .card-link:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .card-link:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
    border-radius: var(--_hk-radius);
  }
  .meta {
    margin: 3px 0 0;
    font-size: var(--_hk-text-s);
    line-height: 1.45;
    text-wrap: pretty;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .times {
    font-size: var(--_hk-text-s);
  }
  .times summary {
    width: fit-content;
    padding-block: 4px;
  }
  .times ul {
    margin: 2px 0 4px;
    padding: 0;
    list-style: none;
  }
  .times li {
    padding-block: 3px;
  }
  .card-foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-top: 8px;
  }
  .card-foot > :last-child {
    flex: none;
    max-width: 60%;
  }
  .seats {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    flex: 1;
    min-width: 0;
    font-size: var(--_hk-text-s);
    font-variant-numeric: tabular-nums;
  }
  .seats-text {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .seats-words {
    font-weight: 600;
  }
  .dots {
    flex: none;
    overflow: visible;
  }
  .dot {
    fill: none;
    stroke: var(--_hk-line-strong);
  }
  .dot-taken {
    fill: color-mix(in srgb, currentColor 82%, transparent);
    stroke: none;
  }
  .tag {
    padding: 2px 8px;
    border-radius: 3px;
    background: var(--_hk-fill);
    font-size: var(--_hk-text-xs);
    font-weight: 600;
  }
  .tag-warning {
    background: color-mix(in srgb, var(--_hk-warning) var(--_hk-soft-mix), transparent);
    color: var(--_hk-warning);
  }
  @media print {
    .card-link {
      display: block;
    }
    .card {
      break-inside: avoid;
    }
    .card-selected {
      background: none;
    }
    .card-selected::before,
    .card-foot > :last-child:not(.seats),
    .times summary {
      display: none;
    }
    .times::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .dot-taken {
      fill: CanvasText;
    }
    .card-selected::before {
      forced-color-adjust: none;
      background: Highlight;
    }
    .tag {
      border: 1px solid CanvasText;
    }
  }
`;
