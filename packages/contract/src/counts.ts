import * as z from './zod.ts';

/** How many events fit a query, and how many would with another kind or on other dates. */
export const Counts = z.object({
  total: z.int(),
  /** By kind, whatever kinds the query asks for; kinds without events are left out. */
  kinds: z.record(z.string(), z.int()),
  /** For each asked range of dates, whatever dates the query asks for. */
  ranges: z.array(z.int()),
});
export type Counts = z.infer<typeof Counts>;

/** Local dates from one to another, both included, as `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Reads the `ranges` of a query. */
export function dateRangesFrom(text: string): DateRange[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((range) => {
      const [from = '', to = ''] = range.split('..');
      return { from, to };
    });
}
