import { openHub, type Hub } from '../hub.ts';
import { keyRoles, type KeyRole } from '../review/access-keys.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';
import { printable } from './review-output.ts';

const help = `huddlekit keys [list]
huddlekit keys add --role moderator NAME
huddlekit keys revoke ID

Keys for programs, sent as a Bearer token. A key is shown once; the hub keeps its hash alone. Never put one into a
web page: the hub refuses keys that come from there.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [act = 'list', subject = ''] = positionals;
  if (!['list', 'add', 'revoke'].includes(act)) throw new UsageError(`keys knows no “${act}”. See --help.`);
  const role = keyRoles.find((known) => known === values.role);
  if (act === 'add' && (role === undefined || subject.trim() === ''))
    throw new UsageError('Say what the key may do and whose it is: huddlekit keys add --role moderator NAME');
  if (act === 'revoke' && subject === '')
    throw new UsageError('Give the id that list tells: huddlekit keys revoke ID');
  const hub = openHub(settingsFrom(process.env));
  try {
    if (act === 'add' && role) return await add(hub, role, subject);
    return act === 'revoke' ? await revoke(hub, subject) : await list(hub);
  } finally {
    await hub.close();
  }
}

async function add(hub: Hub, role: KeyRole, name: string): Promise<number> {
  const { id, key } = await hub.review.keys.add(role, name);
  process.stdout.write(`${key}\n`);
  process.stderr.write(`This is shown once. To take it back: huddlekit keys revoke ${id}\n`);
  return 0;
}

async function list(hub: Hub): Promise<number> {
  for (const { id, role, name, createdAt, isRevoked } of await hub.review.keys.list()) {
    const columns = [id, role, createdAt, name, ...(isRevoked ? ['revoked'] : [])];
    process.stdout.write(`${columns.map(printable).join('  ')}\n`);
  }
  return 0;
}

async function revoke(hub: Hub, id: string): Promise<number> {
  const isDone = await hub.review.keys.revoke(id);
  if (isDone) process.stdout.write(`${id} opens nothing any more\n`);
  else process.stderr.write(`${printable(id)} isn’t a key that is in use; see huddlekit keys list\n`);
  return isDone ? 0 : 1;
}
