import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { member, numberOf, parseJson, recordOf, textOf, type JsonRecord } from '../json.ts';
import { problem, type ProblemCode } from '../problem.ts';
import { eventOf } from './event.ts';

/**
 * Reads what the Mobilize API v1 answers: a page of events, several in a list, or events alone. Its instants are unix
 * seconds; an event has one zone for all its timeslots. Copies of one id become one event with all their timeslots.
 */
export function* readMobilize(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const content = parseJson(bytes);
  const isPages = Array.isArray(content) && member(content[0], 'data') !== undefined;
  yield* readMobilizePages(isPages ? content : [content], context, gathering);
}

/** The same for pages that are parsed already. */
export function* readMobilizePages(
  pages: readonly unknown[],
  context: ConvertContext,
  gathering: Gathering,
): Steps {
  const found = new Map<string, ImportedEvent>();
  for (const page of pages) yield* readPage(page, context, gathering, found);
  gathering.events.push(...found.values());
}

function* readPage(
  page: unknown,
  context: ConvertContext,
  gathering: Gathering,
  found: Map<string, ImportedEvent>,
): Steps {
  const { problems } = gathering;
  const items = itemsOf(page);
  if (!items) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  const limited = numberOf(member(page, 'results_limited_to'));
  if (limited !== undefined && (numberOf(member(page, 'count')) ?? 0) > limited)
    problems.push(problem(1, 'results_limited'));
  for (const item of items) {
    yield;
    const line = ++gathering.rows;
    const record = recordOf(item);
    const refusal = record ? refusalOf(record) : 'not_an_event';
    if (!record || refusal) {
      problems.push(problem(line, refusal ?? 'not_an_event'));
      continue;
    }
    const details = new Set<ProblemCode>();
    const event = eventOf(record, context, (code) => details.add(code));
    const known = found.get(event.source.id);
    if (known) {
      found.set(event.source.id, joined(known, event));
      problems.push(problem(line, 'duplicate_id'));
    } else if (event.timeslots.length === 0) {
      problems.push(problem(line, details.has('bad_date') ? 'bad_date' : 'missing_date'));
    } else {
      found.set(event.source.id, event);
      for (const code of details) if (code !== 'bad_date') problems.push(problem(line, code));
    }
  }
}

function itemsOf(page: unknown): readonly unknown[] | undefined {
  if (Array.isArray(page)) return page;
  const data = member(page, 'data');
  if (Array.isArray(data)) return data;
  return recordOf(data) ? [data] : member(page, 'id') !== undefined ? [page] : undefined;
}

/** Why an event can't be listed at all, or undefined. */
function refusalOf(item: JsonRecord): ProblemCode | undefined {
  if (!textOf(item['id'])) return 'not_an_event';
  if (textOf(item['visibility']) === 'PRIVATE') return 'private_event';
  const approval = textOf(item['approval_status']);
  if (approval && approval !== 'APPROVED') return 'unapproved_event';
  return textOf(item['title']) ? undefined : 'missing_title';
}

function joined(one: ImportedEvent, other: ImportedEvent): ImportedEvent {
  const slots = new Map(
    [...other.timeslots, ...one.timeslots].map((slot) => [slot.startDate + slot.endDate, slot]),
  );
  const timeslots = [...slots.values()].sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
  return { ...one, timeslots };
}
