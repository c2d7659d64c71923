import { fromRoot } from '../lib/paths.mjs';

const module = 'leaflet/src/core/Browser.js';
const path = fromRoot('node_modules', module);
const before = `div.innerHTML = '<svg/>';`;
const after = `div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));`;

/**
 * Leaflet probes for inline SVG with `innerHTML` when it is imported, which throws on a page that requires
 * Trusted Types. The probe is the same with an element.
 */
export function withoutInnerHtmlProbe(code) {
  if (!code.includes(before)) {
    throw new Error(`leaflet has changed: find its inlineSvg probe and adapt ${import.meta.url}`);
  }
  return code.replace(before, after);
}

/** For Rollup and for Vite (Storybook). */
export function leafletTrustedTypes() {
  return {
    name: 'leaflet-trusted-types',
    enforce: 'pre',
    // A prebundled copy would never pass through `transform`.
    config: () => ({ optimizeDeps: { exclude: ['leaflet'] } }),
    transform: (code, id) =>
      id.split('?')[0] === path ? { code: withoutInnerHtmlProbe(code), map: null } : null,
  };
}

/** For the web test runner. */
export function leafletTrustedTypesInTests() {
  const url = `/node_modules/${module}`;
  return {
    name: 'leaflet-trusted-types',
    transform: (context) =>
      context.path === url ? { body: withoutInnerHtmlProbe(context.body), transformCache: true } : undefined,
  };
}
