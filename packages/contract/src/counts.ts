import { areWhole } from './pins/pin-feed.ts';
import * as z from './zod.ts';

/** How many events fit a query, and how many would with another kind or on other dates. */
export interface Counts {
  total: number;
  /** By kind, whatever kinds the query asks for; kinds without events are left out. */
  kinds: Record<string, number>;
  /** For each asked range of dates, whatever dates the query asks for. */
  ranges: number[];
}

/** Zod's own record would weigh more in a page than all of this. */
export const Counts = z.unknown().check((payload) => {
  const { total, kinds, ranges } = Object(payload.value) as Partial<Counts>;
  if (!areWhole([total, ...Object.values<unknown>(kinds ?? { none: '' })]) || !areWhole(ranges))
    payload.issues.push({ code: 'custom', input: payload.value, path: [] });
}) as unknown as z.ZodMiniType<Counts, Counts>;

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
