import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const versions = {
  leaflet: '1.9.4',
  supercluster: '9.1.0',
  'leaflet.markercluster': '1.5.3',
  'maplibre-gl': '6.17.0',
};

/** Reads the points file; the same for every peer. */
const readPoints = `
  const bytes = await (await fetch('/points.bin')).arrayBuffer();
  const view = new DataView(bytes);
  const count = bytes.byteLength / 16;
  const point = (index) => [view.getFloat32(index * 16, true), view.getFloat32(index * 16 + 4, true)];`;

const leafletMap = `
  import L from 'leaflet';
  const map = L.map('map', { maxZoom: 18, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  map.fitBounds([[24.4, -124.8], [49.4, -66.9]]);
  globalThis.step = (x, y, zoom) =>
    zoom ? map.setZoom(map.getZoom() + zoom, { animate: false }) : map.panBy([x, y], { animate: false });
  const icon = (count) => L.divIcon({ html: '<b>' + count + '</b>', className: 'cluster', iconSize: [44, 44] });`;

/** Each as its manual says; \`globalThis.drawn\` when the first clusters are on the map. */
const programs = {
  'Leaflet + supercluster': `${leafletMap}
    import Supercluster from 'supercluster';
    ${readPoints}
    const index = new Supercluster({ radius: 60, maxZoom: 16 });
    index.load(Array.from({ length: count }, (_, id) => (
      { type: 'Feature', id, properties: {}, geometry: { type: 'Point', coordinates: point(id) } })));
    const layer = L.layerGroup().addTo(map);
    const draw = () => {
      const bounds = map.getBounds();
      layer.clearLayers();
      const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      for (const { geometry, properties } of index.getClusters(box, Math.round(map.getZoom()))) {
        const [longitude, latitude] = geometry.coordinates;
        layer.addLayer(L.marker([latitude, longitude], { icon: icon(properties.point_count ?? 1) }));
      }
    };
    map.on('moveend', draw);
    draw();
    globalThis.drawn = true;`,
  'Leaflet.markercluster': `${leafletMap}
    globalThis.L = L;
    await import('leaflet.markercluster');
    ${readPoints}
    const group = L.markerClusterGroup({ chunkedLoading: false, animate: false });
    group.addLayers(Array.from({ length: count }, (_, id) => {
      const [longitude, latitude] = point(id);
      return L.marker([latitude, longitude]);
    }));
    map.addLayer(group);
    globalThis.drawn = true;`,
  MapLibre: `
    import * as maplibre from 'maplibre-gl';
    maplibre.setWorkerUrl('/maplibre-gl-worker.mjs');
    const map = new maplibre.Map({ container: 'map', fadeDuration: 0, style: { version: 8, sources: {}, layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#eee' } } ] },
      bounds: [[-124.8, 24.4], [-66.9, 49.4]] });
    globalThis.step = (x, y, zoom) => zoom ? map.zoomTo(map.getZoom() + zoom, { duration: 0 }) : map.panBy([x, y], { duration: 0 });
    ${readPoints}
    const features = Array.from({ length: count }, (_, id) => (
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: point(id) } }));
    if (!map.loaded()) await new Promise((resolve) => map.once('load', resolve));
    map.addSource('events', { type: 'geojson', cluster: true, clusterRadius: 60, clusterMaxZoom: 16,
      data: { type: 'FeatureCollection', features } });
    map.addLayer({ id: 'clusters', type: 'circle', source: 'events', paint: { 'circle-radius': 20 } });
    map.on('render', () => {
      if (!globalThis.drawn && map.queryRenderedFeatures({ layers: ['clusters'] }).length > 0) globalThis.drawn = true;
    });`,
};

/** Installs the peers beside the project and bundles a page for each; answers script and styles by name. */
export async function buildPeers(folder) {
  mkdirSync(folder, { recursive: true });
  if (Object.keys(versions).some((name) => !existsSync(join(folder, 'node_modules', name)))) {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    const { status } = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
      {
        cwd: folder,
        stdio: 'inherit',
      },
    );
    if (status !== 0) throw new Error('npm could not install the peers: check that it reaches its registry');
  }
  const pages = {};
  for (const [name, program] of Object.entries(programs)) {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: folder, loader: 'js' },
      ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, logLevel: 'error' },
    });
    pages[name] = outputFiles[0].text;
  }
  return pages;
}
