import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { holdRetries } from './retries.ts';
import { playHistories } from './seat-histories.ts';
import { holdStampede } from './stampede.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    histories: { type: 'string', default: '10000' },
    keys: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [people, histories, keys, seed] = [values.people, values.histories, values.keys, values.seed].map(
  Number,
) as [number, number, number, number];
const seats = 50;
/** Histories between two lines of the report. */
const batch = 500;

const start = performance.now();
const tell = (text: string): void => {
  console.log(`${text}, ${String(Math.round((performance.now() - start) / 1000))} s`);
};

const stampede = await holdStampede({ people, seats });
assert.deepEqual(stampede, { confirmed: seats, waiting: people - seats });
tell(`${String(people)} asked for ${String(seats)} seats: ${String(seats)} come, the rest wait in order`);

const oversold = await holdStampede({
  people: Math.min(people, 500),
  seats,
  seatCheck: 'outside',
  pause: () => setTimeout(300),
});
assert.ok(oversold.confirmed > seats, 'without the lock the seats must be oversold');
tell(`Without the lock ${String(oversold.confirmed)} would come to ${String(seats)} seats`);

const effects = await holdRetries({ keys, times: 20 });
assert.deepEqual(effects, { people: keys, mails: keys });
tell(
  `${String(keys)} requests, each sent 20 times at once: ${String(effects.people)} people, ${String(effects.mails)} mails`,
);

for (let done = 0; done < histories; done += batch) {
  const runs = Math.min(batch, histories - done);
  await playHistories({ runs, seed: seed + done });
  tell(`${String(done + runs)} histories keep the rules (seed ${String(seed)})`);
}
