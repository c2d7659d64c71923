import { css } from 'lit';

/** What floats over the map, and the switch between list and map. */
export const controls = css`
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
    max-width: min(300px, 100% - 24px);
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
  .switch {
    display: none;
    flex: 1 0 auto;
    overflow: clip;
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
  }
  .switch button {
    display: inline-flex;
    flex: 1;
    align-items: center;
    justify-content: center;
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
  @container (max-width: 559.98px) {
    .legend {
      display: none;
    }
    .switch {
      display: inline-flex;
    }
    .zoom {
      /* Below the attribution, which is never covered. */
      top: 46px;
    }
    .attribution {
      inset: 0 auto auto 0;
      padding-inline: 6px;
    }
  }
  @media print {
    .switch {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .switch button[aria-pressed='true'] {
      forced-color-adjust: none;
    }
  }
`;
