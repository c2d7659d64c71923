import type { ConvertContext, Gathering } from '../conversion.ts';
import type { ImportedEvent } from '../imported-event.ts';
import { problem, type ProblemCode } from '../problem.ts';
import type { DateOrder } from './dates.ts';
import { eventOfRow, type Row, type RowReading, type RowSlot } from './row.ts';

/** Dates an event may have. */
const mostSlots = 500;

/** Rows of one source; what comes after them is left out, and told. */
const mostRows = 100_000;

/** Brings the rows of one source to events, one by one. */
export interface RowGatherer {
  /** Takes a row: it gives an event, or exactly one fatal problem. */
  take(line: number, row: Row, slots?: readonly RowSlot[]): void;
  /** Takes down that a row gives no event. */
  lose(line: number, code: ProblemCode): void;
  /** Whether there is room for another row; where there is none, that is told, and reading should end. */
  hasRoom(line: number): boolean;
}

/** Gathers rows; of two with one id the later is left out, or taken as another date of the earlier one. */
export function gatherRows(
  gathering: Gathering,
  context: ConvertContext,
  format: string,
  order: DateOrder | undefined,
): RowGatherer {
  const { events, problems } = gathering;
  const reading: RowReading = { context, format, order, now: context.now ?? Date.now() };
  const seen = new Map<string, ImportedEvent>();
  return {
    take(line, row, slots) {
      gathering.rows++;
      const report = (code: ProblemCode): void => {
        problems.push(problem(line, code));
      };
      const event = eventOfRow(row, reading, report, slots);
      if (!event) return;
      const key = `${event.source.system}\n${event.source.id}`;
      const earlier = seen.get(key);
      if (earlier) {
        report(join(earlier, event) ? 'joined_row' : 'duplicate_id');
        return;
      }
      seen.set(key, event);
      events.push(event);
    },
    hasRoom(line) {
      if (gathering.rows < mostRows) return true;
      problems.push(problem(line, 'too_many'));
      return false;
    },
    lose(line, code) {
      gathering.rows++;
      problems.push(problem(line, code));
    },
  };
}

/** Takes the dates of a later row into the same event; answers whether there were any it hadn't. */
function join(event: ImportedEvent, later: ImportedEvent): boolean {
  if (event.title !== later.title || event.status !== later.status) return false;
  const known = new Set(event.timeslots.map(({ startDate }) => startDate));
  const others = later.timeslots.filter(({ startDate }) => !known.has(startDate));
  if (others.length === 0 || known.size + others.length > mostSlots) return false;
  event.timeslots.push(...others);
  event.timeslots.sort((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate));
  return true;
}
