// Leaflet's single modules: as a whole it brings controls, popups, vectors and tiles, all of which we draw ourselves.
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export { getPosition, setPosition, setTransform } from 'leaflet/src/dom/DomUtil.js';
export { LatLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Point } from 'leaflet/src/geometry/Point.js';
export { Layer } from 'leaflet/src/layer/Layer.js';
export { Map as LeafletBase } from 'leaflet/src/map/Map.js';
