import { css } from 'lit';

export const hostForms = css`
  iframe {
    display: block;
    width: 100%;
    height: 760px;
    border: 0;
    color-scheme: inherit;
  }

  iframe[hidden] {
    display: none;
  }
`;
