import { css } from 'lit';

/** What of Leaflet's own sheet its panes and animations need. */
export const leaflet = css`
  .leaflet-container {
    position: relative;
    overflow: hidden;
    touch-action: pan-x pan-y;
    -webkit-tap-highlight-color: transparent;
  }
  .leaflet-pane,
  .marker,
  .leaflet-tile,
  .leaflet-tile-container,
  .leaflet-layer,
  .labels {
    position: absolute;
    top: 0;
    left: 0;
  }
  .leaflet-map-pane {
    z-index: 1;
  }
  .leaflet-tile-pane {
    z-index: 200;
  }
  .leaflet-overlay-pane {
    z-index: 400;
    pointer-events: none;
  }
  .leaflet-marker-pane {
    z-index: 600;
  }
  .marker-raised {
    z-index: 1;
  }
  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 250ms cubic-bezier(0, 0, 0.25, 1);
  }
  .leaflet-grab {
    cursor: grab;
  }
  .leaflet-dragging .leaflet-grab {
    cursor: grabbing;
  }
`;

/** The map, its markers, popup and controls, and the element's three widths. */
export const maps = css`
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
  .map-frame {
    position: relative;
    height: var(--_hk-map-height);
    overflow: hidden;
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
  .zoom {
    position: absolute;
    z-index: 3;
    top: 12px;
    inset-inline-end: 12px;
    display: grid;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
    background: var(--_hk-surface);
  }
  .zoom button,
  .close {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_hk-radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .zoom button + button {
    border-top: 1px solid var(--_hk-line);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  :is(.zoom button, .close, .switch button):focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: -3px;
  }
  .attribution {
    position: absolute;
    z-index: 2;
    bottom: 0;
    inset-inline-end: 0;
    margin: 0;
    padding: 2px 8px;
    background: color-mix(in srgb, var(--_hk-surface) 90%, transparent);
    font-size: 12px;
  }
  .legend {
    position: absolute;
    z-index: 2;
    top: 12px;
    inset-inline-start: 12px;
    display: flex;
    gap: 14px;
    margin: 0;
    padding: 6px 12px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius);
    background: color-mix(in srgb, var(--_hk-surface) 94%, transparent);
    font-size: var(--_hk-text-xs);
    list-style: none;
  }
  .legend li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .legend-area,
  .legend-place {
    width: 14px;
    height: 14px;
    flex: none;
    border-radius: 50%;
  }
  .legend-area {
    border: 1.5px dashed var(--_hk-marker);
    background: color-mix(in srgb, var(--_hk-marker) 20%, transparent);
  }
  .legend-place {
    border-radius: 50% 50% 50% 0;
    background: var(--_hk-marker);
    rotate: -45deg;
    scale: 0.85;
  }
  .notes {
    position: absolute;
    z-index: 2;
    bottom: 28px;
    inset-inline-start: 12px;
    display: grid;
    gap: 8px;
    max-width: 300px;
    pointer-events: none;
  }
  .note {
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius);
    background: var(--_hk-surface);
    font-size: var(--_hk-text-s);
  }
  .search-here {
    position: absolute;
    z-index: 3;
    top: 56px;
    inset-inline: 0;
    width: fit-content;
    margin-inline: auto;
    box-shadow: var(--_hk-shadow);
  }
  .hint {
    position: absolute;
    z-index: 4;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 24px;
    background: color-mix(in srgb, var(--_hk-surface) 72%, transparent);
    color: inherit;
    font-size: 1.125em;
    font-weight: 600;
    text-align: center;
    pointer-events: none;
  }
  .popup {
    position: absolute;
    z-index: 5;
    top: var(--popup-top);
    left: var(--popup-left);
    width: 312px;
    max-height: calc(100% - 16px);
    padding: 16px;
    border: 1px solid var(--_hk-line);
    border-radius: var(--_hk-radius-large);
    background: var(--huddle-popup-background, var(--_hk-surface));
    box-shadow: var(--_hk-shadow);
  }
  .popup::after {
    content: '';
    position: absolute;
    top: var(--tip-top);
    width: 14px;
    height: 14px;
    border: 1px solid var(--_hk-line);
    background: inherit;
    rotate: 45deg;
  }
  .popup[data-side='right']::after {
    left: -8px;
    border-width: 0 0 1px 1px;
  }
  .popup[data-side='left']::after {
    right: -8px;
    border-width: 1px 1px 0 0;
  }
  .popup[data-side='none']::after {
    display: none;
  }
  .popup .close {
    position: absolute;
    top: 4px;
    inset-inline-end: 4px;
  }
  .popup-title {
    margin: 0;
    padding-inline-end: 36px;
    font-family: var(--huddle-font-heading, inherit);
    font-size: var(--_hk-text-l);
    font-weight: var(--_hk-weight-strong);
    line-height: 1.28;
    overflow-wrap: anywhere;
  }
  .popup-title:focus {
    outline: none;
  }
  .popup-title:focus-visible {
    outline: var(--_hk-ring) solid var(--_hk-focus);
    outline-offset: 2px;
  }
  .popup .kind {
    padding-inline-end: 36px;
  }
  .popup-note {
    margin: 6px 0 0;
  }
  .popup-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-top: 12px;
  }
  .popup-foot .link {
    padding: 10px;
    margin-inline-end: 8px;
  }
  .spot {
    max-height: 264px;
    margin: 8px -16px -16px;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .spot-event {
    padding: 10px 16px;
    border-top: 1px solid var(--_hk-line);
  }
  .spot-title {
    font-weight: 600;
  }
  .switch {
    display: none;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
  }
  .switch button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--_hk-control);
    padding: 0 14px;
    border: 0;
    background: var(--_hk-field-background);
    color: inherit;
    font: inherit;
    font-size: var(--_hk-text-s);
    font-weight: 600;
    cursor: pointer;
  }
  .switch button[aria-pressed='true'] {
    background: CanvasText;
    color: Canvas;
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
    .map-frame {
      height: var(--huddle-map-height, 320px);
    }
  }
  @container (max-width: 559.98px) {
    .map-frame {
      height: var(--huddle-map-height, clamp(360px, 60vh, 480px));
    }
    .switch {
      display: inline-flex;
    }
    .count {
      flex-wrap: nowrap;
      align-items: center;
    }
    .zoom {
      /* Below the attribution, which is never covered. */
      top: 34px;
    }
    .sort,
    .legend {
      display: none;
    }
    .attribution {
      inset: 0 auto auto 0;
    }
    .split[data-view='list'] .map,
    .split[data-view='map'] .events-column {
      display: none;
    }
    .popup {
      position: relative;
      top: auto;
      left: auto;
      width: auto;
      max-height: none;
      border-width: 2px 0 1px;
      border-top-color: currentColor;
      border-radius: 0;
      box-shadow: none;
    }
    .popup::after {
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
      --_hk-map-line: GrayText;
      --_hk-map-line-strong: CanvasText;
      --_hk-map-label: CanvasText;
      --_hk-map-halo: Canvas;
    }
    .disc,
    .core {
      border: 2px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .switch button[aria-pressed='true'] {
      forced-color-adjust: none;
    }
  }
`;
