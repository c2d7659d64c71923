import { measureCalls } from './bench/calls.mjs';
import { measureValidation } from './bench/validation.mjs';
import { measureWeights } from './bench/weights.mjs';

let failed = 0;

function row(name, value, limit, measured) {
  const isOver = limit !== undefined && measured > limit;
  if (isOver) failed += 1;
  const budget = limit === undefined ? '' : `  at most ${limit}${isOver ? '  OVER' : ''}`;
  console.log(`${name.padEnd(28)}${value}${budget}`);
}

const times = (ratio) => `${ratio.toFixed(2)}×`.padStart(8);

console.log('10,000 events, ms');
for (const [name, { time, ratio }] of Object.entries(await measureValidation()))
  row(name, `${time.toFixed(1).padStart(8)}${times(ratio)}`, name.endsWith('(SDK)') ? 2.5 : undefined, ratio);

console.log('\nA call for 25 events, ms');
for (const [name, { time, ratio }] of Object.entries(await measureCalls())) {
  const limit = name === '@huddlekit/sdk' ? 1.4 : undefined;
  row(name, `${time.toFixed(3).padStart(8)}${times(ratio)}`, limit, ratio);
}

console.log('\nWeight by a consumer’s esbuild, kB gzipped');
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const weights = await measureWeights();
for (const { name, first, limit } of weights) row(name, kilobytes(first), limit, first / 1000);

console.log('\nOf all of @huddlekit/sdk when it is needed');
for (const { name, bytes } of weights.find(({ name }) => name === 'all of @huddlekit/sdk').later)
  row(name.replace(/^.*packages\//, ''), kilobytes(bytes));

if (failed > 0) console.error(`\n${failed} over budget`);
process.exitCode = failed > 0 ? 1 : 0;
