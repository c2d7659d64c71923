import { convert, type ImportedEvent } from '@huddlekit/connectors';
import timezoneAt from '@photostructure/tz-lookup';
import type { ImportCounts } from '../events/event-import.ts';
import { openHub } from '../hub.ts';
import { formatOf, readSource } from '../import/read-file.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit import FILE [--format F] [--rsvp native] [--dry-run] [--json]

Loads the events of a file into the hub; a second run changes nothing. The hub may be running.
  --rsvp native  take RSVPs here instead of linking to each event's own page
  --dry-run      convert and count, change nothing
  --json         print one JSON object
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
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
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one file: huddlekit import FILE');
  if (values.rsvp !== undefined && values.rsvp !== 'native')
    throw new UsageError('--rsvp can only be native');
  const { events, problems, rows } = await convert(await readSource(file), formatOf(file, values.format), {
    timezoneAt,
    limit: Infinity,
  });
  const unreadable = problems.find(({ code }) => code === 'unreadable_file');
  if (unreadable) throw new Error(`${file}: ${unreadable.message}`);
  const byCode = Object.fromEntries(
    [...Map.groupBy(problems, ({ code }) => code)].map(([code, list]) => [code, list.length] as const).sort(),
  );
  const report = { rows, events: events.length, problems: byCode, dryRun: values['dry-run'] ?? false };
  const counts = report.dryRun ? undefined : await load(events, values.rsvp);
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...report, ...counts })}\n` : inWords(report, counts),
  );
  return 0;
}

async function load(events: readonly ImportedEvent[], rsvp: 'native' | undefined): Promise<ImportCounts> {
  const hub = openHub(settingsFrom(process.env));
  try {
    return await hub.events.importEvents(events, rsvp ? { rsvp } : {});
  } finally {
    await hub.close();
  }
}

function inWords(
  report: { rows: number; events: number; problems: Record<string, number>; dryRun: boolean },
  counts: ImportCounts | undefined,
): string {
  const { rows, events, problems } = report;
  const lines = [`${String(rows)} rows, ${String(events)} events`];
  if (counts) {
    const { created, updated, unchanged } = counts;
    lines.push(`${String(created)} created, ${String(updated)} updated, ${String(unchanged)} unchanged`);
  } else {
    lines.push('nothing was changed (dry run)');
  }
  for (const [code, count] of Object.entries(problems)) lines.push(`${String(count).padStart(7)}  ${code}`);
  return `${lines.join('\n')}\n`;
}
