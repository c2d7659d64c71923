import type { Report, ReviewFlag, ReviewItem } from '@huddlekit/contract';

/** One line an item, and below how many wait. */
export function listQueue(items: readonly ReviewItem[], waiting: number): void {
  for (const { id, startDate, title, place, hostName, changes, flags } of items) {
    const columns = [id, startDate ?? '', title, place, hostName ?? ''];
    if (flags.length > 0) columns.push(`look at ${[...new Set(flags.map(({ kind }) => kind))].join(', ')}`);
    if (changes.length > 0) columns.push(`changes ${changes.map(({ field }) => field).join(', ')}`);
    process.stdout.write(`${columns.map(printable).join('  ')}\n`);
  }
  process.stderr.write(`${String(waiting)} waiting\n`);
}

/** An item whole, a field a line. */
export function printItem({ changes, flags, sponsor, ...item }: ReviewItem): void {
  for (const [name, value] of Object.entries({ ...item, sponsor: sponsor?.name ?? null }))
    process.stdout.write(`${name}: ${printable(String(value))}\n`);
  for (const flag of flags) process.stdout.write(`look at ${printable(flagInWords(flag))}\n`);
  for (const { field, from, to } of changes)
    process.stdout.write(`changed ${field}\n  from: ${printable(from)}\n  to:   ${printable(to)}\n`);
}

export function printReports(reports: readonly Report[]): void {
  for (const { createdAt, reason, words, email } of reports)
    process.stdout.write(`${[createdAt, reason, email ?? '', words].map(printable).join('  ')}\n`);
  process.stderr.write(`${String(reports.length)} open\n`);
}

/** A host's text without what would steer a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

function flagInWords({ kind, field, about, eventId }: ReviewFlag): string {
  return [kind, field && `in ${field}`, about, eventId].filter(Boolean).join(': ');
}
