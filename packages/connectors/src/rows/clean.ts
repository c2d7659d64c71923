import type { Column } from './spellings.ts';

/** Characters of a cell that are read; descriptions and lists of dates may be longer. */
const longest = 2_100;
const longestText = 200_000;
const long = new Set<Column>(['description', 'timeslots']);

/** A cell as text: all but descriptions and addresses are one line, since control characters would reach mail headers and terminals. */
export function cleanCell(column: Column, text: string): string {
  const own = text.slice(0, long.has(column) ? longestText : longest);
  const controls =
    column === 'description' || column === 'address' ? /[^\P{Cc}\n\t]+/gu : /[\p{Cc}\u2028\u2029]+/gu;
  return own.replaceAll(/\r\n?/g, '\n').replaceAll(controls, ' ').trim();
}
