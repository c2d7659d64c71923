import { emailAddress } from '@huddlekit/contract';
import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit moderators [list]
huddlekit moderators add MAIL
huddlekit moderators remove MAIL

The people who may sign in at /review, by a link that is mailed to them. Removing one ends their sessions at once.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [act = 'list', email = ''] = positionals;
  if (!['list', 'add', 'remove'].includes(act))
    throw new UsageError(`moderators knows no “${act}”. See --help.`);
  if (act !== 'list' && !emailAddress.safeParse(email).success)
    throw new UsageError(`Give an e-mail address: huddlekit moderators ${act} ana@example.org`);
  const hub = openHub(settingsFrom(process.env));
  try {
    const { moderators } = hub.review;
    if (act === 'add') {
      const isNew = await moderators.add(email);
      process.stdout.write(
        `${email} ${isNew ? 'may' : 'could already'} sign in at ${hub.settings.baseUrl}/review\n`,
      );
      return 0;
    }
    if (act === 'remove') {
      const wasOne = await moderators.remove(email);
      (wasOne ? process.stdout : process.stderr).write(
        `${email} ${wasOne ? 'is no moderator any more' : 'isn’t a moderator'}\n`,
      );
      return wasOne ? 0 : 1;
    }
    for (const one of await moderators.list()) process.stdout.write(`${one}\n`);
    return 0;
  } finally {
    await hub.close();
  }
}
