import { css } from 'lit';

/** Pins, areas and clusters; 44 pixels each to press on. */
export const markers = css`
  .marker {
    contain: size layout style;
  }
  .mark {
    position: absolute;
    display: grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_hk-marker-on);
    font: inherit;
    translate: -50% -50%;
    cursor: pointer;
  }
  .mark-pin:not(.mark-selected) {
    /* The drop's tip is the point. */
    translate: -50% calc(-50% - 18px);
  }
  .mark:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 1px;
    border-radius: 50%;
  }
  .disc {
    display: grid;
    place-items: center;
    width: var(--size);
    height: var(--size);
    border-radius: 50%;
    background: var(--_hk-marker);
    box-shadow: 0 0 0 2px var(--_hk-map-halo);
    font-size: 14px;
    font-weight: 650;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }
  /* The most by far, and moved with each step of the map: without a grid in a grid, which takes longer. */
  .mark-cluster:not(.mark-selected) {
    display: block;
    width: max(44px, var(--size));
    height: max(44px, var(--size));
  }
  .mark-cluster .disc {
    position: absolute;
    inset: 0;
    display: block;
    margin: auto;
    line-height: var(--size);
    text-align: center;
  }
  :is(.mark-area, .mark-locality) .disc {
    border: 1.75px dashed var(--_hk-marker);
    background: color-mix(in srgb, var(--_hk-marker) var(--huddle-area-fill-mix, 20%), transparent);
    box-shadow: none;
    color: var(--_hk-accent-text);
  }
  .mark-locality .disc {
    border: 1px solid var(--_hk-marker);
    background: color-mix(in srgb, var(--_hk-marker) 12%, var(--_hk-map-halo));
    scale: 0.82;
  }
  .mark .icon {
    width: 20px;
    height: 20px;
  }
  .drop {
    width: 34px;
    height: 42px;
    overflow: visible;
  }
  .drop-ground {
    fill: var(--_hk-marker);
    stroke: var(--_hk-map-halo);
    stroke-width: 2;
  }
  .drop-icon {
    fill: none;
    stroke: var(--_hk-marker-on);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ring {
    display: grid;
    place-items: center;
    width: max(60px, var(--size));
    height: max(60px, var(--size));
    border: 2px solid var(--_hk-marker);
    border-radius: 50%;
    background: color-mix(in srgb, var(--_hk-marker) 26%, transparent);
    box-shadow: 0 0 0 3px var(--_hk-map-halo);
  }
  .core {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--_hk-marker);
  }
  @media (forced-colors: active) {
    .disc,
    .core {
      border: 2px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
