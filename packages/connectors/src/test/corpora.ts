import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { convert, type ConvertOptions, type Format } from '../convert.ts';
import type { Conversion } from '../conversion.ts';
import { occurrences } from '../ics/occurrences.ts';
import { readRule } from '../ics/recurrence-rule.ts';
import { readTime } from '../ics/time-value.ts';
import { fatalCodes } from '../problem.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

/** Why tests on the corpora are skipped, or false where they are there. */
export const skip = existsSync(data) ? false : 'the corpora are not beside the repository';

/** Files of one kind that nobody here wrote. */
export interface Corpus {
  readonly name: string;
  readonly files: readonly string[];
  readonly format: Format | 'auto';
}

/** A corpus by the pattern of its files' names. */
export function corpus(
  name: string,
  pattern: string,
  format: Format | 'auto' = 'auto',
  folder = data,
): Corpus {
  const files = globSync(pattern, { cwd: folder }).toSorted();
  return { name, format, files: files.map((file) => `${folder}/${file}`) };
}

/** The corpora beside the repository. */
export function corpora(): Corpus[] {
  return [
    corpus('ics/node-ical', 'ics/node-ical/*.ics', 'ics'),
    corpus('ics/ical.net', 'ics/ical.net/*.ics', 'ics'),
    corpus('ics/ics-parser', 'ics/ics-parser/*.ics', 'ics'),
    corpus('ics/civic', 'ics/civic/*.ics', 'ics'),
    corpus('mobilize', 'mobilize/v1_*.json', 'mobilize'),
    corpus('osdi', 'osdi/*.json', 'osdi'),
    corpus('schemaorg', 'schemaorg/*', 'json-ld'),
    corpus('events', 'events/events.csv.gz', 'csv'),
    corpus('events/raw', 'events/raw/*.csv.gz', 'csv'),
  ];
}

export function contentOf(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** What a corpus gave. */
export interface Outcome {
  readonly files: number;
  readonly rows: number;
  readonly events: number;
  readonly problems: ReadonlyMap<string, number>;
  /** Files whose rows are neither an event nor a told loss. */
  readonly losing: readonly string[];
  readonly milliseconds: number;
}

/** Converts every file of a corpus. */
export async function outcomeOf({ files, format }: Corpus, options: ConvertOptions): Promise<Outcome> {
  const begun = performance.now();
  const problems = new Map<string, number>();
  const losing: string[] = [];
  let [rows, events] = [0, 0];
  for (const file of files) {
    const conversion = await convert(contentOf(file), format, { limit: Infinity, ...options });
    rows += conversion.rows;
    events += conversion.events.length;
    for (const { code } of conversion.problems) problems.set(code, (problems.get(code) ?? 0) + 1);
    if (!isWhole(conversion)) losing.push(file);
  }
  return { files: files.length, rows, events, problems, losing, milliseconds: performance.now() - begun };
}

/** Whether each row gave an event or one problem that tells why not. */
export function isWhole({ rows, events, problems }: Conversion): boolean {
  return rows === events.length + problems.filter(({ code }) => fatalCodes.has(code)).length;
}

/** A rule with the dates that another implementation's authors say it has. */
export interface RecurrenceCase {
  readonly comment?: string;
  readonly rrule: string;
  readonly dtstart: string;
  readonly instances: readonly string[];
}

/** The cases whose dates we tell otherwise, with ours. */
export function missedRecurrences(): { cases: number; missed: { case: RecurrenceCase; ours: string[] }[] } {
  const cases = JSON.parse(readFileSync(`${data}rrule/libical_recur_cases.json`, 'utf8')) as RecurrenceCase[];
  const told = cases.map((each) => ({ case: each, ours: instancesOf(each) }));
  return {
    cases: cases.length,
    missed: told.filter(({ case: { instances }, ours }) => instances.join() !== ours.join()),
  };
}

function instancesOf({ rrule, dtstart, instances }: RecurrenceCase): string[] {
  const rule = readRule(rrule);
  const start = readTime(dtstart, undefined);
  if (!rule || !start) return [];
  const last = rule.until === undefined ? undefined : readTime(rule.until, undefined);
  const until = last && (last.isDate ? last.local + 86_399 : last.local);
  const ours: string[] = [];
  let steps = 0;
  for (const local of occurrences(rule, { start: start.local, isDate: start.isDate, until })) {
    if (++steps > 100_000 || ours.length > instances.length) break;
    if (local === undefined) continue;
    const stamp = new Date(local * 1_000).toISOString().replaceAll(/[-:]|\.000Z/g, '');
    ours.push(start.isDate ? stamp.slice(0, 8) : stamp + (dtstart.endsWith('Z') ? 'Z' : ''));
  }
  return ours;
}
