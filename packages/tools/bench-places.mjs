import { measureSearches } from './bench/places.mjs';
import { parts } from './build.mjs';
import { root } from './lib/paths.mjs';

process.chdir(root);
await parts.data();

/** Milliseconds that 99 of 100 searches must keep to. */
const limit = 30;
let failed = 0;
const cell = (value) => value.toFixed(2).padStart(9);

console.log('GET /v1/places on a hub, one at a time over one connection, ms');
console.log(`${''.padEnd(26)}${['p50', 'p95', 'p99', 'longest'].map((name) => name.padStart(9)).join('')}`);
for (const [name, { p50, p95, p99, longest }] of Object.entries(await measureSearches())) {
  const isOver = p99 > limit;
  if (isOver) failed += 1;
  const budget = isOver ? `  over ${limit}` : '';
  console.log(`${name.padEnd(26)}${[p50, p95, p99, longest].map(cell).join('')}${budget}`);
}
console.log(failed > 0 ? `\n${failed} with a p99 over ${limit} ms` : `\nEvery p99 within ${limit} ms`);
process.exitCode = failed > 0 ? 1 : 0;
