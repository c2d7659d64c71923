import type { RowSlot } from './row.ts';

/** Dates in one cell as ISO 8601 writes spans, `2026-11-28T19:00/2026-11-28T21:00`, parted by `;` or line breaks. */
export function intervalsOf(text: string): RowSlot[] {
  return text
    .split(/[;\n]/)
    .map((interval) => interval.trim())
    .filter(Boolean)
    .map((interval) => {
      const [start = '', end = ''] = interval.split(/\s*\/\s*(?=\d{4}-|P)/, 2);
      return end.startsWith('P') ? { start, duration: end } : { start, end };
    });
}
