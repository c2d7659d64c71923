// Runs on Node 20 with nothing installed: what needs more is imported once that is put right.
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { childEnvironment, continueOnNode24 } from './lib/node24.mjs';
import { root } from './lib/paths.mjs';

ensureInstalled();
continueOnNode24();
process.chdir(root);
process.env.PATH = childEnvironment().PATH;

const { fail, sum, summaryLine } = await import('./test/counts.mjs');
const { parts } = await import('./build.mjs');
const { steps } = await import('./test/steps.mjs');

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `Unknown step ${unknown.join(', ')}: choose from ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
const chosen = only ? steps.filter(({ name }) => only.includes(name)) : steps;

if (chosen.some(({ name }) => ['widgets', 'stories', 'e2e'].includes(name))) ensureChromium();

async function timed(title, work) {
  const start = performance.now();
  console.log(`\n${title} …`);
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.log(error.stack ?? String(error));
    counts = fail;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${counts.failed > 0 ? '✖' : '✔'} ${title}: ${summaryLine(counts)} (${seconds} s)`);
  return counts;
}

const results = [];
for (const part of new Set(chosen.flatMap(({ needs }) => needs))) {
  const build = async () => {
    await parts[part]();
    return sum([]);
  };
  results.push(await timed(`Build of ${part}`, build));
}
// What only reads sources runs at once; what drives servers and browsers has the machine to itself.
const reading = chosen.filter(({ reads }) => reads === 'sources');
results.push(...(await Promise.all(reading.map(({ title, run }) => timed(title, run)))));
for (const step of chosen) if (!reading.includes(step)) results.push(await timed(step.title, step.run));

const total = sum(results);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${summaryLine(total)}`);
