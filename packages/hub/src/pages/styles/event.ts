import { css } from './css.ts';

/** The facts, the picture and the panel of an event's page. */
export const event = css`
  .facts {
    margin: 0 0 24px;
    border-block-start: 2px solid currentColor;
  }

  * + .facts {
    margin-block-start: 24px;
  }

  .facts > div {
    display: grid;
    grid-template-columns: 108px minmax(0, 1fr);
    gap: 4px 16px;
    padding: 13px 0;
    border-block-end: 1px solid var(--line);
  }

  .facts.wide > div {
    grid-template-columns: 168px minmax(0, 1fr);
  }

  @media (max-width: 480px) {
    .facts.wide > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .facts dt {
    color: var(--muted);
    font-weight: 600;
  }

  .facts dd {
    margin: 0;
  }

  .facts dd p {
    margin-block-end: 4px;
  }

  .panel {
    margin-block-end: 16px;
    padding: 20px;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
  }

  .panel form {
    margin-block-end: 12px;
  }

  .panel > huddle-rsvp + p {
    margin-block-start: 16px;
  }

  .panel > :last-child,
  .panel p:last-child {
    margin-block-end: 0;
  }

  .map {
    position: relative;
    margin: 0 0 32px;
    direction: ltr;
    --land: light-dark(#f3f0e8, #24272a);
    --water: light-dark(#d3e0e3, #14191c);
    --border: light-dark(#a79f8d, #5b6267);
    --label: light-dark(#55503f, #c3c6c4);
  }

  .map svg {
    display: block;
    width: 100%;
    height: 260px;
    background: var(--water);
  }

  .map .land {
    fill: var(--land);
    stroke: var(--border);
    stroke-width: 0.9px;
  }

  .map .line {
    fill: none;
    stroke: var(--border);
    stroke-width: 1.3px;
  }

  .map .town,
  .map text {
    fill: var(--label);
  }

  .map text {
    font-size: 12px;
    paint-order: stroke;
    stroke: var(--land);
    stroke-width: 3px;
    stroke-linejoin: round;
  }

  .map .pin {
    fill: var(--accent);
    stroke: var(--land);
    stroke-width: 2px;
  }

  .map .eye {
    fill: var(--on-accent);
  }

  .map .area,
  .map .locality {
    fill: color-mix(in srgb, var(--accent) 20%, transparent);
    stroke: var(--accent);
    stroke-width: 1.75px;
  }

  .map .area {
    stroke-dasharray: 4 3;
  }

  .map .locality {
    stroke: none;
  }

  .map figcaption {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    padding: 2px 8px;
    background: color-mix(in srgb, var(--ground) 90%, transparent);
    font-size: 12px;
  }

  @media (max-width: 480px) {
    .facts > div {
      grid-template-columns: 1fr;
    }
  }

  @media (forced-colors: active) {
    .map {
      --land: Canvas;
      --water: Canvas;
      --border: CanvasText;
      --label: CanvasText;
    }
  }
`;
