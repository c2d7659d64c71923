import { inspect, parseArgs } from 'node:util';
import type { Fault } from '@huddlekit/tools/lib/fault-proxy.mjs';
import { isHuddleError } from '../../errors/guards.ts';
import type { Told } from './storm.ts';
import { holdTrial, type Trial } from './trial.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    people: { type: 'string', default: '500' },
    'without-key': { type: 'boolean', default: false },
  },
});

function outcomeOf({ data, error }: Told<unknown>): string {
  if (error !== undefined) return isHuddleError(error) ? `${error.name} ${error.code}` : inspect(error);
  const { attendances } = data as { attendances?: readonly { status: string }[] };
  return attendances?.[0]?.status ?? 'answered';
}

function nameOf(fault: Fault): string {
  if (fault.kind === 'reset') return `reset ${fault.after ? 'after' : 'before'} the hub`;
  if (fault.kind === 'cut') return `cut in mid-body, ${fault.how}`;
  if (fault.kind !== 'status') return fault.kind;
  const wait = fault.retryAfter === undefined ? '' : `, Retry-After ${String(fault.retryAfter)}`;
  return `${String(fault.status)} ${fault.after ? 'after' : 'before'} the hub${wait}`;
}

/** Rows of text with columns that line up. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows]
    .map(([first = '', ...others]) =>
      [String(first).padEnd(36), ...others.map((cell) => String(cell).padStart(16))].join(''),
    )
    .join('\n');
}

function report({ storm: { guests, hosts, readers }, passages, ledger, hall, untruths }: Trial): void {
  const byFault = [...Map.groupBy(passages, ({ fault }) => nameOf(fault))].sort();
  const faults = byFault.map(([name, list]) => [
    name,
    list.length,
    list.filter(({ hasReachedServer }) => hasReachedServer).length,
  ]);
  console.log(table(['what happened to the request', 'requests', 'reached the hub'], faults));

  const kinds = [guests, hosts, readers].map((callers) =>
    Map.groupBy(
      callers.flatMap(({ told }): readonly Told<unknown>[] => told),
      outcomeOf,
    ),
  );
  const outcomes = [...new Set(kinds.flatMap((kind) => [...kind.keys()]))].sort();
  const counts = outcomes.map((name) => [name, ...kinds.map((kind) => kind.get(name)?.length ?? 0)]);
  console.log(`\n${table(['what the SDK said', 'RSVPs', 'huddles', 'lists'], counts)}`);

  const stored = new Set(ledger.guests.map(({ caller }) => caller));
  const unanswered = guests.filter(({ told }) => told.every(({ data }) => data === undefined));
  const { capacity, taken, waiting } = ledger.slot;
  console.log(
    [
      `\n${String(guests.length - unanswered.length)} of ${String(guests.length)} people have an answer;`,
      `of the others ${String(unanswered.filter(({ name }) => stored.has(name)).length)} are stored.`,
      `${String(ledger.guests.length)} rows, ${String(taken)} of ${String(capacity)} seats taken,`,
      `${String(waiting)} parties waiting for ${hall.event.title}.`,
    ].join(' '),
  );
  for (const { rule, who, what } of untruths) console.log(`✖ ${rule}: ${who} ${what}`);
}

let untruths = 0;
for (const seed of values.seeds.split(',').map(Number)) {
  const start = performance.now();
  console.log(`\nSeed ${String(seed)}${values['without-key'] ? ', a fresh key for each try' : ''}\n`);
  const trial = await holdTrial({
    seed,
    guests: Number(values.people),
    hosts: 40,
    readers: 40,
    atOnce: 32,
    hasKeys: !values['without-key'],
  });
  report(trial);
  untruths += trial.untruths.length;
  console.log(
    `${String(trial.untruths.length)} untruths, ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
}
process.exitCode = untruths > 0 ? 1 : 0;
