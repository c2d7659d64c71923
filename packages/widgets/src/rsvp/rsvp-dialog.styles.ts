import { css } from 'lit';

export const dialogs = css`
  :host {
    display: contents;
  }
  dialog {
    width: min(var(--huddle-dialog-width, 480px), 100vw);
    max-width: none;
    max-height: min(92vh, 960px);
    padding: 0;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius-large);
    background: var(--huddle-dialog-background, var(--_hk-surface));
    color: inherit;
    font-size: max(16px, 1em);
    box-shadow: var(--_hk-shadow);
    overflow: hidden auto;
    /* What takes the focus stays above the foot. */
    scroll-padding-block-end: 132px;
  }
  dialog:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: calc(-1 * var(--_hk-ring));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .dialog-head {
    position: relative;
    padding: 16px 60px 14px 24px;
    border-bottom: 1px solid var(--_hk-line);
  }
  .dialog-head h2,
  h3 {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.25;
    font-weight: var(--_hk-weight-strong);
    font-family: var(--huddle-font-heading, inherit);
  }
  .dialog-head h2:focus {
    outline: none;
  }
  .dialog-head p,
  .confirmed p,
  .notice p {
    margin: 2px 0 0;
  }
  .close {
    position: absolute;
    top: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .close:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: -3px;
  }
  .dialog-body {
    display: grid;
    gap: 22px;
    padding: 20px 24px;
  }
  .dialog-foot {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: 8px;
    padding: 14px 24px 16px;
    border-top: 1px solid var(--_hk-line);
    background: var(--huddle-dialog-background, var(--_hk-surface));
    text-align: center;
  }
  .dialog-foot p {
    margin: 0;
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    align-items: end;
  }
  .stepper-row {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    align-items: center;
  }
  .stepper-row .hint {
    margin: 0;
  }
  .choice-end {
    color: var(--_hk-muted);
    font-size: var(--_hk-text-s);
  }
  .few {
    padding: 1px 8px;
    border-radius: var(--_hk-radius);
    background: color-mix(in srgb, var(--_hk-warning) 9%, transparent);
    color: var(--_hk-warning);
    font-weight: 600;
  }
  legend {
    padding: 0;
  }
  .facts-line {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 8px;
    margin: 0;
  }
  .big {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 1.5em !important;
  }
  .big .icon {
    padding: 4px;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--_hk-accent);
    color: var(--_hk-on-accent);
    stroke-width: 2.5;
  }
  .facts {
    display: grid;
    gap: 10px;
    margin: 0;
  }
  .facts p {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 8px;
    margin: 0;
  }
  .notice h3 {
    font-size: var(--_hk-text-l);
  }
  .notice p + p {
    margin-top: 6px;
  }
  .notice:focus {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .choices + .notice,
  .facts-line + .notice {
    margin-top: -10px;
  }
  .plain {
    font-weight: 400;
  }
  .after {
    margin: 8px 0 0;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .sent-later {
    margin: 0 0 -12px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: start;
  }
  .actions > * {
    flex: 1 1 auto;
  }
  .calendars summary {
    display: flex;
    list-style: none;
  }
  .calendars summary::-webkit-details-marker {
    display: none;
  }
  .calendars summary:focus-visible,
  .calendars a:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: -3px;
  }
  .calendars ul {
    margin: 4px 0 0;
    padding: 0;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
    list-style: none;
  }
  .calendars a {
    display: block;
    padding: 11px 14px;
    color: var(--_hk-accent-text);
    font-weight: 500;
    text-underline-offset: 3px;
  }
  .calendars li + li {
    border-top: 1px solid var(--_hk-line);
  }
  .invite {
    display: grid;
    grid-template-columns: 1fr 120px;
    gap: 16px;
    padding-top: 16px;
    border-top: 1px solid var(--_hk-line);
  }
  .invite-words {
    display: grid;
    gap: 8px;
    align-content: start;
    min-width: 0;
  }
  .invite p,
  .invite figure {
    margin: 0;
  }
  .invite h4 {
    margin: 0;
    font-size: var(--_hk-text-l);
  }
  .credit {
    color: var(--_hk-accent-text);
  }
  .invite-link {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
  }
  .invite-link .input {
    font-size: var(--_hk-text-s);
    text-overflow: ellipsis;
  }
  .invite-qr {
    text-align: center;
  }
  .qr {
    display: block;
    width: 120px;
    height: 120px;
    margin-bottom: 4px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius);
  }
  .foot-row {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    align-items: end;
  }
  .foot-links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    text-align: start;
  }
  .foot-links .link {
    display: inline-flex;
    align-items: center;
    min-height: var(--_hk-control);
  }
  @media (max-width: 519px) {
    .dialog-body,
    .dialog-foot {
      padding-inline: 16px;
    }
    .dialog-head {
      padding-inline-start: 16px;
    }
    dialog {
      width: 100vw;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    /* The foot stays at the bottom edge, also below little text. */
    dialog[open],
    form {
      display: flex;
      flex-direction: column;
    }
    form,
    .dialog-body {
      flex: 1 0 auto;
      align-content: start;
    }
    /* The link and its buttons have the whole width below the words and the code. */
    .invite-words {
      display: contents;
    }
    .invite {
      gap: 8px 16px;
    }
    .invite h4 {
      align-self: end;
    }
    .invite-qr {
      grid-area: 1 / 2 / span 2;
    }
    .invite-words > :is(.invite-link, .button) {
      grid-column: 1 / -1;
    }
  }
`;
