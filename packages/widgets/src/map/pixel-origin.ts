import type { LatLng, Point } from 'leaflet';
import { getPosition, type LeafletBase } from './leaflet.ts';

/** The pixel of the world at which layers begin once the map has moved to a view; they lie in a pane that a drag has moved. */
export function pixelOrigin(map: LeafletBase, center: LatLng, zoom: number): Point {
  return map
    .project(center, zoom)
    .subtract(map.getSize().divideBy(2))
    .add(getPosition(map.getPanes().mapPane))
    .round();
}
