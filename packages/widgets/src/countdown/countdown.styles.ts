import { css } from 'lit';

export const countdowns = css`
  .frame {
    display: contents;
  }
  .root {
    display: grid;
    gap: 10px;
    justify-items: start;
  }
  .full {
    padding-top: 12px;
    border-top: 2px solid currentColor;
  }
  .compact {
    grid-template-columns: 1fr auto;
    align-items: center;
    width: 100%;
    padding: 12px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius);
  }
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.25;
    font-weight: var(--_hk-weight-strong);
    font-family: var(--huddle-font-heading, inherit);
  }
  .kind {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--_hk-accent-text);
    font-size: var(--_hk-text-xs);
    font-weight: 600;
  }
  .live {
    color: var(--huddle-countdown-live, var(--_hk-danger));
  }
  .live::before {
    content: '';
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: currentColor;
    forced-color-adjust: none;
  }
  .clock {
    display: flex;
    margin: 0;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .unit + .unit {
    margin-inline-start: 14px;
    padding-inline-start: 14px;
    border-inline-start: 1px solid var(--_hk-line);
  }
  .figure {
    display: block;
    font-size: 2.375em;
    line-height: 1;
    font-weight: var(--_hk-weight-strong);
    letter-spacing: -0.02em;
  }
  .label-unit {
    font-size: var(--_hk-text-xs);
    font-weight: 600;
    color: var(--_hk-muted);
  }
  .headline {
    font-size: 1.375em;
    line-height: 1.2;
    font-weight: var(--_hk-weight-strong);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  strong {
    font-weight: var(--_hk-weight-strong);
  }
`;
