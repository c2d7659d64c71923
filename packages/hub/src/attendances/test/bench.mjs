import { parseArgs } from 'node:util';
import { measureRsvps } from './rsvps.mjs';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '128' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
  },
});

/** How many times as many RSVPs a second a hub must take as one that commits each for itself. */
const gate = 4;
const cell = (value) => value.toFixed(1).padStart(12);
const [connections, seconds, rounds] = [values.connections, values.seconds, values.rounds].map(Number);

console.log(`RSVPs over ${connections} connections, closed loop, ${rounds} rounds of ${seconds} s each`);
console.log(
  `${''.padEnd(16)}${['a second', 'p50 ms', 'p99 ms', 'answered'].map((name) => name.padStart(12)).join('')}`,
);
const results = await measureRsvps({ connections, seconds, rounds });
for (const [name, { perSecond, p50, p99, count }] of Object.entries(results)) {
  console.log(`${name.padEnd(16)}${[perSecond, p50, p99, count].map(cell).join('')}`);
}
const ratio = results['group commit'].perSecond / results['a commit each'].perSecond;
console.log(`\n${ratio.toFixed(2)} times as many, at least ${gate} wanted`);
process.exitCode = ratio >= gate ? 0 : 1;
