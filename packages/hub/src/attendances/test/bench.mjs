import { parseArgs } from 'node:util';
import { timeOfDisk } from '@huddlekit/tools/bench/machine.mjs';
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
const timeCell = (value) => `${value.toFixed(2)} ms`.padStart(14);
const [connections, seconds, rounds] = [values.connections, values.seconds, values.rounds].map(Number);

console.log(`RSVPs over ${connections} connections, closed loop, ${rounds} rounds of ${seconds} s each`);
// These decide what group commit can gain: what a commit costs, and what an RSVP costs beside it.
console.log(
  `The disk takes ${timeOfDisk().toFixed(2)} ms to write 8 kB for good; the last columns are time on a processor`,
);
const columns = ['a second', 'p50 ms', 'p99 ms', 'answered'].map((name) => name.padStart(12));
const timeColumns = ['of the server', 'of the client'].map((name) => name.padStart(14));
console.log(`${''.padEnd(16)}${[...columns, ...timeColumns].join('')}`);
const results = await measureRsvps({ connections, seconds, rounds });
for (const [name, { perSecond, p50, p99, count, serverTime, clientTime }] of Object.entries(results)) {
  const times = [serverTime, clientTime].map(timeCell);
  console.log(`${name.padEnd(16)}${[...[perSecond, p50, p99, count].map(cell), ...times].join('')}`);
}
const ratio = results['group commit'].perSecond / results['a commit each'].perSecond;
console.log(`\n${ratio.toFixed(2)} times as many, at least ${gate} wanted`);
process.exitCode = ratio >= gate ? 0 : 1;
