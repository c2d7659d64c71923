import type { Decision } from '../events/review.ts';
import { openHub, type Hub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';
import { listQueue, printable, printItem, printReports } from './review-output.ts';

const help = `huddlekit moderate [list]
huddlekit moderate show ID
huddlekit moderate approve ID [--trust] [--version N]
huddlekit moderate reject ID --message TEXT [--version N]
huddlekit moderate takedown ID --message TEXT
huddlekit moderate reports ID [--close]
huddlekit moderate block ID [--takedown --message TEXT]
huddlekit moderate forget ID

What waits for a review: hosts' events whose host has followed the mailed link, changes of public ones, and events
that were reported. With the version that show tells, nothing is decided that its host has changed since.

--trust     the host's next events are public at once, where the campaign's review is trusted-hosts
takedown    takes a public event away and tells its host and everybody who is coming
block       what the host of an event sends from now on is shown to nobody; with --takedown their public events go
forget      takes trust or a block back
`;

interface Call {
  readonly id: string;
  readonly message: string;
  readonly version: number | undefined;
  readonly trust: boolean;
  readonly close: boolean;
  readonly takedown: boolean;
}

/** How acts of this command are written down. */
const actor = 'moderator';

const acts: Readonly<Record<string, (hub: Hub, call: Call) => Promise<number>>> = {
  list,
  show,
  reports,
  block,
  forget,
  approve: async (hub, { id, version, trust }) =>
    report(await hub.events.approve(id, actor, version, trust), id, 'is public'),
  reject: async (hub, { id, version, message }) =>
    report(
      await hub.events.reject(id, actor, message, version),
      id,
      'was rejected; the host gets your message',
    ),
  takedown: async (hub, { id, message }) =>
    report(
      await hub.review.takeDown(id, { actor, message }),
      id,
      'was taken down; the host gets your message',
    ),
};

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      message: { type: 'string', default: '' },
      version: { type: 'string' },
      trust: { type: 'boolean', default: false },
      close: { type: 'boolean', default: false },
      takedown: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [name = 'list', id = ''] = positionals;
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw new UsageError(`moderate knows no “${name}”. See --help.`);
  if (name !== 'list' && id === '')
    throw new UsageError(`Give the id of the event: huddlekit moderate ${name} ID`);
  const tellsHost = ['reject', 'takedown'].includes(name) || values.takedown;
  if (tellsHost && !values.message)
    throw new UsageError(`Tell the host why: huddlekit moderate ${name} ID --message TEXT`);
  const call = { ...values, id, version: versionOf(values.version) };
  const hub = openHub(settingsFrom(process.env));
  try {
    return await act(hub, call);
  } finally {
    await hub.close();
  }
}

/** @throws UsageError for what isn't the number of a version */
function versionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('Give the version as show tells it: --version 3');
  return Number(text);
}

async function list(hub: Hub): Promise<number> {
  const { data, waiting } = await hub.review.queue();
  listQueue(data, waiting);
  return 0;
}

async function show(hub: Hub, { id }: Call): Promise<number> {
  const item = await hub.review.item(id);
  if (!item) return report('not_waiting', id, '');
  printItem(item);
  return 0;
}

async function reports(hub: Hub, { id, close }: Call): Promise<number> {
  const found = await hub.review.reports(id, actor);
  printReports(found);
  if (close && found.length > 0)
    await hub.review.closeReports(
      id,
      found.map((one) => one.id),
      actor,
    );
  return 0;
}

async function block(hub: Hub, { id, takedown, message }: Call): Promise<number> {
  const takenDown = await hub.review.block(id, actor, takedown ? message : undefined);
  if (takenDown === undefined) return noHost(id);
  process.stdout.write(`The host of ${id} is blocked; ${String(takenDown)} events were taken down\n`);
  return 0;
}

async function forget(hub: Hub, { id }: Call): Promise<number> {
  if (!(await hub.review.forgetStanding(id, actor))) return noHost(id);
  process.stdout.write(`The host of ${id} is neither trusted nor blocked any more\n`);
  return 0;
}

function noHost(id: string): number {
  process.stderr.write(`${printable(id)} isn’t an event that a host sent to this hub\n`);
  return 1;
}

function report(decision: Decision | 'not_public', id: string, done: string): number {
  const words = {
    done: `${id} ${done}`,
    not_found: `${id} isn’t an event of this hub`,
    not_waiting: `${id} doesn’t wait for a review`,
    not_public: `${id} isn’t public; reject it instead`,
    changed_meanwhile: `${id} was changed by its host since that version; read it again: huddlekit moderate show ${id}`,
    out_of_date: `${id} can’t be changed so any more: its time has come, or somebody is in a time that would go. Reject the change with a message.`,
  };
  (decision === 'done' ? process.stdout : process.stderr).write(`${words[decision]}\n`);
  return decision === 'done' ? 0 : 1;
}
