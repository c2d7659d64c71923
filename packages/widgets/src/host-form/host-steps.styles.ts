import { css } from 'lit';

export const hostSteps = css`
  .root {
    display: grid;
    gap: 22px;
    max-width: 560px;
    padding: 4px;
  }
  h2,
  h3,
  p,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.2;
    font-weight: var(--_hk-weight-strong);
    font-family: var(--huddle-font-heading, inherit);
  }
  h2:focus {
    outline: none;
  }
  .goals {
    padding-inline-start: 1.5em;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 4px;
    margin-top: 6px;
    list-style: none;
  }
  .step {
    padding-top: 6px;
    border-top: 4px solid var(--_hk-line);
    color: var(--_hk-muted);
    font-size: var(--_hk-text-xs);
  }
  .step-done {
    border-color: color-mix(in srgb, var(--_hk-accent) 55%, transparent);
  }
  .step-now {
    border-color: var(--_hk-accent);
    color: inherit;
    font-weight: 600;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    align-items: end;
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
  .facilitators {
    display: grid;
    gap: 8px;
    padding-block: 14px;
    border-block: 1px solid var(--_hk-line);
  }
  .table {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .seat {
    width: 15px;
    height: 15px;
    border: 1px solid var(--_hk-line-strong);
    border-radius: 50%;
  }
  .seat-facilitator {
    border-color: var(--_hk-accent);
    background: var(--_hk-accent);
    forced-color-adjust: none;
  }
  .co-host {
    display: grid;
    gap: 12px;
    padding-bottom: 12px;
    border-bottom: 1px solid var(--_hk-line);
  }
  .area {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 16px;
    align-items: center;
    padding: 16px;
    border-radius: var(--_hk-radius);
    background: var(--_hk-fill);
  }
  .area-disc {
    grid-row: span 2;
    width: 64px;
    height: 64px;
    border: 1.75px dashed var(--_hk-accent);
    border-radius: 50%;
    background: color-mix(in srgb, var(--_hk-accent) 20%, transparent);
    display: grid;
    place-items: center;
    color: var(--_hk-accent-text);
  }
  .shown {
    display: grid;
    gap: 8px;
  }
  legend {
    padding: 0;
  }
  .time {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0 0 12px;
    border: 0;
    border-bottom: 1px solid var(--_hk-line);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-top: 8px;
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    padding-top: 14px;
    border-top: 1px solid var(--_hk-line);
  }
  .draft label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 24px;
    font-weight: 600;
  }
  .draft input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_hk-accent);
  }
  .summary {
    border-top: 1px solid var(--_hk-line);
  }
  .summary > div {
    display: grid;
    grid-template-columns: 8em 1fr auto;
    gap: 4px 12px;
    padding: 12px 0;
    border-bottom: 1px solid var(--_hk-line);
  }
  dt {
    font-weight: 600;
  }
  @media (max-width: 480px) {
    .summary > div {
      grid-template-columns: 1fr auto;
    }
    .summary dd:nth-of-type(1) {
      grid-area: 2 / 1 / auto / -1;
    }
    .summary dd:nth-of-type(2) {
      grid-area: 1 / 2;
    }
  }
  .foot {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
  }
  .foot .button:only-child {
    margin-inline-start: auto;
  }
  .choice-title + .choice-text {
    color: var(--_hk-muted);
  }
`;
