import type { Gathering, Steps } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { recordOf, type JsonRecord } from '../json.ts';
import { problem, type ProblemCode, type Report } from '../problem.ts';

/** An event, or the code of what costs it. */
export type ItemReading = ImportedEvent | ProblemCode;

/** Gathers the items of a platform's lists; what is listed again takes its dates to the event that is there. */
export function* gatherItems(
  items: readonly unknown[],
  gathering: Gathering,
  read: (item: JsonRecord, report: Report) => ItemReading,
): Steps {
  const { events, problems } = gathering;
  const known = new Map(events.map((event, index) => [keyOf(event), index]));
  for (const item of items) {
    yield;
    const line = ++gathering.rows;
    const record = recordOf(item);
    const details = new Set<ProblemCode>();
    const event = record ? read(record, (code) => details.add(code)) : 'not_an_event';
    if (typeof event === 'string') {
      problems.push(problem(line, event));
      continue;
    }
    const index = known.get(keyOf(event));
    const earlier = index === undefined ? undefined : events[index];
    if (index !== undefined && earlier) {
      events[index] = joined(earlier, event);
      problems.push(problem(line, 'duplicate_id'));
      continue;
    }
    known.set(keyOf(event), events.push(event) - 1);
    for (const code of details) problems.push(problem(line, code));
  }
}

function keyOf({ source }: ImportedEvent): string {
  return `${source.system}\n${source.id}`;
}

function joined(one: ImportedEvent, other: ImportedEvent): ImportedEvent {
  const slots = new Map(
    [...other.timeslots, ...one.timeslots].map((slot) => [`${slot.startDate} ${slot.endDate ?? ''}`, slot]),
  );
  const timeslots = [...slots.values()].sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
  return { ...one, timeslots };
}
