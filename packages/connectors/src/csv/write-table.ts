import { withGuard } from './formula.ts';

/** What may stand in a cell; nothing at all is an empty one. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Writes rows as a table (RFC 4180, CRLF, without a byte order mark) under a line of the columns' names. No cell is a
 * formula.
 */
export function writeTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((name) => row[name]));
  return [columns, ...lines].map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  const text = withGuard(String(cell ?? ''));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
