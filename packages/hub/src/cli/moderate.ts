import type { Decision } from '../events/review.ts';
import { openHub, type Hub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit moderate [list]
huddlekit moderate show ID
huddlekit moderate approve ID [--version N]
huddlekit moderate reject ID --message TEXT [--version N]

Hosts' events that wait for a review: those whose host has followed the mailed link, and changes of public ones.
With the version that show tells, nothing is decided that its host has changed since.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      message: { type: 'string' },
      version: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [act = 'list', id] = positionals;
  checkCall(act, id, values.message);
  const version = versionOf(values.version);
  const hub = openHub(settingsFrom(process.env));
  try {
    return await moderate(hub, act, id ?? '', values.message ?? '', version);
  } finally {
    await hub.close();
  }
}

/** @throws UsageError that names what is missing */
function checkCall(act: string, id: string | undefined, message: string | undefined): void {
  if (act === 'list') return;
  if (!['show', 'approve', 'reject'].includes(act)) {
    throw new UsageError(`moderate knows no “${act}”. See --help.`);
  }
  if (id === undefined) throw new UsageError(`Give the id of the event: huddlekit moderate ${act} ID`);
  if (act === 'reject' && !message) {
    throw new UsageError('Tell the host why: huddlekit moderate reject ID --message TEXT');
  }
}

/** @throws UsageError for what isn't the number of a version */
function versionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('Give the version as show tells it: --version 3');
  return Number(text);
}

async function moderate(
  hub: Hub,
  act: string,
  id: string,
  message: string,
  version: number | undefined,
): Promise<number> {
  if (act === 'list') return list(hub);
  if (act === 'show') return show(hub, id);
  if (act === 'approve') return report(await hub.events.approve(id, 'moderator', version), id, 'is public');
  const decision = await hub.events.reject(id, 'moderator', message, version);
  return report(decision, id, 'was rejected; the host gets your message');
}

async function list(hub: Hub): Promise<number> {
  const queue = await hub.events.reviewQueue();
  for (const { id, startDate, title, place, hostName, changes } of queue) {
    const columns = [id, startDate ?? '', title, place, hostName ?? ''];
    if (changes.length > 0) columns.push(`changes ${changes.map(({ field }) => field).join(', ')}`);
    process.stdout.write(`${columns.map(printable).join('  ')}\n`);
  }
  process.stderr.write(`${String(queue.length)} waiting\n`);
  return 0;
}

async function show(hub: Hub, id: string): Promise<number> {
  const item = (await hub.events.reviewQueue()).find((event) => event.id === id);
  if (!item) return report('not_waiting', id, '');
  const { changes, ...present } = item;
  for (const [name, value] of Object.entries(present))
    process.stdout.write(`${name}: ${printable(String(value))}\n`);
  for (const { field, from, to } of changes)
    process.stdout.write(`changed ${field}\n  from: ${printable(from)}\n  to:   ${printable(to)}\n`);
  return 0;
}

function report(decision: Decision, id: string, done: string): number {
  const words = {
    done: `${id} ${done}`,
    not_found: `${id} isn’t an event of this hub`,
    not_waiting: `${id} doesn’t wait for a review`,
    changed_meanwhile: `${id} was changed by its host since that version; read it again: huddlekit moderate show ${id}`,
    out_of_date: `${id} can’t be changed so any more: its time has come, or somebody is in a time that would go. Reject the change with a message.`,
  };
  (decision === 'done' ? process.stdout : process.stderr).write(`${words[decision]}\n`);
  return decision === 'done' ? 0 : 1;
}

/** A host's text without what would steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
