import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { problem } from '../problem.ts';
import { rowOfCells } from '../rows/clean.ts';
import { columnsOf, orderInHeader, type Header } from '../rows/columns.ts';
import { DateOrderEvidence } from '../rows/date-order.ts';
import type { DateOrder } from '../rows/dates.ts';
import { gatherRows, type RowGatherer } from '../rows/gather.ts';
import { intervalsOf } from '../rows/intervals.ts';
import type { Row } from '../rows/row.ts';
import { decode } from '../text/decode.ts';
import { withoutGuard } from './formula.ts';
import { recordsOf } from './records.ts';

/** Records among which the header is looked for: spreadsheets may have a title or a remark above it. */
const mostAbove = 10;

/**
 * Reads a table in UTF-8, UTF-16 or Windows-1252, with `,` `;` `|` or tab between the cells. Its header needs a
 * column for the date and one for the title, else the place.
 */
export function* readCsv(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const { problems } = gathering;
  const { text, isGuess } = decode(bytes);
  let above = 0;
  let table: { header: Header; width: number; gatherer: RowGatherer } | undefined;
  for (const record of recordsOf(text)) {
    yield;
    if (!record) continue;
    const { line, cells, width } = record;
    if (!table) {
      const header = columnsOf(cells ?? []);
      if (isHeader(header)) {
        if (isGuess) problems.push(problem(1, 'guessed_encoding'));
        if (!header.has('title')) problems.push(problem(line, 'guessed_title'));
        const order = context.dateOrder ?? orderInHeader(cells ?? []) ?? (yield* orderOf(text, header, line));
        table = { header, width, gatherer: gatherRows(gathering, context, 'csv', order) };
      } else if (++above >= mostAbove) break;
      continue;
    }
    // Spreadsheets write empty rows as bare signs.
    if (cells?.every((cell) => cell.trim() === '')) continue;
    if (!table.gatherer.hasRoom(line)) break;
    if (!cells) {
      table.gatherer.lose(line, 'unreadable_row');
      continue;
    }
    if (width !== table.width) problems.push(problem(line, 'ragged_row'));
    const row = rowOf(table.header, cells);
    table.gatherer.take(line, row, row.timeslots ? intervalsOf(row.timeslots) : undefined);
  }
  if (!table) problems.push(problem(1, 'unreadable_file'));
}

function isHeader(header: Header): boolean {
  const isDated = header.has('start') || header.has('timeslots');
  return isDated && (header.has('title') || header.has('venue') || header.has('locality'));
}

/** The order of the dates' numbers, as one of the whole column settles it. */
function* orderOf(
  text: string,
  header: Header,
  headerLine: number,
): Generator<undefined, DateOrder | undefined, undefined> {
  const evidence = new DateOrderEvidence();
  const indices = [...(header.get('start') ?? []), ...(header.get('end') ?? [])];
  for (const record of recordsOf(text)) {
    yield;
    if (!record?.cells || record.line <= headerLine) continue;
    for (const index of indices) evidence.add(record.cells[index] ?? '');
    if (evidence.order) break;
  }
  return evidence.order;
}

/** What the cells say; a table without titles calls its events by their place. */
function rowOf(header: Header, cells: readonly string[]): Row {
  const row = rowOfCells(header, (index) => withoutGuard(cells[index] ?? ''));
  return header.has('title') ? row : { ...row, title: [row.venue, row.locality].find(Boolean) ?? '' };
}
