import { css } from './css.ts';

/** Forms of several parts, lists of people and the picture of a mail, on the pages behind a host's link. */
export const manage = css`
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

  .about {
    margin-block: -4px 16px;
    color: var(--muted);
    font-weight: 600;
  }

  .hint {
    margin-block-end: 6px;
    color: var(--muted);
    font-size: 0.9375em;
  }

  .form .field {
    margin-block-end: 20px;
  }

  .form :is(input:not([type='radio'], [type='checkbox']), textarea) {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 48px;
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--ground);
    color: inherit;
    font: inherit;
  }

  .form input.short {
    max-width: 140px;
  }

  .form .choices {
    margin-block-end: 20px;
  }

  .form .choices .hint {
    display: block;
    margin: 0;
  }

  .form .choices .hint::first-letter {
    text-transform: uppercase;
  }

  .form > .button.wide {
    margin-block-end: 12px;
  }

  .form .choices:not(.inline) .choice {
    padding-block: 4px;
  }

  .form .hint + .choices {
    margin-block-start: 24px;
  }

  .form .inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  .form .inline legend {
    margin-block-end: 0;
  }

  .form .slot {
    margin-block-end: 0;
    padding-block: 16px 8px;
    border-block-start: 1px solid var(--line);
  }

  .form .slot legend {
    float: inline-start;
    width: 100%;
  }

  .form .slot .beside-fields {
    clear: both;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
  }

  .form .slot .field {
    margin-block-end: 8px;
  }

  .form .slot + .button {
    margin-block-start: 8px;
  }

  .beside-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: 0 16px;
    align-items: end;
  }

  .cards .check {
    margin-block-end: -1px;
    padding: 10px 14px;
    border: 1px solid var(--line-strong);
  }

  .cards .check.wrong {
    border-color: var(--danger);
    border-inline-start-width: 3px;
  }

  .cards .choice {
    align-items: flex-start;
    gap: 12px;
  }

  .cards .hint a {
    margin-inline-end: 12px;
  }

  .cards strong {
    display: block;
    font-weight: 600;
  }

  .form .cards {
    margin-block-end: 24px;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .form .error {
    margin-block-end: 6px;
    color: var(--danger);
    font-weight: 600;
  }

  .form .wrong {
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--danger);
  }

  .form .wrong :is(input, textarea) {
    border: 2px solid var(--danger);
  }

  .meanwhile {
    color: var(--warning);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .error-summary {
    max-width: 640px;
    margin-block-end: 32px;
    padding: 16px 20px;
    border: 3px solid var(--danger);
    border-radius: 6px;
  }

  .error-summary h2 {
    margin: 0 0 8px;
    font-size: 1.1875em;
  }

  .error-summary > :last-child {
    margin-block-end: 0;
  }

  .error-summary ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .error-summary a {
    display: inline-block;
    padding-block: 4px;
    color: var(--danger);
    font-weight: 600;
  }

  :is(.error-summary, textarea):focus-visible {
    outline: var(--ring) solid var(--accent);
    outline-offset: 2px;
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
    margin-block-start: 32px;
  }

  .time h2 {
    margin-block-end: 2px;
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
