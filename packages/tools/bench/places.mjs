import { DatabaseSync } from 'node:sqlite';
import { startHub } from '../lib/hub.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { quantile } from './measure.mjs';

/** Searches of each kind. */
const count = 2_000;

/** Numbers from 0 to 1 that are the same in every run. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = chance(7);
const below = (most) => Math.floor(random() * most);
const letter = () => String.fromCharCode(97 + below(26));

/** One letter left out, added, changed or swapped with its neighbour. */
function mistyped(word) {
  const at = 1 + below(word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1] ?? '', word.slice(at + 2)];
  const kinds = [`${next}${after}`, `${here}${letter()}${next}${after}`, `${letter()}${next}${after}`];
  return before + [...kinds, `${next}${here}${after}`][below(4)];
}

const text = (length, ofLetters) =>
  Array.from({ length }, () => ofLetters[below(ofLetters.length)] ?? '').join('');

/** Texts to search by their kind, made of the hub's own places. */
function searches() {
  const database = new DatabaseSync(fromRoot('packages/hub/data/places.sqlite'), { readOnly: true });
  const towns = database
    .prepare(`select locality, region from towns where country = 'US' and region is not null order by rowid`)
    .all();
  const codes = database.prepare('select postal_code as code from postal_codes order by postal_code').all();
  database.close();
  const town = () => towns[below(towns.length)];
  const long = () => {
    for (;;) {
      const { locality, region } = town();
      if (locality.length >= 5) return { locality, region };
    }
  };
  const kinds = {
    ZIP: () => codes[below(codes.length)].code,
    town: () => town().locality,
    'town, state': () => (({ locality, region }) => `${locality}, ${region}`)(town()),
    'as one types': () => (({ locality }) => locality.slice(0, 1 + below(locality.length)))(town()),
    'mistyped town': () => mistyped(long().locality),
    'mistyped town, state': () => (({ locality, region }) => `${mistyped(locality)}, ${region}`)(long()),
    'venue, town, state': () => (({ locality, region }) => `City Hall, ${locality}, ${region}`)(town()),
    'no such place': () => text(6 + below(12), 'abcdefghijklmnopqrstuvwxyz'),
    '100 hostile letters': () =>
      text(100, ['a', 'e', 's', ' ', ',', '/', ' and ', 'ton', 'ville', 'spring']).slice(0, 100),
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, one]) => [name, Array.from({ length: count }, one)]),
  );
}

/** How long searches of each kind take, from the request to the whole answer, in milliseconds. */
export async function measureSearches() {
  const kinds = searches();
  const hub = await startHub();
  const search = async (words) => {
    const start = performance.now();
    const response = await fetch(`${hub.url}/v1/places?q=${encodeURIComponent(words)}`);
    const body = await response.text();
    if (!response.ok && words.trim() !== '') throw new Error(`${words}: ${response.status} ${body}`);
    return performance.now() - start;
  };
  try {
    // The first searches warm up.
    for (const words of Object.values(kinds).flatMap((some) => some.slice(0, 100))) await search(words);
    const results = {};
    for (const [name, some] of Object.entries(kinds)) {
      const times = [];
      for (const words of some) times.push(await search(words));
      results[name] = {
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        p99: quantile(times, 0.99),
        longest: Math.max(...times),
      };
    }
    return results;
  } finally {
    await hub.stop();
  }
}
