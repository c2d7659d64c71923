import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../lib/paths.mjs';
import { withoutInnerHtmlProbe } from './leaflet-trusted-types.mjs';

test('the pinned leaflet loses its probe, another one ends the build', () => {
  const leaflet = readFileSync(fromRoot('node_modules/leaflet/src/core/Browser.js'), 'utf8');
  const changed = withoutInnerHtmlProbe(leaflet);
  assert.ok(!changed.includes(`innerHTML = '<svg/>'`));
  assert.ok(changed.includes(`createElementNS('http://www.w3.org/2000/svg', 'svg')`));
  assert.throws(() => withoutInnerHtmlProbe(changed), /leaflet has changed/);
});
