import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { member, parseJson, recordOf, textOf, type JsonRecord } from '../json.ts';
import { problem, type ProblemCode } from '../problem.ts';
import { eventOf, idOf, isOfActionNetwork } from './event.ts';

/**
 * Reads what an OSDI server answers, Action Network among them: a page of events (HAL), several in a list, or events
 * alone. Action Network writes local times with a `Z` that isn't true; those of other servers are taken at their word.
 */
export function* readOsdi(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const { events, problems } = gathering;
  const items = itemsOf(parseJson(bytes));
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

/** The events of a page, of several, or of a list; undefined where there is nothing of the kind. */
function itemsOf(content: unknown): readonly unknown[] | undefined {
  if (Array.isArray(content))
    return content.some((page) => member(page, '_embedded') !== undefined)
      ? content.flatMap((page) => itemsOf(page) ?? [])
      : content;
  const embedded = member(content, '_embedded');
  if (embedded !== undefined) {
    const list = member(embedded, 'osdi:events') ?? member(embedded, 'events');
    return Array.isArray(list) ? list : recordOf(embedded) ? [] : undefined;
  }
  if (recordOf(content) === undefined) return undefined;
  const isEvent = ['start_date', 'all_day_date', 'title', 'name'].some(
    (name) => member(content, name) !== undefined,
  );
  return isEvent ? [content] : [];
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

/** The link to the page that follows, or null. An empty page is the last one whatever it links to. */
export function nextOsdiPage(page: unknown): string | null {
  const isEmpty = (itemsOf(page) ?? []).length === 0;
  return isEmpty ? null : textOf(member(member(member(page, '_links'), 'next'), 'href')) || null;
}
