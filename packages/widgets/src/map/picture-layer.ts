import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';

/**
 * Pictures of the ground that a site takes from elsewhere, by a template such as
 * `https://tiles.example.org/{z}/{x}/{y}.png`.
 */
export function pictureLayer(template: string): TileLayer {
  return new TileLayer(template, {
    keepBuffer: 1,
    className: 'ground',
    // Servers of tiles want to know for whom they work; they need not know which page.
    referrerPolicy: 'strict-origin-when-cross-origin',
  });
}
