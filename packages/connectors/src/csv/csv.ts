import type { ImportedEvent } from '../imported-event.ts';
import { problem, type ConvertProblem } from '../problem.ts';
import { columnsOf, type Column } from './columns.ts';
import { decode } from './decode.ts';
import { recordsOf } from './records.ts';
import { eventOfRow, type ConvertContext, type Row } from './row.ts';

export interface Conversion {
  readonly events: ImportedEvent[];
  readonly problems: ConvertProblem[];
  /** Rows of the source, the header not counted. Each gave an event or one problem with a fatal code. */
  readonly rows: number;
}

/** Brings a spreadsheet to events. Reads UTF-8, UTF-16 and Windows-1252, with `,` `;` or tab between the cells. */
export function convertCsv(bytes: Uint8Array, context: ConvertContext): Conversion {
  const { text, isGuess } = decode(bytes);
  const [header, ...rows] = recordsOf(text);
  const columns = columnsOf(header?.cells ?? []);
  if (!columns.includes('title') || !columns.includes('start')) {
    return { events: [], problems: [problem(1, 'unreadable_file')], rows: 0 };
  }
  const events: ImportedEvent[] = [];
  const problems = isGuess ? [problem(1, 'guessed_encoding')] : [];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    if (!cells) {
      problems.push(problem(line, 'unreadable_row'));
      continue;
    }
    if (cells.length !== columns.length) problems.push(problem(line, 'ragged_row'));
    const event = eventOfRow(rowOf(columns, cells), line, context, problems);
    if (!event) continue;
    const key = `${event.source.system}\n${event.source.id}`;
    if (seen.has(key)) {
      problems.push(problem(line, 'duplicate_id'));
      continue;
    }
    seen.add(key);
    events.push(event);
  }
  return { events, problems, rows: rows.length };
}

/** Every cell but the description is one line of text; control characters would reach mail headers and terminals. */
function rowOf(columns: readonly (Column | undefined)[], cells: readonly string[]): Row {
  const row: Partial<{ [Name in Column]: string }> = {};
  columns.forEach((column, index) => {
    if (!column) return;
    const text = (cells[index] ?? '').replaceAll(/\r\n?/g, '\n');
    const controls = column === 'description' ? /[^\P{Cc}\n\t]+/gu : /[\p{Cc}\u2028\u2029]+/gu;
    row[column] = text.replaceAll(controls, ' ').trim();
  });
  return row;
}
