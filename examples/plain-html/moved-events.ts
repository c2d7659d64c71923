import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

const week = 7 * 86_400_000;
const dateStart = /^\d{4}-\d{2}-\d{2}/;

/**
 * The events of a gzipped CSV file as CSV text, all moved by one whole number of weeks so that about a third lies
 * ahead of `today`. Days of the week and spans stay as they are; cells without a date aren't touched.
 */
export async function movedEvents(file: URL, today: Date): Promise<string> {
  const [header = [], ...rows] = rowsOf(gunzipSync(await readFile(file)).toString('utf8'));
  const start = header.indexOf('start_date');
  const dates = rows.map((cells) => dayOf(cells[start] ?? '')).filter((day) => !Number.isNaN(day));
  const pivot = dates.sort((a, b) => a - b)[Math.floor((dates.length * 2) / 3)] ?? today.getTime();
  const shift = Math.round((today.getTime() - pivot) / week) * week;
  const moved = [start, header.indexOf('end_date')];
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (moved.includes(column) ? move(cell, shift) : cell)),
  );
  return [header, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function dayOf(text: string): number {
  return dateStart.test(text) ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) : Number.NaN;
}

/** Only the date is moved, so a clock time stays the same. */
function move(text: string, shift: number): string {
  const day = dayOf(text);
  return Number.isNaN(day) ? text : `${new Date(day + shift).toISOString().slice(0, 10)}${text.slice(10)}`;
}

/** The cells of each row of well-formed CSV (RFC 4180). */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, plain, quotedCell, end] of text.matchAll(/(?:([^",\r\n]*)|"((?:[^"]|"")*)")(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quotedCell?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
