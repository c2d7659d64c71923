import { convert } from '@huddlekit/connectors';
import timezoneAt from '@photostructure/tz-lookup';
import { formatOf, readSource } from '../import/read-file.ts';
import { readArguments, UsageError } from './arguments.ts';
import { writeLines } from './output.ts';

const help = `huddlekit convert FILE [--format F]

Writes the events of a file to standard output and its problems to standard error, each as one JSON a line.
FILE may be gzipped. Formats: csv. Exits with 1 where the file holds no table of events.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one file: huddlekit convert FILE');
  const { events, problems } = await convert(await readSource(file), formatOf(file, values.format), {
    timezoneAt,
    limit: Infinity,
  });
  await writeLines(process.stdout, events);
  await writeLines(process.stderr, problems);
  return problems.some(({ code }) => code === 'unreadable_file') ? 1 : 0;
}
