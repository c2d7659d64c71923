import { openHub } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { readArguments, UsageError } from './arguments.ts';

const help = `huddlekit attendances numbers [--partner NAME] [--event ID]
huddlekit attendances people [--partner NAME] [--event ID] [--organization ID]

Sign-ups as a CSV table. numbers is what an ally may have of its own site: sign-ups by day, event and link, nobody in
it. people has names and mailboxes, with --organization only of who allowed that one to write; it is written down that
it was made.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      partner: { type: 'string' },
      event: { type: 'string' },
      organization: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [table = ''] = positionals;
  if (table !== 'numbers' && table !== 'people')
    throw new UsageError('Say which table: huddlekit attendances numbers, or people. See --help.');
  const { partner, event: eventId, organization } = values;
  if (table === 'numbers' && organization !== undefined)
    throw new UsageError('--organization goes with people: numbers are of everybody.');
  const hub = openHub(settingsFrom(process.env));
  try {
    process.stdout.write(
      table === 'numbers'
        ? await hub.people.credit({ partner, eventId })
        : await hub.people.table({ partner, eventId, organization }, 'operator'),
    );
    return 0;
  } finally {
    await hub.close();
  }
}
