import { css } from 'lit';

export const rsvpStyles = css`
  :host {
    display: inline-block;
  }
  .root {
    display: grid;
    justify-items: start;
    gap: 6px;
  }
  p {
    margin: 0;
  }
`;
