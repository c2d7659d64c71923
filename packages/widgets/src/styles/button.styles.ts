import { css } from 'lit';

/** Buttons and links that look like one. One filled button a view. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--_hk-control);
    min-width: 44px;
    padding: 8px 18px;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-button-radius);
    background: var(--_hk-field-background);
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--_hk-speed) ease-out;
  }
  .button:hover {
    background: color-mix(in srgb, currentColor var(--_hk-fill-mix), var(--_hk-field-background));
  }
  .button-primary {
    border-color: var(--_hk-button-background);
    background: var(--_hk-button-background);
    color: var(--_hk-button-color);
  }
  .button-primary:hover {
    border-color: var(--_hk-accent-hover);
    background: var(--_hk-accent-hover);
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_hk-accent-text);
    font: inherit;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  :is(.button, .link):focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
    border-radius: var(--_hk-radius);
  }
  @media (forced-colors: active) {
    .button-primary {
      forced-color-adjust: none;
      border: 2px solid ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
