/** A record of a table with the line it begins on, from 1; `cells` is undefined where its quotes can't be read. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[] | undefined;
  /** Cells the record has; only the first thousand are kept. */
  readonly width: number;
}

/** Signs that may stand between two cells. */
const delimiters = [',', ';', '\t', '|'];
/** Cells of a record that are kept. */
const mostCells = 1_000;
/** Lines among which the first with a sign is looked for. */
const mostLines = 20;
/** Characters between two rests. */
const stretch = 65_536;

/** Spaces that may stand between a quote and the sign beside it. */
const mostSpaces = 100;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/**
 * Parts a text (RFC 4180) into records, and rests with undefined within long ones. A stray quote in a cell is text. A
 * quote that nothing closes, or that is closed within a cell lines below, costs the one line it stands on.
 */
export function* recordsOf(text: string): Generator<CsvRecord | undefined, void, undefined> {
  const named = /^sep=([,;|\t])[ ]*(\r\n|\r|\n|$)/i.exec(text);
  const delimiter = (named?.[1] ?? delimiterOf(text)).charCodeAt(0);
  let offset = named?.[0].length ?? 0;
  let line = named ? 2 : 1;
  let wasted = 0;
  while (offset < text.length) {
    // Once twice the text went into quotes that weren't closed, they end with their line.
    const limit = wasted > 2 * text.length ? endOfLine(text, offset) : text.length;
    const record = yield* readRecord(text, offset, limit, delimiter);
    if (record.end === undefined) {
      yield { line, cells: undefined, width: 0 };
      wasted += record.looked - offset;
      offset = afterBreak(text, endOfLine(text, offset));
      line++;
      continue;
    }
    const { cells, width } = record;
    if (width > 1 || cells[0]?.trim()) yield { line, cells, width };
    offset = afterBreak(text, record.end);
    line += 1 + record.breaks;
  }
}

interface Reading {
  readonly cells: string[];
  readonly width: number;
  /** Line breaks within quotes. */
  readonly breaks: number;
  /** Where the record's line ends; undefined where a quote went wrong. */
  readonly end: number | undefined;
  readonly looked: number;
}

function* readRecord(
  text: string,
  start: number,
  limit: number,
  delimiter: number,
): Generator<undefined, Reading, undefined> {
  const cells: string[] = [];
  let width = 0;
  let breaks = 0;
  let position = start;
  let rest = start + stretch;
  for (;;) {
    let value: string | undefined;
    const opened = afterSpaces(text, position);
    if (text.charCodeAt(opened) === quote) {
      const closed = yield* closingQuote(text, opened + 1, limit);
      const after = afterSpaces(text, closed + 1);
      const isCell = closed < limit && isCellEnd(text, after, delimiter);
      const inner = text.slice(opened + 1, closed);
      const within = closed < limit ? breaksIn(inner) : 1;
      if (isCell) {
        value = inner.includes('""') ? inner.replaceAll('""', '"') : inner;
        breaks += within;
        position = after;
      } else if (within > 0 || breaks > 0) {
        return { cells, width, breaks, end: undefined, looked: Math.max(closed, opened) };
      }
    }
    if (value === undefined) {
      let end = endOfCell(text, position, delimiter);
      while (end < 0) {
        yield;
        end = endOfCell(text, -end, delimiter);
      }
      value = text.slice(position, end);
      position = end;
    }
    if (width < mostCells) cells.push(value);
    width++;
    if (text.charCodeAt(position) !== delimiter)
      return { cells, width, breaks, end: position, looked: position };
    position++;
    if (position < rest) continue;
    rest = position + stretch;
    yield;
  }
}

/** The quote that closes a cell, past doubled ones; `limit` where there is none. */
function* closingQuote(text: string, start: number, limit: number): Generator<undefined, number, undefined> {
  let rest = start + stretch;
  for (let position = start; ; position += 2) {
    position = text.indexOf('"', position);
    if (position < 0 || position >= limit) return limit;
    if (text.charCodeAt(position + 1) !== quote) return position;
    if (position < rest) continue;
    rest = position + stretch;
    yield;
  }
}

/** Where a cell without quotes ends; the negative of how far was looked where it goes on for long. */
function endOfCell(text: string, start: number, delimiter: number): number {
  const stop = Math.min(text.length, start + stretch);
  for (let position = start; position < stop; position++) {
    const code = text.charCodeAt(position);
    if (code === delimiter || code === lineFeed || code === carriageReturn) return position;
  }
  return stop === text.length ? stop : -stop;
}

function isCellEnd(text: string, position: number, delimiter: number): boolean {
  const code = text.charCodeAt(position);
  return position >= text.length || code === delimiter || code === lineFeed || code === carriageReturn;
}

function afterSpaces(text: string, start: number): number {
  let position = start;
  while (position - start < mostSpaces && text.charCodeAt(position) === space) position++;
  return position;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function endOfLine(text: string, start: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = start;
  return lineBreak.exec(text)?.index ?? text.length;
}

function afterBreak(text: string, end: number): number {
  return end + (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1);
}

/** The sign that stands most often in the first line that has one, quotes left out. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, stretch)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]/, mostLines);
  const line = lines.find((one) => delimiters.some((sign) => one.includes(sign))) ?? '';
  const count = (sign: string): number => line.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
