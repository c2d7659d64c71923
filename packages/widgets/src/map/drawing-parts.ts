/** All that draws the map, as one chunk that comes beside the events. */
export { loadBaseMap } from './base-map.ts';
export { LeafletMap } from './leaflet-map.ts';
export { readPalette } from './palette.ts';
export { Scene } from './scene.ts';
