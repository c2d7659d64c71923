import { css } from 'lit';

/** The map's colours and its place in the element's three widths. */
export const frame = css`
  :host {
    --_hk-map-land: var(--huddle-map-land, light-dark(#f3f0e8, #24272a));
    --_hk-map-water: var(--huddle-map-water, light-dark(#d3e0e3, #14191c));
    --_hk-map-line: var(--huddle-map-line, light-dark(#cfc8b8, #3a3f43));
    --_hk-map-line-strong: var(--huddle-map-line-strong, light-dark(#a79f8d, #5b6267));
    --_hk-map-label: var(--huddle-map-label, light-dark(#55503f, #c3c6c4));
    --_hk-map-halo: var(--huddle-map-halo, var(--_hk-map-land));
    --_hk-marker: var(--huddle-marker, var(--_hk-accent));
    --_hk-marker-on: var(--huddle-marker-on, var(--_hk-on-accent));
    --_hk-map-height: var(--huddle-map-height, clamp(360px, 70vh, 720px));
  }
  .split {
    display: grid;
    grid-template-columns: 428px minmax(0, 1fr);
  }
  .split > .events-column {
    border-inline-end: 1px solid var(--_hk-line);
  }
  .map {
    position: sticky;
    top: 0;
    align-self: start;
    isolation: isolate;
  }
  .root > .skeletons > [aria-hidden] {
    display: grid;
    grid-template: auto repeat(3, auto) 1fr / 428px minmax(0, 1fr);
  }
  .root > .skeletons .count {
    grid-column: 1 / -1;
  }
  .root > .skeletons > [aria-hidden]::after {
    content: '';
    grid-area: 2 / 2 / -1;
    height: var(--_hk-map-height);
    background: var(--_hk-map-land);
  }
  .map-frame {
    position: relative;
    height: var(--_hk-map-height);
    /* What moves on the map moves nothing else, so the page isn't laid out anew with it. */
    contain: strict;
    background: var(--_hk-map-water);
  }
  .canvas {
    width: 100%;
    height: 100%;
  }
  .canvas:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: calc(-1 * var(--_hk-ring));
  }
  .canvas:focus-visible::after {
    content: '';
    position: absolute;
    z-index: 2;
    inset: 0;
    border: var(--_hk-ring) solid var(--_hk-focus);
    pointer-events: none;
  }
  .swatch {
    position: absolute;
    visibility: hidden;
    border: 0 solid;
    border-color: var(--_hk-map-water) var(--_hk-map-line) var(--_hk-map-line-strong) var(--_hk-map-halo);
    outline: 0 solid CanvasText;
    background: var(--_hk-map-land);
    color: var(--_hk-map-label);
    forced-color-adjust: none;
    /* Not to be seen: its end tells that a colour has changed, whatever changed it. */
    transition:
      color 1ms,
      background-color 1ms;
  }
  @container (max-width: 839.98px) {
    .split {
      display: flex;
      flex-direction: column-reverse;
    }
    .split > .events-column {
      border: 0;
    }
    .map {
      position: relative;
      align-self: stretch;
    }
    .map-frame,
    .root > .skeletons > [aria-hidden]::after {
      order: -1;
      height: var(--huddle-map-height, 320px);
    }
    .root > .skeletons > [aria-hidden] {
      display: flex;
      flex-direction: column;
    }
    .root > .skeletons .count {
      order: -2;
    }
  }
  @container (max-width: 559.98px) {
    .map-frame {
      height: var(--huddle-map-height, clamp(300px, 50vh, 480px));
    }
    .count {
      align-items: center;
    }
    .sort,
    .root > .skeletons > [aria-hidden]::after {
      display: none;
    }
    .split[data-view='list'] .map,
    .split[data-view='map'] .events-column {
      display: none;
    }
  }
  @media print {
    .split,
    .split > .events-column {
      display: block;
      border: 0;
    }
    .split[data-view='map'] > .events-column {
      display: block;
    }
    .split > .map {
      display: none;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_hk-map-line: var(--huddle-map-line, light-dark(#8b8471, #7b8388));
      --_hk-map-label: var(--huddle-map-label, light-dark(#1f1c14, #ffffff));
    }
  }
  @media (forced-colors: active) {
    :host {
      --_hk-map-land: Canvas;
      --_hk-map-water: Canvas;
      --_hk-map-line: color-mix(in srgb, CanvasText 45%, Canvas);
      --_hk-map-line-strong: CanvasText;
      --_hk-map-label: CanvasText;
      --_hk-map-halo: Canvas;
    }
  }
`;
