import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { problem } from '../problem.ts';
import { columnsOf, type Column } from '../rows/columns.ts';
import { decode } from '../text/decode.ts';
import { recordsOf } from './records.ts';
import { eventOfRow, type Row } from '../rows/row.ts';

/** Reads a spreadsheet in UTF-8, UTF-16 or Windows-1252, with `,` `;` or tab between the cells. */
export function* readCsv(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const { events, problems } = gathering;
  const { text, isGuess } = decode(bytes);
  const [header, ...rows] = recordsOf(text);
  const columns = columnsOf(header?.cells ?? []);
  if (!columns.includes('title') || !columns.includes('start')) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  if (isGuess) problems.push(problem(1, 'guessed_encoding'));
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    yield;
    gathering.rows++;
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
