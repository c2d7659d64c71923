import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { isList, member, numberOf, parseJson, recordOf, textOf, type JsonRecord } from '../json.ts';
import { gatherItems, type ItemReading } from '../platforms/gather-items.ts';
import { problem, type ProblemCode, type Report } from '../problem.ts';
import { eventOf } from './event.ts';

/**
 * Reads what the Mobilize API v1 answers: a page of events, several in a list, or events alone. Its instants are unix
 * seconds; an event has one zone for all its timeslots. Copies of one id become one event with all their timeslots.
 */
export function* readMobilize(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const content = parseJson(bytes);
  const isPages = isList(content) && member(content[0], 'data') !== undefined;
  yield* readMobilizePages(isPages ? content : [content], context, gathering);
}

/** The same for pages that are parsed already. */
export function* readMobilizePages(
  pages: readonly unknown[],
  context: ConvertContext,
  gathering: Gathering,
): Steps {
  for (const page of pages) {
    const items = itemsOf(page);
    if (!items) {
      gathering.problems.push(problem(1, 'unreadable_file'));
      continue;
    }
    const limited = numberOf(member(page, 'results_limited_to'));
    if (limited !== undefined && (numberOf(member(page, 'count')) ?? 0) > limited)
      gathering.problems.push(problem(1, 'results_limited'));
    yield* gatherItems(items, gathering, (item, report) => readItem(item, context, report));
  }
}

function itemsOf(page: unknown): readonly unknown[] | undefined {
  if (isList(page)) return page;
  const data = member(page, 'data');
  if (isList(data)) return data;
  return recordOf(data) ? [data] : member(page, 'id') !== undefined ? [page] : undefined;
}

function readItem(item: JsonRecord, context: ConvertContext, report: Report): ItemReading {
  const refusal = refusalOf(item);
  if (refusal) return refusal;
  let hasBadDate = false;
  const event = eventOf(item, context, (code) => {
    if (code === 'bad_date') hasBadDate = true;
    else report(code);
  });
  if (event.timeslots.length === 0) return hasBadDate ? 'bad_date' : 'missing_date';
  return event.title ? event : 'missing_title';
}

/** Why an event can't be listed at all, or undefined. */
function refusalOf(item: JsonRecord): ProblemCode | undefined {
  if (!textOf(item['id'])) return 'not_an_event';
  if (textOf(item['visibility']) === 'PRIVATE') return 'private_event';
  const approval = textOf(item['approval_status']);
  return approval && approval !== 'APPROVED' ? 'unapproved_event' : undefined;
}
