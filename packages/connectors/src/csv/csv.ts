import { parse } from 'csv-parse/sync';
import type { ImportedEvent } from '../imported-event.ts';
import { problem, type ConvertProblem } from '../problem.ts';
import { columnsOf, type Column } from './columns.ts';
import { eventOfRow, type ConvertContext, type Row } from './row.ts';

export interface Conversion {
  readonly events: ImportedEvent[];
  readonly problems: ConvertProblem[];
  /** Rows of the source, the header not counted. Each gave an event or one problem with a fatal code. */
  readonly rows: number;
}

interface Record {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Brings a spreadsheet to events. Reads UTF-8 (with or without a byte order mark), `,` `;` or tab. */
export function convertCsv(bytes: Uint8Array, context: ConvertContext): Conversion {
  const text = new TextDecoder('utf-8').decode(bytes);
  const problems: ConvertProblem[] = [];
  const events: ImportedEvent[] = [];
  const records = recordsOf(text, problems);
  const [header, ...rows] = records;
  const columns = columnsOf(header?.record ?? []);
  if (!columns.includes('title') || !columns.includes('start')) {
    return { events, problems: [problem(1, 'unreadable_file')], rows: 0 };
  }
  const seen = new Set<string>();
  for (const { record, info } of rows) {
    const line = info.lines;
    if (record.length !== columns.length) problems.push(problem(line, 'ragged_row'));
    const event = eventOfRow(rowOf(columns, record), line, context, problems);
    if (!event) continue;
    const key = `${event.source.system}\n${event.source.id}`;
    if (seen.has(key)) {
      problems.push(problem(line, 'duplicate_id'));
      continue;
    }
    seen.add(key);
    events.push(event);
  }
  const unreadable = problems.filter(({ code }) => code === 'unreadable_row').length;
  return { events, problems, rows: rows.length + unreadable };
}

function recordsOf(text: string, problems: ConvertProblem[]): Record[] {
  const [firstLine = ''] = text.split('\n', 1);
  return parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'].reduce((best, sign) =>
      count(firstLine, sign) > count(firstLine, best) ? sign : best,
    ),
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    skipRecordsWithError: true,
    onSkip: (error) => {
      const lines: unknown = error?.['lines'];
      problems.push(problem(typeof lines === 'number' ? lines : 1, 'unreadable_row'));
      return undefined;
    },
  }) as unknown as Record[];
}

function rowOf(columns: readonly (Column | undefined)[], cells: readonly string[]): Row {
  const row: Partial<{ [Name in Column]: string }> = {};
  columns.forEach((column, index) => {
    if (column) row[column] = (cells[index] ?? '').trim();
  });
  return row;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
