import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPlaces } from '../places.ts';
import { readTypedPlaces, searchTypedPlaces } from './hand-typed.ts';

const options = process.argv.slice(2);
const file =
  options.find((option) => !option.startsWith('--')) ??
  '../shared/data/events/ccc_location_lookup.latin1.csv.gz';
/** Of a hundred hand-typed places so many must be found. */
const least = 88;

if (!existsSync(file)) {
  console.error(`${file} isn't there. Name a CSV file of hand-typed places: npm run prove:places -- FILE`);
  process.exit(1);
}
const places = openPlaces(fileURLToPath(new URL('../../../data/places.sqlite', import.meta.url)));
const typed = readTypedPlaces(file);
const misses = searchTypedPlaces(places, typed);
const times = typed
  .map(({ words }) => {
    const start = performance.now();
    places.search(words.slice(0, 100), 8);
    return performance.now() - start;
  })
  .sort((a, b) => a - b);
const timeOf = (quantile: number): string => (times[Math.floor(times.length * quantile)] ?? 0).toFixed(2);
places.close();
const share = (100 * (typed.length - misses.length)) / typed.length;
console.log(
  `${String(typed.length)} places in the United States, ${share.toFixed(1)} % found within 25 km (at least ${String(least)}); a search takes ${timeOf(0.5)} ms, p99 ${timeOf(0.99)} ms, at most ${timeOf(0.9999)} ms`,
);
const byCause = Object.entries(Object.groupBy(misses, ({ cause }) => cause));
/** `-- FILE --all` lists every miss. */
const shown = options.includes('--all') ? Infinity : 5;
for (const [cause, some] of byCause.toSorted(([, a], [, b]) => b.length - a.length)) {
  console.log(`\n${cause}: ${String(some.length)} (${((100 * some.length) / typed.length).toFixed(1)} %)`);
  for (const { words, found, locality, region, kilometres } of some.slice(0, shown)) {
    const answer = found === '' ? 'nothing' : `${found}, ${String(kilometres)} km away`;
    console.log(`  ${words}  ->  ${answer}  (is ${locality}, ${region})`);
  }
}
process.exitCode = share < least ? 1 : 0;
