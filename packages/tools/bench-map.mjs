import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { manyPoints, pointsFile } from './bench/map/points.mjs';
import { fillHub } from './bench/map/hub-data.mjs';
import { measureMap, NothingDrawnError } from './bench/map/drive.mjs';
import { buildPeers } from './bench/map/peers.mjs';
import { servePages } from './bench/map/pages.mjs';
import { stepBack } from './bench/step-back.mjs';
import { median } from './bench/measure.mjs';
import { parts } from './build.mjs';
import { chromiumArgs, ensureChromium } from './lib/chromium.mjs';
import { startHub } from './lib/hub.mjs';
import { root } from './lib/paths.mjs';

process.chdir(root);
const [sizes = '10000,100000,1000000', rounds = '3', only = ''] = ['sizes', 'rounds', 'only'].map((name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3),
);
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
await parts.data();
await parts.bundle();
// Beside the project: what the peers bring is none of its files.
const folder = join(tmpdir(), 'huddlekit-bench-map');
const peers = await buildPeers(folder);
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumArgs, '--enable-unsafe-swiftshader'],
});
const rows = [];
let failed = 0;

for (const size of sizes.split(',').map(Number)) {
  const hub = await startHub();
  const points = manyPoints(size);
  fillHub(hub.folder, points);
  const before = performance.now();
  await (await fetch(`${hub.url}/v1/pins`)).arrayBuffer();
  const indexTime = performance.now() - before;
  const pages = await servePages(peers, folder, hub.url);
  pages.state.points = pointsFile(points);
  const candidates = {
    Huddlekit: {
      url: `${pages.origin}/huddle`,
      canvas: 'huddle-map .canvas',
      isDrawn: `document.querySelector('huddle-map')?.shadowRoot?.querySelector('.mark')`,
      feed: /\/v1\/pins/,
    },
    ...Object.fromEntries(
      pages.names.map((name, number) => [
        name,
        {
          url: `${pages.origin}/peer/${number}`,
          canvas: name === 'MapLibre' ? '.maplibregl-canvas' : '#map',
          isDrawn: 'globalThis.drawn',
          isPeer: true,
          feed: /points\.bin/,
        },
      ]),
    ),
  };
  const empty = { url: `${pages.origin}/empty`, canvas: '#map', isDrawn: 'globalThis.drawn', feed: /never/ };
  const base = await measureMap(browser, empty, { hasSteps: false });
  const measured = new Map();
  const measureAll = async (options) => {
    for (const [name, page] of Object.entries(candidates)) {
      if (only && !only.split(',').includes(name)) continue;
      // The slowest take a minute at a million, and nothing new would be learned.
      if (size > 100_000 && name === 'Leaflet.markercluster') continue;
      const result = await measureMap(browser, page, options).catch((error) => {
        if (name === 'Huddlekit' || !(error instanceof NothingDrawnError)) throw error;
        console.error(`${name} drew nothing within a minute and is left out.`);
      });
      if (result) measured.set(name, [...(measured.get(name) ?? []), { ...result, ...options }]);
    }
  };
  // The first visit to a server just started, and to a browser just started, is of neither.
  await measureAll({ hasSteps: false });
  measured.clear();
  for (let round = 0; round < Number(rounds); round += 1) await measureAll({ hasSteps: false });
  // Servers need their share for the first clusters; what a page does by itself is told apart from what they do.
  const comeForward = stepBack();
  for (let round = 0; round < Number(rounds); round += 1)
    await measureAll({ hasSteps: true, isPageFirst: true });
  comeForward();
  console.log(`\n${size.toLocaleString('en')} events (the hub’s index: ${(indexTime / 1000).toFixed(1)} s)`);
  console.log(
    '                          first clusters     ×    feed kB   longest task   loading, own   step p50   p95     ×   all p95   memory MB',
  );
  const firstClustersOf = (results) =>
    median(results.filter(({ isPageFirst }) => !isPageFirst).map(({ firstClusters }) => firstClusters));
  const stepsOf = (results, name) =>
    median(results.filter(({ isPageFirst }) => isPageFirst).map((result) => result[name]));
  const peer = measured.get('Leaflet + supercluster') ?? [];
  const best = firstClustersOf(peer);
  for (const [name, results] of measured) {
    const first = firstClustersOf(results);
    const ofPage = results.filter(({ isPageFirst }) => isPageFirst);
    const [{ feedBytes, memory }] = ofPage;
    const [stepP50, stepP95, allP95] = ['stepP50', 'stepP95', 'allP95'].map((step) => stepsOf(results, step));
    const longest = Math.max(...ofPage.map(({ longestTask }) => longestTask));
    const own = Math.max(...ofPage.map(({ longestOwn }) => longestOwn));
    const megabytes = (memory - base.memory) / 1e6;
    const row = { size, name, first, ratio: first / best, feedBytes, longest, stepP50, stepP95, megabytes };
    rows.push(row);
    console.log(
      [
        name.padEnd(24),
        `${first.toFixed(0)} ms`.padStart(14),
        `${row.ratio.toFixed(2)}×`.padStart(9),
        (feedBytes / 1000).toFixed(1).padStart(9),
        `${longest.toFixed(0)} ms`.padStart(14),
        `${own.toFixed(0)} ms`.padStart(14),
        stepP50.toFixed(1).padStart(11),
        stepP95.toFixed(1).padStart(7),
        `${(stepP95 / stepsOf(peer, 'stepP95')).toFixed(2)}×`.padStart(6),
        allP95.toFixed(1).padStart(8),
        megabytes.toFixed(1).padStart(9),
      ].join(' '),
    );
  }
  await pages.close();
  await hub.stop();
}
await browser.close();

const ours = rows.filter(({ name }) => name === 'Huddlekit');
const at = (size) => ours.find((row) => row.size === size) ?? {};
/** What must hold; ratios are to Leaflet + supercluster in the same run. What wasn't measured is left out. */
const gates = [
  ['first clusters at 10,000, ratio', 1, at(10_000).ratio],
  ['first clusters at 100,000, ratio', 0.5, at(100_000).ratio],
  ['feed to the first clusters at 1,000,000, kB', 60, at(1_000_000).feedBytes / 1000],
  ['longest task, ms', 50, Math.max(...ours.map(({ longest }) => longest))],
  ['work of a step at 100,000, p95, ms', 8, at(100_000).stepP95],
  ['memory at 100,000, MB', 12, at(100_000).megabytes],
];
console.log('\nGates');
for (const [name, limit, value] of gates) {
  if (!Number.isFinite(value)) continue;
  const isOver = value > limit;
  if (isOver) failed += 1;
  console.log(`${name.padEnd(46)}${value.toFixed(2).padStart(9)}  at most ${limit}${isOver ? '  OVER' : ''}`);
}
process.exitCode = failed > 0 ? 1 : 0;
