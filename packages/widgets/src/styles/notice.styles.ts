import { css } from 'lit';

/** Notices, the empty and error states, and the still skeleton. */
export const notices = css`
  .notice {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 2px 10px;
    margin: 0;
    padding: 12px 14px;
    border-inline-start: 4px solid var(--_hk-line-strong);
    background: var(--_hk-fill);
    font-size: var(--_hk-text-s);
    text-wrap: pretty;
  }
  .notice > .icon {
    width: 24px;
    height: 24px;
    /* In the middle of the first line. */
    margin-block: -2px;
  }
  .notice > :not(.icon) {
    grid-column: 2;
  }
  .notice b {
    font-weight: 600;
  }
  .notice-warning {
    border-color: var(--_hk-warning);
    background: color-mix(in srgb, var(--_hk-warning) 8%, transparent);
  }
  .notice-danger {
    border-color: var(--_hk-danger);
    background: color-mix(in srgb, var(--_hk-danger) 7%, transparent);
  }
  .notice-success {
    border-color: var(--_hk-success);
    background: color-mix(in srgb, var(--_hk-success) 8%, transparent);
  }
  .state {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding: 24px;
  }
  .state > .icon {
    width: 28px;
    height: 28px;
  }
  .state h3 {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.25;
    font-weight: var(--_hk-weight-strong);
    font-family: var(--huddle-font-heading, inherit);
  }
  .state p {
    margin: 0;
    max-width: 640px;
  }
  .state-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    margin-top: 4px;
  }
  .skeleton {
    border-radius: var(--_hk-radius);
    background: color-mix(in srgb, currentColor 9%, transparent);
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
      border-inline-start-width: 4px;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
