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
  .confirmed h3 {
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
  .confirmed p {
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
  legend {
    padding: 0;
  }
  .facts-line {
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .actions > * {
    flex: 1 1 150px;
  }
  .invite {
    display: grid;
    gap: 8px;
    padding-top: 16px;
    border-top: 1px solid var(--_hk-line);
  }
  .invite h4 {
    margin: 0;
    font-size: var(--_hk-text-l);
  }
  .invite-link {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px;
  }
  .foot-row {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  @media (max-width: 519px) {
    dialog {
      width: 100vw;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
