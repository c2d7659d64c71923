import {
  Accessibility,
  EventLinks,
  eventKinds,
  Location,
  Series,
  Source,
  Sponsor,
} from '@huddlekit/contract';
import * as z from '@huddlekit/contract/zod';

const instant = z.iso.datetime();

/**
 * An event of another system in the contract's terms, without what the hub gives it: ids, pin, visibility, counts.
 * It is the one shape that every format is brought to.
 */
export const ImportedEvent = z.object({
  kind: z.enum(eventKinds),
  title: z.string(),
  summary: z.string(),
  /** Markdown without HTML. */
  description: z.string(),
  status: z.enum(['confirmed', 'cancelled']),
  sponsor: z.nullable(Sponsor),
  hostName: z.nullable(z.string()),
  timezone: z.string(),
  timeslots: z.array(
    z.object({
      startDate: instant,
      endDate: z.nullable(instant),
      allDay: z.boolean(),
      capacity: z.nullable(z.int()),
      /** Seats that are left there, or null where the source doesn't tell. */
      spotsLeft: z.nullable(z.int()),
    }),
  ),
  location: z.nullable(Location),
  isVirtual: z.boolean(),
  languages: z.array(z.string()),
  accessibility: Accessibility,
  capacity: z.nullable(z.int()),
  guestsPerRsvp: z.int(),
  links: EventLinks,
  tags: z.array(z.string()),
  imageUrl: z.nullable(z.string()),
  browserUrl: z.nullable(z.string()),
  source: Source,
  series: z.nullable(Series),
  createdAt: z.nullable(instant),
  updatedAt: z.nullable(instant),
});
export type ImportedEvent = z.infer<typeof ImportedEvent>;
export type ImportedTimeslot = ImportedEvent['timeslots'][number];
