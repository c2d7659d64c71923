import type { ImportedEvent } from '@huddlekit/connectors';
import type { ImportCounts } from '../events/event-import.ts';
import { openHub } from '../hub.ts';
import { convertApart } from '../import/convert-apart.ts';
import { readSource } from '../import/source.ts';
import { unreadable } from '../import/unreadable.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';
import { contextOf, sourceFlags, sourceHelp } from './source-flags.ts';

const help = `huddlekit import SOURCE [--format F] [--timezone Z] [--date-order O] [--rsvp native] [--dry-run] [--json]

Loads the events of a source into the hub; a second run changes nothing. What the source cancels, or an organization on
Mobilize has deleted, is cancelled here and people are told. The hub may be running.
${sourceHelp}
  --rsvp native   take RSVPs here instead of linking to each event's own page
  --dry-run       convert and count, change nothing
  --json          print one JSON object
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      ...sourceFlags,
      rsvp: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new UsageError('Name one file or address: huddlekit import SOURCE');
  if (values.rsvp !== undefined && values.rsvp !== 'native')
    throw new UsageError('--rsvp can only be native');
  const context = contextOf(values);
  const { bytes, format, system, deleted, problems: fetching } = await readSource(name, values.format);
  const { events, problems, rows } = await convertApart({ bytes, format, system, ...context });
  const fault = problems.find(({ code }) => unreadable.has(code));
  if (fault) throw new Error(`${name}: ${fault.message}`);
  const byCode = Object.fromEntries(
    [...Map.groupBy([...fetching, ...problems], ({ code }) => code)]
      .map(([code, list]) => [code, list.length] as const)
      .sort(),
  );
  const report = { rows, events: events.length, problems: byCode, dryRun: values['dry-run'] ?? false };
  const counts = report.dryRun ? undefined : await load(events, deleted, values.rsvp);
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...report, ...counts })}\n` : inWords(report, counts),
  );
  return 0;
}

interface LoadCounts extends ImportCounts {
  readonly withdrawn: number;
}

async function load(
  events: readonly ImportedEvent[],
  deleted: readonly string[],
  rsvp: 'native' | undefined,
): Promise<LoadCounts> {
  const hub = openHub(settingsFrom(process.env));
  try {
    const counts = await hub.events.importEvents(events, rsvp ? { rsvp } : {});
    return { ...counts, withdrawn: await hub.events.withdraw('mobilize', deleted) };
  } finally {
    await hub.close();
  }
}

function inWords(
  report: { rows: number; events: number; problems: Record<string, number>; dryRun: boolean },
  counts: LoadCounts | undefined,
): string {
  const { rows, events, problems } = report;
  const lines = [`${String(rows)} rows, ${String(events)} events`];
  if (counts) {
    const { created, updated, unchanged, withdrawn } = counts;
    lines.push(`${String(created)} created, ${String(updated)} updated, ${String(unchanged)} unchanged`);
    if (withdrawn > 0) lines.push(`${String(withdrawn)} cancelled, since the platform deleted them`);
  } else {
    lines.push('nothing was changed (dry run)');
  }
  for (const [code, count] of Object.entries(problems)) lines.push(`${String(count).padStart(7)}  ${code}`);
  return `${lines.join('\n')}\n`;
}
