import { parseArgs } from 'node:util';
import { holdTrial } from './trial.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [people, kills, seed] = [values.people, values.kills, values.seed].map(Number);
if (!people || !kills || seed === undefined) throw new Error('--people, --kills and --seed are numbers');

console.log(`${String(people)} RSVPs, ${String(kills)} kills, seed ${String(seed)}`);
const start = performance.now();
const { confirmed, copies, happened, unknown, faults } = await holdTrial({
  people,
  kills,
  seed,
  tell: (line) => {
    console.log(line);
  },
});
console.log(
  [
    `The server cut ${String(happened.droppedAnswer)} lines after the content, put off ${String(happened.refusedRecipient)} recipients`,
    `and ${String(happened.refusedContent)} mails, and kept ${String(happened.slow)} waiting for longer than a lease.`,
    `\n${String(confirmed)} confirmed, ${String(copies)} mails came; twice, with the same id: ${String(unknown.afterDrop)} after a cut line,`,
    `${String(unknown.afterKill)} after a kill; ${String(Math.round((performance.now() - start) / 1000))} s`,
  ].join(' '),
);
for (const fault of faults.slice(0, 20)) console.log(`✖ ${fault}`);
console.log(`${faults.length > 0 ? '✖' : '✔'} ${String(faults.length)} faults`);

const twin = await holdTrial({ people: 300, kills: 6, seed, outboxWrite: 'after-effect' });
const isCaught = twin.faults.some((fault) => fault.endsWith('has no mail'));
console.log(
  `${isCaught ? '✔' : '✖'} with mails stored after their effect: ${String(twin.faults.length)} faults, the proof ${isCaught ? 'fails, as it must' : 'doesn’t notice'}`,
);
process.exitCode = faults.length > 0 || !isCaught ? 1 : 0;
