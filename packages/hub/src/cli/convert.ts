import { convertApart } from '../import/convert-apart.ts';
import { readSource } from '../import/source.ts';
import { unreadable } from '../import/unreadable.ts';
import { readArguments, UsageError } from './arguments.ts';
import { contextOf, sourceFlags, sourceHelp } from './source-flags.ts';
import { writeLines } from './output.ts';

const help = `huddlekit convert SOURCE [--format F] [--timezone Z] [--date-order O]

Writes the events of a source to standard output and its problems to standard error, each as one JSON a line.
${sourceHelp}
Exits with 1 where no event can be read.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { ...sourceFlags, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new UsageError('Name one file or address: huddlekit convert SOURCE');
  const context = contextOf(values);
  const { bytes, format, system, problems: fetching } = await readSource(name, values.format);
  const { events, problems } = await convertApart({ bytes, format, system, ...context });
  await writeLines(process.stdout, events);
  await writeLines(process.stderr, [...fetching, ...problems]);
  return events.length === 0 && problems.some(({ code }) => unreadable.has(code)) ? 1 : 0;
}
