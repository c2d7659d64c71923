import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parts } from './build.mjs';
import { publicFolder, root } from './lib/paths.mjs';
import { chunkGraph } from './lib/weight.mjs';

const widgets = 'packages/widgets/src';
const loader = `${widgets}/loader/loader.ts`;
const defines = (element) => `${widgets}/${element}/${element}.define.ts`;

/** kB (1000 bytes) gzipped; `usable` names the modules that an element imports dynamically before it can be used. */
const budgets = [
  { name: 'loader', limit: 2, modules: [loader] },
  { name: 'rsvp', limit: 12.2, modules: [loader, defines('rsvp')] },
  { name: 'countdown', limit: 27.2, modules: [loader, defines('countdown')] },
  { name: 'list', limit: 34.2, modules: [loader, defines('list')] },
  { name: 'host-form', limit: 12, modules: [loader, defines('host-form')] },
  {
    name: 'host-form in its frame',
    limit: 42,
    modules: [loader, defines('host-form')],
    usable: [`${widgets}/host-form/host-steps.define.ts`],
  },
  {
    name: 'map',
    limit: 95,
    modules: [loader, `${widgets}/loader/start-map.ts`, defines('map')],
    usable: [`${widgets}/map/drawing-parts.ts`, `${widgets}/store/pin-layers.ts`],
  },
];

process.chdir(root);
await parts.bundle();

const manifest = JSON.parse(readFileSync(`${publicFolder}/manifest.json`, 'utf8'));
const graph = chunkGraph(manifest);
const weights = new Map();

function weigh(file) {
  if (!weights.has(file)) {
    weights.set(file, gzipSync(readFileSync(`${publicFolder}/${file}`), { level: 9 }).length / 1000);
  }
  return weights.get(file);
}

const total = (files) => files.reduce((sum, file) => sum + weigh(file), 0);
const kilobytes = (number) => number.toFixed(1).padStart(6);

const rows = budgets.map(({ name, limit, modules, usable = [] }) => {
  const entries = [...modules, ...usable];
  const files = graph.firstLoad(entries);
  return { name, limit, files, weight: total(files), later: graph.onIntent(entries) };
});

console.log('First load, kB gzipped');
for (const { name, limit, weight, files } of rows) {
  const verdict = weight > limit ? '  OVER' : '';
  console.log(
    `${name.padEnd(24)}${kilobytes(weight)} of ${kilobytes(limit)}  ${files.length} files${verdict}`,
  );
  if (verdict || process.argv.includes('--files')) {
    for (const file of files) console.log(`    ${kilobytes(weigh(file))}  ${file}`);
  }
}

// The loader leads to everything, so it says nothing about what comes on intent.
console.log('\nOn intent, kB gzipped');
const elements = rows.filter(({ name }) => name !== 'loader');
const first = new Set(elements.flatMap(({ files }) => files));
const later = new Set(rows.flatMap((row) => row.later).filter((file) => !first.has(file)));
for (const file of [...later].sort()) console.log(`${kilobytes(weigh(file))}  ${file}`);

const failed = rows.filter(({ weight, limit }) => weight > limit).length;
if (process.env.HUDDLEKIT_COUNTS) {
  const counts = { passed: rows.length - failed, failed, skipped: 0 };
  writeFileSync(process.env.HUDDLEKIT_COUNTS, JSON.stringify(counts));
}
if (failed > 0)
  console.error(`\n${failed} over budget: move code behind a dynamic import or make it smaller.`);
process.exitCode = failed > 0 ? 1 : 0;
