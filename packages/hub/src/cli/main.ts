import { UsageError } from './arguments.ts';

/** A command of the command line. */
export interface Command {
  /** Runs with the arguments after its name; answers the exit code. A thrown error's message goes to the user. */
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, { about: string; load: () => Promise<Command> }>> = {
  serve: { about: 'run the hub: serve [--empty]', load: () => import('./serve.ts') },
  convert: {
    about: 'turn a file or feed into events: convert SOURCE [--format F]',
    load: () => import('./convert.ts'),
  },
  import: {
    about: 'load events into the hub: import SOURCE [--format F] [--rsvp native] [--dry-run] [--json]',
    load: () => import('./import.ts'),
  },
  moderate: {
    about:
      'review what hosts sent: moderate [list|approve ID|reject ID --message TEXT|takedown|block|reports]',
    load: () => import('./moderate.ts'),
  },
  moderators: {
    about: 'who may sign in to the review: moderators [list|add MAIL|remove MAIL]',
    load: () => import('./moderators.ts'),
  },
  keys: {
    about: 'keys for programs: keys [list|add --role moderator NAME|revoke ID]',
    load: () => import('./keys.ts'),
  },
  people: {
    about: 'all that is kept of one person: people export|erase MAIL',
    load: () => import('./people.ts'),
  },
  attendances: {
    about: 'sign-ups as a table: attendances numbers|people [--partner NAME] [--event ID]',
    load: () => import('./attendances.ts'),
  },
  campaign: {
    about: 'check, set or end the campaign: campaign check|apply FILE, campaign close',
    load: () => import('./campaign.ts'),
  },
};

/** The command line: the first argument names a command. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const isHelp = ['', 'help', '--help', '-h'].includes(name);
    const lines = Object.entries(commands).map(([key, { about }]) => `  ${key.padEnd(12)}${about}`);
    const heading = isHelp
      ? 'huddlekit COMMAND, where COMMAND is one of'
      : `There is no command “${name}”. Use one of`;
    process[isHelp ? 'stdout' : 'stderr'].write(`${[heading, ...lines].join('\n')}\n`);
    return isHelp ? 0 : 2;
  }
  try {
    const { run } = await command.load();
    return await run(rest);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}
