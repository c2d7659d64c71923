import { parseArgs } from 'node:util';
import { holdTrial, reviews } from './moderation.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: process.env['MODERATION_RUNS'] ?? '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
/** Histories between two lines of the report. */
const batch = 300;

console.log(`${String(runs)} histories, seed ${String(seed)}`);
const start = performance.now();
for (let done = 0; done < runs; done += batch) {
  const size = Math.min(batch, runs - done);
  for (const [index, review] of reviews.entries()) {
    const share = Math.floor((size + index) / reviews.length);
    await holdTrial({ review, runs: share, seed: seed + done });
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${String(done + size)} played, nothing unapproved was public, ${String(seconds)} s`);
}
