import { parentPort, workerData } from 'node:worker_threads';
import type { EventFilters } from '@huddlekit/contract';
import { tileFrom } from '@huddlekit/contract/pins';
import { openPublicReader } from '../storage/sqlite/sqlite-storage.ts';
import type { EventIndex } from './event-index.ts';
import { FreshIndex } from './fresh-index.ts';
import { countsOf, matchingRows, pinFeed, type MatchingRows } from './index-answers.ts';
import type { Question, Reply } from './index-service.ts';
import { pinsWithWords } from './read-index.ts';

const reader = openPublicReader(workerData as string);
const fresh = new FreshIndex(reader);

/** Matches that are kept for the tiles of one map, which come together. */
const mostKept = 4;
/** Milliseconds after which what is over meanwhile is left out. */
const keptFor = 60_000;
const kept = new Map<string, { index: EventIndex; at: number; matching: MatchingRows }>();

async function answer({ type, query, now }: Question): Promise<string> {
  const withWords = query.q?.trim() ? await pinsWithWords(reader.publicRead, query.q) : undefined;
  const index = await fresh.get(query, now);
  if (type === 'counts') return JSON.stringify(countsOf(index, query, now, withWords));
  const { tile, ...filters } = query;
  const from = filters.from === undefined ? now : Date.parse(filters.from);
  const firstDay = new Date(from).toISOString().slice(0, 10);
  const matching = matchingOf(index, filters, now, withWords);
  return JSON.stringify(pinFeed(index, matching, firstDay, tile === undefined ? undefined : tileFrom(tile)));
}

function matchingOf(
  index: EventIndex,
  filters: EventFilters,
  now: number,
  withWords: ReadonlySet<number> | undefined,
): MatchingRows {
  const name = JSON.stringify(Object.entries(filters).sort());
  const known = kept.get(name);
  if (known?.index === index && now >= known.at && now - known.at < keptFor) return known.matching;
  const matching = matchingRows(index, filters, now, withWords);
  kept.delete(name);
  kept.set(name, { index, at: now, matching });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return matching;
}

parentPort?.on('message', (question: Question) => {
  answer(question).then(
    (body) => parentPort?.postMessage({ id: question.id, body } satisfies Reply),
    (error: unknown) => parentPort?.postMessage({ id: question.id, error } satisfies Reply),
  );
});
