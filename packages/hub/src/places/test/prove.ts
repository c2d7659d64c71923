import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPlaces } from '../places.ts';
import { readTypedPlaces, searchTypedPlaces } from './hand-typed.ts';

const [file = '../shared/data/events/ccc_location_lookup.latin1.csv.gz'] = process.argv.slice(2);
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
for (const [cause, some = []] of Object.entries(Object.groupBy(misses, (miss) => miss.cause))) {
  console.log(`\n${cause}: ${String(some.length)}`);
  const shown = process.env['ALL'] ? some : some.slice(0, 12);
  for (const { words, found, locality, region, kilometres } of shown)
    console.log(`  ${words}  ->  ${found || '-'}  (is ${locality}, ${region}; ${String(kilometres)} km)`);
}
process.exitCode = share < least ? 1 : 0;
