import { css } from './css.ts';

/** Lists of people and the picture of a mail, on the pages behind a host's link. */
export const manage = css`
  .about {
    margin-block: -4px 16px;
    color: var(--muted);
    font-weight: 600;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    padding: 0;
    border: 0;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .notice.done {
    border-color: var(--accent);
    font-weight: 600;
  }

  .panel.tasks > ul {
    margin: 0 -20px -20px;
    padding: 0;
    list-style: none;
  }

  .tasks li {
    border-block-start: 1px solid var(--line);
  }

  .tasks a {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 48px;
    padding: 8px 20px;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }

  .tasks a::after {
    flex: none;
    width: 8px;
    height: 8px;
    border: solid var(--line-strong);
    border-width: 2px 2px 0 0;
    content: '';
    transform: rotate(45deg);
  }

  .tasks a:dir(rtl)::after {
    transform: rotate(225deg);
  }

  .tasks a:hover {
    background: var(--soft);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .tasks a:focus-visible {
    outline-offset: -3px;
  }

  .tasks .danger {
    color: var(--danger);
  }

  .manage h2:first-child {
    margin-block-start: 0;
  }

  .waiting {
    margin-block-end: 32px;
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--warning);
  }

  .time {
    margin-block: 32px;
  }

  .time h2 {
    margin-block: 0 2px;
  }

  .guests li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }

  .guests li > div {
    flex: 1 1 240px;
    min-width: 0;
  }

  .guests :is(p, form) {
    margin: 0;
  }

  .guests form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .guests form .button {
    min-height: 48px;
    min-width: 120px;
  }

  .look-up {
    margin-block-end: 12px;
  }

  .look-up .label {
    display: block;
    margin-block-end: 6px;
    font-weight: 600;
  }

  .beside-button {
    display: flex;
    gap: 8px;
  }

  .beside-button input {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 48px;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
  }

  .guests .needs {
    margin-block-start: 4px;
  }

  .guests .good {
    color: var(--accent);
    font-weight: 600;
  }

  .guests .wait {
    color: var(--warning);
    font-weight: 600;
  }

  .button.danger.filled {
    background: var(--danger);
    color: var(--ground);
  }

  .letter {
    margin-block-end: 24px;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    overflow-wrap: anywhere;
  }

  .letter > * {
    padding: 16px 20px;
  }

  .letter .subject {
    max-width: none;
    margin: 0;
    border-block-end: 1px solid var(--line);
  }

  .letter .subject span {
    margin-inline-end: 8px;
    color: var(--muted);
  }

  .letter h3 {
    margin-block-end: 6px;
    font-size: 1.375em;
  }

  .letter h4 {
    margin: 0 0 4px;
    font-size: 1.0625em;
  }

  .letter .facts {
    margin-block-start: 16px;
  }

  .letter .small {
    margin-block: 12px 0;
  }

  @media (forced-colors: active) {
    .button.danger.filled {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
  }

  @media print {
    .tasks {
      display: none;
    }
  }
`;
