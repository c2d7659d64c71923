import type { Report } from '../problem.ts';

/** A limit of seats; none is meant by 0, too. */
export function capacityOf(text: string, report: Report): number | null {
  return seatsOf(text, report) || null;
}

/** Seats as `120`, `1,200` or `50 people`; null where none or no limit is named. */
export function seatsOf(text: string, report: Report): number | null {
  if (/^(|-|n\/?a|none|no limit|unlimited|sin l[ií]mite|ilimitado|null)$/i.test(text.trim())) return null;
  const [, digits = ''] =
    /^(\d{1,3}(?:[.,'’ \u00a0]\d{3})+|\d{1,9})(?:\.0+)?(?:\s+\p{L}+)?$/u.exec(text.trim()) ?? [];
  if (digits) return Number(digits.replaceAll(/\D/g, ''));
  report('bad_capacity');
  return null;
}

/** Degrees as written with a point or a decimal comma, with a sign or a cardinal point; not a number where they aren't. */
export function degreesOf(text: string): number {
  const [, sign = '', digits, cardinal = ''] =
    /^([+\-−]?)(\d{1,3}(?:[.,]\d+)?(?:e-\d{1,3})?)\s*°?\s*([NSEWO]?)$/i.exec(text.trim()) ?? [];
  if (!digits || digits.length > 40) return Number.NaN;
  const isNegative = sign === '-' || sign === '−' || /[SWO]/i.test(cardinal);
  return Number(digits.replace(',', '.')) * (isNegative ? -1 : 1);
}
