import { css } from 'lit';

/** The element's frame: what is measured is the element, not the screen. */
export const lists = css`
  /* As high as the search with its chips, which take two lines where there is less room. */
  .finder-room {
    --_hk-chip: var(--_hk-control);
    height: calc(var(--_hk-text-m) * 1.45 + 74px + 2 * var(--_hk-chip));
  }
  @media (pointer: fine) {
    .finder-room {
      --_hk-chip: var(--_hk-control-fine);
    }
  }
  @container (max-width: 559.98px) {
    .finder-room {
      height: calc(60px + var(--_hk-chip));
    }
  }
  @container (min-width: 1000px) {
    .finder-room {
      height: calc(var(--_hk-text-m) * 1.45 + 66px + var(--_hk-chip));
    }
  }
  /* Until it is known how much there is, as much as can be seen: what stands below doesn't move in sight. */
  :host(:not(:state(shown))) {
    min-height: var(--huddle-loading-height, 100vh);
  }
  .root {
    container-type: inline-size;
  }
  .missing {
    margin-bottom: 12px;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: flex-end;
    gap: 4px 16px;
    margin-top: 4px;
    padding: 14px 0 10px;
    border-bottom: 2px solid currentColor;
  }
  .count > [role='status'] {
    margin-inline-end: auto;
  }
  .count-text {
    margin: 0;
    font-family: var(--huddle-font-heading, inherit);
    font-size: 1.25em;
    font-weight: var(--_hk-weight-strong);
    line-height: 1.25;
    letter-spacing: -0.005em;
    text-wrap: pretty;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .sort select {
    appearance: none;
    min-height: 24px;
    padding-block: 4px;
  }
  .sort select:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
    border-radius: var(--_hk-radius);
  }
  .sort option {
    background: var(--_hk-surface);
    color: CanvasText;
  }
  .events[aria-busy='true'] {
    opacity: 0.6;
  }
  .group-title {
    margin: 0;
    padding: 18px 12px 2px;
    font-family: var(--huddle-font-heading, inherit);
    font-size: 1em;
    font-weight: var(--_hk-weight-strong);
  }
  .host {
    display: grid;
    gap: 6px;
    padding: 20px 16px;
    border-bottom: 1px solid var(--_hk-line);
    background: color-mix(in srgb, var(--_hk-accent) 7%, transparent);
  }
  .host h3 {
    margin: 0;
    max-width: 16em;
    font-family: var(--huddle-font-heading, inherit);
    font-size: var(--_hk-text-xl);
    font-weight: var(--_hk-weight-strong);
    line-height: 1.25;
    text-wrap: balance;
  }
  .host p {
    margin: 0;
    max-width: 640px;
  }
  .host .state-actions {
    margin-top: 8px;
  }
  .host .button-quiet {
    padding-inline: 0;
    text-align: start;
  }
  .more {
    padding: 16px 12px;
  }
  .skeletons {
    margin-bottom: 16px;
  }
  .skeleton-count {
    width: 55%;
    height: 20px;
    margin-inline-end: auto;
  }
  .skeleton-date {
    width: 38px;
    height: 48px;
    margin: 2px auto;
  }
  .skeleton-lines {
    display: grid;
    gap: 9px;
  }
  .skeleton-kind {
    width: 34%;
    height: 12px;
  }
  .skeleton-title {
    width: 78%;
    height: 18px;
  }
  .skeleton-place {
    width: 56%;
    height: 13px;
  }
  @container (max-width: 559.98px) {
    .count-text {
      font-size: 1em;
    }
  }
  @media print {
    .sort,
    .more,
    .update,
    .host .state-actions {
      display: none;
    }
    .events[aria-busy='true'] {
      opacity: 1;
    }
  }
`;
