import { css, type CSSResultGroup } from 'lit';
import { controls } from '../map/control.styles.ts';
import { frame } from '../map/frame.styles.ts';
import { leaflet } from '../map/leaflet.styles.ts';

const own = css`
  :host {
    display: block;
    --_hk-map-height: 240px;
  }
  p {
    margin: 0;
  }
  .map-frame {
    border: 1px solid var(--_hk-line-strong);
    border-radius: var(--_hk-radius);
    isolation: isolate;
  }
  .target {
    position: absolute;
    z-index: 2;
    inset: 0;
    width: 14px;
    height: 14px;
    margin: auto;
    border: 3px solid var(--_hk-marker);
    border-radius: 50%;
    background: var(--_hk-map-land);
    box-shadow: 0 0 0 2px var(--_hk-map-land);
    pointer-events: none;
    forced-color-adjust: none;
  }
  .shown-area {
    transform: translate(-50%, -50%);
    border: 1.75px dashed var(--_hk-marker);
    border-radius: 50%;
    background: color-mix(in srgb, var(--_hk-marker) 25%, transparent);
    pointer-events: none;
    forced-color-adjust: none;
  }
  .near {
    margin-top: 8px;
    min-height: 1.5em;
    font-weight: 600;
  }
  .near:empty {
    min-height: 0;
    margin: 0;
  }
`;

/** The map of the hosts' point; its colours, layers and controls are the event map's. */
export const pointMap: CSSResultGroup = [leaflet, frame, controls, own];
