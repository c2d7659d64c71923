import timezoneAt from '@photostructure/tz-lookup';
import { corpora, corpus, missedRecurrences, outcomeOf, skip, type Corpus } from './corpora.ts';

/** Prints what each corpus gives: `npm run conformance`, or `npm run conformance -- FOLDER` for other files. */
async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined && skip) {
    console.log(`Nothing to convert: ${skip}. Name a folder of your own: npm run conformance -- FOLDER`);
    return 0;
  }
  const lists = folder === undefined ? corpora() : [corpus(folder, '**/*.*', 'auto', folder)];
  let losses = 0;
  console.log(`${'corpus'.padEnd(16)} files   rows in  events out    time  problems by code`);
  for (const list of lists) losses += await report(list);
  if (folder === undefined) losses += reportRecurrences();
  if (losses > 0) console.error(`${String(losses)} that should not be: see above`);
  return losses > 0 ? 1 : 0;
}

async function report(list: Corpus): Promise<number> {
  const { files, rows, events, problems, losing, milliseconds } = await outcomeOf(list, { timezoneAt });
  const counts = [...problems]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, count]) => `${code} ${String(count)}`);
  const columns = [files, rows, events].map((number, index) =>
    String(number).padStart([6, 10, 12][index] ?? 0),
  );
  console.log(
    `${list.name.padEnd(16)}${columns.join('')}${`${(milliseconds / 1_000).toFixed(2)} s`.padStart(8)}  ${counts.join(', ')}`,
  );
  for (const file of losing) console.error(`  rows are lost in ${file}`);
  return losing.length;
}

function reportRecurrences(): number {
  const { cases, missed } = missedRecurrences();
  const share = ((cases - missed.length) / cases) * 100;
  console.log(
    `\nrecurrence rules: ${String(cases - missed.length)} of ${String(cases)} give exactly the listed dates (${share.toFixed(1)} %)`,
  );
  for (const { case: each, ours } of missed)
    console.log(`  ${each.rrule} from ${each.dtstart}: listed ${each.instances.join()}, ours ${ours.join()}`);
  return share >= 97 ? 0 : missed.length;
}

process.exitCode = await main(process.argv.slice(2));
