import { css } from 'lit';

export const hostForms = css`
  iframe {
    display: block;
    width: 100%;
    height: 760px;
    border: 0;
    color-scheme: inherit;
  }

  /* Unseen but drawn: a page in a frame without a box never finds its form near enough to load. */
  iframe.late {
    height: 1px;
    visibility: hidden;
  }
`;
