import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { parseJson, recordOf, textOf, type JsonRecord } from '../json.ts';
import { problem, type ProblemCode } from '../problem.ts';
import { itemsOf } from './paging.ts';
import { eventOf, idOf, isOfActionNetwork } from './event.ts';

/**
 * Reads what an OSDI server answers, Action Network among them: a page of events (HAL), several in a list, or events
 * alone. Action Network writes local times with a `Z` that isn't true; those of other servers are taken at their word.
 */
export function* readOsdi(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  yield* readOsdiPages([parseJson(bytes)], context, gathering);
}

/** The same for pages that are parsed already. */
export function* readOsdiPages(
  pages: readonly unknown[],
  context: ConvertContext,
  gathering: Gathering,
): Steps {
  const { events, problems } = gathering;
  const lists = pages.map(itemsOf);
  const items = lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
  if (!items) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  if (items.length === 0) problems.push(problem(1, 'no_events'));
  const seen = new Set<string>();
  for (const item of items) {
    yield;
    const line = ++gathering.rows;
    const record = recordOf(item);
    const refusal = record ? refusalOf(record) : 'not_an_event';
    if (!record || refusal) {
      problems.push(problem(line, refusal ?? 'not_an_event'));
      continue;
    }
    const { system, id } = idOf(record);
    if (seen.has(`${system}:${id}`)) {
      problems.push(problem(line, 'duplicate_id'));
      continue;
    }
    seen.add(`${system}:${id}`);
    const details = new Set<ProblemCode>();
    const event = eventOf(record, { ...context, hasFalseZ: isOfActionNetwork(record) }, (code) =>
      details.add(code),
    );
    if (typeof event === 'string') {
      problems.push(problem(line, event));
      continue;
    }
    for (const code of details) problems.push(problem(line, code));
    events.push(event);
  }
}

/** Why an event can't be listed at all, or undefined. */
function refusalOf(item: JsonRecord): ProblemCode | undefined {
  if (item['action_network:hidden'] === true) return 'hidden_event';
  if (textOf(item['visibility']).toLowerCase() === 'private') return 'private_event';
  const status = textOf(item['status']).toLowerCase();
  if (status && !['confirmed', 'tentative', 'cancelled', 'canceled'].includes(status))
    return 'unapproved_event';
  return textOf(item['title']) || textOf(item['name']) ? undefined : 'missing_title';
}
