import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const day = 86_400_000;
const week = 7 * day;

/**
 * A spreadsheet of past events with all its dates moved by one whole number of weeks, so that a third of them lies
 * ahead of `today` and weekdays stay what they were. `file` is gzipped CSV with `start_date` and `end_date`.
 */
export async function movedEvents(file: URL, today: Date): Promise<string> {
  const rows = parse(gunzipSync(await readFile(file))) as string[][];
  const [header = [], ...events] = rows;
  const columns = [header.indexOf('start_date'), header.indexOf('end_date')];
  const starts = events
    .map((row) => Date.parse(row[columns[0] ?? 0] ?? ''))
    .filter((start) => !Number.isNaN(start))
    .sort((a, b) => a - b);
  const turning = starts[Math.floor((starts.length * 2) / 3)] ?? today.getTime();
  const shift = Math.ceil((today.getTime() - turning) / week) * week;
  for (const row of events) {
    for (const column of columns) row[column] = moved(row[column] ?? '', shift);
  }
  return [header, ...events].map((row) => row.map(quoted).join()).join('\n');
}

/** A date or an instant, written as it was. */
function moved(text: string, shift: number): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return text;
  const later = new Date(instant + shift).toISOString();
  return text.includes('T') ? later.replace('.000Z', 'Z') : later.slice(0, 10);
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
