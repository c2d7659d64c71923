import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { parseJson } from '../json.ts';
import { problem } from '../problem.ts';
import { DateOrderEvidence } from '../rows/date-order.ts';
import { gatherRows } from '../rows/gather.ts';
import { decode } from '../text/decode.ts';
import { rowOfEvent } from './event-row.ts';
import { Graph, type FoundEvent } from './graph.ts';
import { readPage, type Page } from './page.ts';
import { textAt } from './node.ts';

/**
 * Reads schema.org events: of JSON-LD, alone or in the scripts of an HTML page, and of a page's microdata. What is no
 * event is passed by.
 */
export function* readJsonLd(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const { problems } = gathering;
  const { text, isGuess } = decode(bytes);
  const page = yield* pageOf(bytes, text);
  if (!page) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  if (isGuess) problems.push(problem(1, 'guessed_encoding'));
  const graph = new Graph();
  for (const { value } of page.documents) yield* graph.add(value);
  const found: { line: number; event: FoundEvent }[] = [];
  for (const { line, value } of page.documents) {
    for (const event of graph.events(value)) {
      yield;
      if (event) found.push({ line: page.isHtml ? line : found.length + 1, event });
    }
  }
  const urls = new Map<string, number>();
  const evidence = new DateOrderEvidence();
  for (const { event } of found) {
    yield;
    const url = textAt(event.node, 'url');
    urls.set(url, (urls.get(url) ?? 0) + 1);
    evidence.add(textAt(event.node, 'startDate'));
  }
  const said = new Set<string>();
  const gatherer = gatherRows(gathering, context, 'json-ld', context.dateOrder ?? evidence.order);
  for (const { line, event } of found) {
    yield;
    if (!gatherer.hasRoom(line)) break;
    const isOwnUrl = (): boolean => urls.get(textAt(event.node, 'url')) === 1;
    const { row, slots, isRepeated } = rowOfEvent(event, graph, page.base, isOwnUrl);
    // A page may say the same in a script and in its microdata.
    const key = JSON.stringify([row.title, row.start, row.startTime, slots, row.venue, row.locality]);
    if (said.has(key)) {
      gatherer.lose(line, 'duplicate_id');
      continue;
    }
    said.add(key);
    if (isRepeated) problems.push(problem(line, 'bad_recurrence'));
    gatherer.take(line, row, slots);
  }
  for (const line of page.broken) gatherer.lose(line, 'unreadable_script');
  if (graph.isTooDeep || page.isTooDeep) gatherer.lose(1, 'too_deep');
  if (gathering.rows === 0) problems.push(problem(1, 'no_events'));
}

/** A page's documents, or the one document that the bytes are; undefined where they are neither. */
function* pageOf(bytes: Uint8Array, text: string): Generator<undefined, Page | undefined, undefined> {
  if (text.trimStart().startsWith('<')) return yield* readPage(text);
  const value = parseJson(bytes);
  yield;
  if (typeof value !== 'object' || value === null) return undefined;
  return { documents: [{ line: 1, value }], base: undefined, broken: [], isTooDeep: false, isHtml: false };
}
