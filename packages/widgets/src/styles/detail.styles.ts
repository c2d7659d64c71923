import { css } from 'lit';

/** What the larger elements need beside buttons: icons, words for those who can't see, and buttons that step back. */
export const details = css`
  .icon {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.26em;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .button-wide {
    width: 100%;
  }
  .button-quiet {
    min-height: var(--_hk-control);
    padding: 0 10px;
    border: 0;
    background: none;
    color: var(--_hk-accent-text);
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .button-quiet:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
    border-radius: var(--_hk-radius);
  }
  @media (pointer: fine) {
    .button-dense {
      min-height: var(--_hk-control-fine);
      padding: 6px 14px;
      font-size: var(--_hk-text-s);
    }
  }
`;
