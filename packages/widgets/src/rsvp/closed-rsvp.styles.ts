import { css } from 'lit';

/** What stands where a button was. */
export const closedStyles = css`
  .state-off {
    border: 1px dashed var(--_hk-line-strong);
    background: var(--_hk-fill);
    color: var(--_hk-muted);
    cursor: default;
  }
`;
