import { css } from 'lit';

/** What stands beside the selected marker, and below the map where it is narrow. */
export const popups = css`
  .popup {
    position: absolute;
    z-index: 5;
    top: var(--popup-top);
    left: var(--popup-left);
    width: 312px;
    max-height: calc(100% - 16px);
    padding: 16px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius-large);
    background: var(--huddle-popup-background, var(--_hk-surface));
    box-shadow: var(--_hk-shadow);
  }
  .popup::after {
    content: '';
    position: absolute;
    top: var(--tip-top);
    width: 14px;
    height: 14px;
    border: 1px solid var(--_hk-line);
    background: inherit;
    rotate: 45deg;
  }
  .popup[data-side='right']::after {
    left: -8px;
    border-width: 0 0 1px 1px;
  }
  .popup[data-side='left']::after {
    right: -8px;
    border-width: 1px 1px 0 0;
  }
  .popup[data-side='none']::after {
    display: none;
  }
  .popup .close {
    position: absolute;
    top: 4px;
    inset-inline-end: 4px;
  }
  .popup-title {
    margin: 0;
    padding-inline-end: 36px;
    font-family: var(--huddle-font-heading, inherit);
    font-size: var(--_hk-text-l);
    font-weight: var(--_hk-weight-strong);
    line-height: 1.28;
    overflow-wrap: anywhere;
  }
  .popup-title:focus {
    outline: none;
  }
  .popup-title:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  .popup .kind {
    padding-inline-end: 36px;
  }
  .popup-note {
    margin: 6px 0 0;
  }
  .popup-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-top: 12px;
  }
  .popup-foot .link {
    padding: 10px;
    margin-inline-end: 8px;
  }
  .spot {
    max-height: 264px;
    margin: 8px -16px -16px;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .spot-event {
    padding: 10px 16px;
    border-top: 1px solid var(--_hk-line);
  }
  .spot-title {
    font-weight: 600;
  }
  @container (max-width: 559.98px) {
    .popup {
      position: relative;
      top: auto;
      left: auto;
      width: auto;
      max-height: none;
      border-width: 2px 0 1px;
      border-top-color: currentColor;
      border-radius: 0;
      box-shadow: none;
    }
    .popup::after {
      display: none;
    }
  }
`;
