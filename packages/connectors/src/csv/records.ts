import { parse, type Info, type Options } from 'csv-parse/sync';

/** A record of a spreadsheet with the line it begins on, from 1; `cells` is undefined where its quotes can't be read. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[] | undefined;
}

/** So many quotes that nothing closes may cost a reading to the end of the file; behind them each line stands alone. */
const patience = 20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Parts a text (RFC 4180) into records. A quote in the wrong place costs the one line it stands on, never those
 * behind it: a line that can't be read as it should is read alone, and reading goes on after it.
 */
export function recordsOf(text: string): CsvRecord[] {
  const bytes = new TextEncoder().encode(text);
  const options: Options = { delimiter: delimiterOf(text), relaxColumnCount: true, skipEmptyLines: true };
  const records: CsvRecord[] = [];
  let offset = 0;
  let line = 1;
  let unclosed = 0;
  while (offset < bytes.length) {
    if (unclosed <= patience) {
      const read = readFrom(bytes.subarray(offset), line, options, records);
      if (read.error === undefined) break;
      if (read.error === 'CSV_QUOTE_NOT_CLOSED') unclosed++;
      offset += read.bytes;
      line += read.lines;
    }
    const end = endOfLine(bytes, offset);
    const content = new TextDecoder().decode(bytes.subarray(offset, end)).trim();
    if (content) records.push({ line, cells: lenientCells(content, options) });
    offset = end;
    line++;
  }
  return records;
}

/** Reads records until the first that can't be read; answers what was taken up to there. */
function readFrom(
  bytes: Uint8Array,
  firstLine: number,
  options: Options,
  records: CsvRecord[],
): { bytes: number; lines: number; error: string | undefined } {
  let taken = 0;
  let lines = 0;
  try {
    parse(bytes, {
      ...options,
      onRecord: (cells: string[], info: Info) => {
        // The count of lines is that at a record's end; breaks within its cells lead back to its start.
        const breaks = cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
        records.push({ line: firstLine + info.lines - 1 - breaks, cells });
        taken = info.bytes;
        lines = info.lines;
        return null;
      },
    });
    return { bytes: bytes.length, lines, error: undefined };
  } catch (error) {
    return { bytes: taken, lines, error: (error as { code?: string }).code ?? '' };
  }
}

/** The cells of one line with stray quotes taken as text; undefined where that can't be. */
function lenientCells(line: string, options: Options): string[] | undefined {
  try {
    const [cells] = parse(line, { ...options, relaxQuotes: true });
    return cells;
  } catch {
    return undefined;
  }
}

/** Where the line at an offset ends, its line break included. */
function endOfLine(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
  return end + (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1);
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => firstLine.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
