import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openPlaces } from '../../places/places.ts';
import { seededRandom } from '../../sample/seeded-random.ts';
import { settingsFrom } from '../../settings.ts';
import { pairsInOneCell } from './homes.ts';
import { hostAtOneHome } from './one-home.ts';
import { trilaterate } from './trilateration.ts';
import { compareTwins, type Comparison } from './twin-hubs.ts';
import { lookEverywhere, whoSeesPage } from './who-sees-table.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '10000' },
    events: { type: 'string', default: '1000' },
    queries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
/** Pairs that two hubs hold at a time. */
const chunk = 500;
let failures = 0;

function say(isGood: boolean, text: string): void {
  if (!isGood) failures++;
  console.log(`${isGood ? '✔' : '✖'} ${text}`);
}

/** A proof whose guard was taken away must fail; else it shows nothing. */
function sayTwin(isCaught: boolean, text: string): void {
  say(isCaught, `  ${text}: ${isCaught ? 'the proof fails, as it must' : 'the proof doesn’t notice'}`);
}

const page = new URL('../../../../../docs/who-sees-the-address.md', import.meta.url);
if (values.write) {
  writeFileSync(page, whoSeesPage(await lookEverywhere()));
  console.log('docs/who-sees-the-address.md is written');
} else await prove();

async function prove(): Promise<void> {
  await provePairs();
  await proveOneHome();
  await proveTrilateration();
  await proveWhoSees();
  process.exitCode = failures > 0 ? 1 : 0;
}

async function provePairs(): Promise<void> {
  const places = openPlaces(settingsFrom({}).placesFile);
  const pairs = pairsInOneCell({ places }, seededRandom(seed), Number(values.pairs));
  places.close();
  const parts: Comparison[] = [];
  for (let index = 0; index < pairs.length; index += chunk) {
    parts.push(await compareTwins(pairs.slice(index, index + chunk)));
    console.log(`  ${String(Math.min(index + chunk, pairs.length))} pairs compared`);
  }
  const sum = (count: (part: Comparison) => number): string =>
    parts.reduce((total, part) => total + count(part), 0).toLocaleString('en');
  const differences = [...new Set(parts.flatMap((part) => part.differences))];
  say(
    differences.length === 0,
    `${sum((part) => part.pairs)} pairs of homes in one cell: ${sum((part) => part.answers)} answers over HTTP, ${sum((part) => part.mails)} mails and ${sum((part) => part.logLines)} lines of log are the same byte by byte${differences.map((name) => `; not: ${name}`).join('')}`,
  );
  const exact = await compareTwins(pairs.slice(0, 50), { homePoint: 'exact' });
  sayTwin(exact.differences.length > 0, `with the true point (${exact.differences.join(', ')})`);
}

async function proveOneHome(): Promise<void> {
  const { events, listed, pinned, cells } = await hostAtOneHome(Number(values.events), seededRandom(seed));
  say(
    listed === 1 && pinned === 1 && cells > 1,
    `${String(events)} events at one home, pins set in ${String(cells)} cells: ${String(listed)} coordinate in the list, ${String(pinned)} in the pins`,
  );
  const fresh = await hostAtOneHome(50, seededRandom(seed), { homePoint: 'fresh' });
  sayTwin(fresh.listed > 1, `without the memory of homes (${String(fresh.listed)} coordinates)`);
}

async function proveTrilateration(): Promise<void> {
  const { queries, inCell, around, fewest, reachesOutside } = await trilaterate(
    Number(values.queries),
    seededRandom(seed),
  );
  say(
    fewest === inCell && !reachesOutside,
    `${String(queries)} questions about ${String(inCell)} homes over a cell and ${String(around)} around it: ${String(fewest)} of ${String(inCell)} stay possible, the whole cell`,
  );
  const exact = await trilaterate(200, seededRandom(seed), { homePoint: 'exact' });
  sayTwin(exact.most < exact.inCell, `with the true point (at most ${String(exact.most)} stays possible)`);
}

async function proveWhoSees(): Promise<void> {
  const found = await lookEverywhere();
  const looks = [...found.values()].flat(2).filter(({ sight }) => sight !== 'none').length;
  const isSame = whoSeesPage(found) === readFileSync(page, 'utf8');
  say(
    isSame,
    `${String(looks)} looks by role, place, state and rule find what docs/who-sees-the-address.md says`,
  );
  const unchecked = whoSeesPage(await lookEverywhere({ addressRule: 'unchecked' }));
  sayTwin(unchecked !== whoSeesPage(found), 'without the rule of release');
}
