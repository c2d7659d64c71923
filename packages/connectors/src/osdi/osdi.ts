import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { parseJson, textOf, type JsonRecord } from '../json.ts';
import { gatherItems } from '../platforms/gather-items.ts';
import { problem, type ProblemCode } from '../problem.ts';
import { itemsOf } from './paging.ts';
import { eventOf, isOfActionNetwork } from './event.ts';

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
  const { problems } = gathering;
  const lists = pages.map(itemsOf);
  const items = lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
  if (!items) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  if (items.length === 0) problems.push(problem(1, 'no_events'));
  yield* gatherItems(items, gathering, (item, report) => {
    const hasFalseZ = isOfActionNetwork(item);
    return refusalOf(item) ?? eventOf(item, { ...context, hasFalseZ }, report);
  });
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
