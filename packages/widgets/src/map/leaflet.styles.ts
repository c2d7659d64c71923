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
  .ground canvas,
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
