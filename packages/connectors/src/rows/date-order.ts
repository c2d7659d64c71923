import type { DateOrder } from './dates.ts';

const numbers = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;

/** Tells the order of day and month from dates of one source: a number above 12 anywhere is a day. */
export class DateOrderEvidence {
  /** The order; undefined for as long as nothing settles it. */
  order: Extract<DateOrder, 'mdy' | 'dmy'> | undefined;

  add(text: string): void {
    const [, first, second] = numbers.exec(text) ?? [];
    if (this.order !== undefined || first === undefined) return;
    if (Number(first) > 12) this.order = 'dmy';
    else if (Number(second) > 12) this.order = 'mdy';
  }
}
