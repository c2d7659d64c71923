import { languageTag, localDate, sentInstant } from './texts.ts';
import * as z from './zod.ts';

/** Query of the event list; the pins feed takes the same filters. All values are strings on the wire. */
export const EventFilters = z.object({
  /** `latitude,longitude` of the place searched. */
  near: z.optional(z.string().check(z.regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/))),
  /** Metres around `near`. */
  within: z.optional(z.coerce.number().check(z.gt(0), z.lte(20_100_000))),
  /** `west,south,east,north` in degrees; west > east crosses the antimeridian. */
  bbox: z.optional(z.string().check(z.regex(/^(-?\d{1,3}(\.\d+)?,){3}-?\d{1,3}(\.\d+)?$/))),
  /** Only events with a timeslot that isn't over at this instant. Upcoming events where left out. */
  from: z.optional(sentInstant),
  /** Only events with a timeslot that starts before this instant. */
  to: z.optional(sentInstant),
  /** Only events with a timeslot that isn't over and starts on this local date or later, `YYYY-MM-DD` in the event's zone. */
  fromDate: z.optional(localDate),
  /** Only events with a timeslot that isn't over and starts on this local date or before. */
  toDate: z.optional(localDate),
  /** One kind or several, separated by commas. */
  kind: z.optional(z.string().check(z.maxLength(200))),
  sponsor: z.optional(z.string().check(z.maxLength(100))),
  virtual: z.optional(z.enum(['true', 'false'])),
  language: z.optional(languageTag),
  accessible: z.optional(z.enum(['true', 'false'])),
  hasRoom: z.optional(z.enum(['true', 'false'])),
  /** Words of title, place or sponsor. */
  q: z.optional(z.string().check(z.maxLength(200))),
  /** Pin numbers separated by commas, at most 100; answers just those events, in that order. */
  pins: z.optional(z.string().check(z.regex(/^\d{1,9}(,\d{1,9}){0,99}$/))),
});
export type EventFilters = z.infer<typeof EventFilters>;

export const PinsQuery = z.extend(EventFilters, {
  /** `zoom/column/row`: only the pins of this square of the map. */
  tile: z.optional(z.string().check(z.regex(/^\d{1,2}\/\d{1,6}\/\d{1,6}$/))),
});
export type PinsQuery = z.infer<typeof PinsQuery>;

export const CountsQuery = z.extend(EventFilters, {
  /** Ranges of local dates to count, `2026-11-27..2026-11-29`, separated by commas, at most 12. */
  ranges: z.optional(z.string().check(z.regex(/^(\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d(,|$)){1,12}$/))),
});
export type CountsQuery = z.infer<typeof CountsQuery>;

export const EventQuery = z.extend(EventFilters, {
  /** `start` soonest first (the default), `distance` nearest first (needs `near`). */
  order: z.optional(z.enum(['start', 'distance'])),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  cursor: z.optional(z.string().check(z.maxLength(512))),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const FeedQuery = z.extend(EventFilters, { cursor: EventQuery.shape.cursor });
export type FeedQuery = z.infer<typeof FeedQuery>;
