import type { Header } from './columns.ts';
import type { Row } from './row.ts';
import type { Column } from './spellings.ts';

/** Characters of a cell that are read; descriptions and lists of dates may be longer. */
const longest = 2_100;
const longestText = 200_000;
const long = new Set<Column>(['description', 'timeslots']);

/** What cells say by their columns: of several with one meaning the first that isn't empty, but all of the tags. */
export function rowOfCells(header: Header, cellAt: (index: number) => string): Row {
  const row: Partial<Record<Column, string>> = {};
  for (const [column, indices] of header) {
    const texts = indices.map((index) => cleanCell(column, cellAt(index)));
    row[column] = column === 'tags' ? texts.filter(Boolean).join(';') : (texts.find(Boolean) ?? '');
  }
  return row;
}

/** A cell as text: all but descriptions and addresses are one line, since control characters would reach mail headers and terminals. */
function cleanCell(column: Column, text: string): string {
  const own = text.slice(0, long.has(column) ? longestText : longest);
  const controls =
    column === 'description' || column === 'address' ? /[^\P{Cc}\n\t]+/gu : /[\p{Cc}\u2028\u2029]+/gu;
  return own.replaceAll(/\r\n?/g, '\n').replaceAll(controls, ' ').trim();
}
