import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { listen } from '../../lib/serve.mjs';

const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title>
<style>body { margin: 0; font: 16px system-ui } #map, huddle-map { display: block; height: 860px }</style>
<link rel="stylesheet" href="/style.css"><script>performance.mark('bench-start')</script>`;

/** Serves a page for each peer, the points, and one with nothing on it. */
export async function servePages(peers, folder, hubUrl) {
  const state = { points: Buffer.alloc(0), hubUrl };
  const names = Object.keys(peers);
  const { origin, close } = await listen((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, kind, number] = pathname.split('/');
    const send = (type, body) => response.setHeader('content-type', type).end(body);
    if (kind === 'points.bin') return send('application/octet-stream', state.points);
    if (kind === 'style.css')
      return createReadStream(join(folder, 'node_modules/leaflet/dist/leaflet.css')).pipe(
        response.setHeader('content-type', 'text/css'),
      );
    // Without its pictures markercluster asks for them again with every marker, and its steps never end.
    if (kind === 'images') {
      response.setHeader('cache-control', 'max-age=600');
      return createReadStream(join(folder, 'node_modules/leaflet/dist/images', basename(number ?? ''))).pipe(
        response.setHeader('content-type', 'image/png'),
      );
    }
    if (kind.startsWith('maplibre-gl'))
      return createReadStream(join(folder, 'node_modules/maplibre-gl/dist', kind)).pipe(
        response.setHeader('content-type', 'text/javascript'),
      );
    if (kind === 'script') return send('text/javascript', peers[names[number]]);
    if (kind === 'peer')
      return send(
        'text/html',
        `${head}<div id="map" tabindex="0"></div><script type="module" src="/script/${number}"></script>`,
      );
    if (kind === 'huddle')
      return send(
        'text/html',
        `${head}<script type="module" src="${state.hubUrl}/huddlekit.js"></script><huddle-map></huddle-map>`,
      );
    return send(
      'text/html',
      `${head}<script>globalThis.drawn = true</script><div id="map" tabindex="0"></div>`,
    );
  });
  return { origin, close, state, names };
}
