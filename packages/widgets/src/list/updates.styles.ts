import { css } from 'lit';

/** What is to be known of a list; a waiting update floats, so that it moves nothing. */
export const updateNotices = css`
  .update {
    position: sticky;
    z-index: 2;
    top: 8px;
    display: grid;
    justify-items: center;
    height: 0;
  }
  .update .button {
    margin-top: 8px;
    border-radius: var(--huddle-chip-radius, 999px);
    box-shadow: var(--_hk-shadow);
  }
`;
