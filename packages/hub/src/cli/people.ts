import { emailAddress } from '@huddlekit/contract';
import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit people export MAIL
huddlekit people erase MAIL

Everything the hub keeps of one person, by their mailbox: export writes it as JSON, erase takes it away. Give either
only to who wrote from that mailbox. Backups that were made before still hold it: erase there too, or let them end.
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
  const [act = '', email = ''] = positionals;
  if (!['export', 'erase'].includes(act)) throw new UsageError(`people knows no “${act}”. See --help.`);
  if (!emailAddress.safeParse(email).success)
    throw new UsageError(`Give an e-mail address: huddlekit people ${act} ana@example.org`);
  const hub = openHub(settingsFrom(process.env));
  try {
    if (act === 'export') {
      process.stdout.write(`${JSON.stringify(await hub.people.copy(email), null, 2)}\n`);
      return 0;
    }
    const erasure = await hub.people.erase(email);
    if (erasure.state === 'hostsUpcoming') {
      process.stderr.write(
        `They host what is still ahead: ${erasure.eventIds.join(', ')}. Have it cancelled first (huddlekit moderate takedown ID --message TEXT); nothing was erased.\n`,
      );
      return 1;
    }
    if (erasure.state === 'moderates') {
      process.stderr.write(
        `They may sign in to the review. Take that back first (huddlekit moderators remove ${email}); nothing was erased.\n`,
      );
      return 1;
    }
    process.stdout.write(
      `Erased: ${String(erasure.attendances)} attendances, host of ${String(erasure.hosted)} events\n`,
    );
    return 0;
  } finally {
    await hub.close();
  }
}
