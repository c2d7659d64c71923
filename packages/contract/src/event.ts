import { instant, openEnum, publicId } from './primitives.ts';
import { eventKinds, eventStatuses, locationKinds, locationPrecisions, rsvpModes } from './vocabulary.ts';
import * as z from './zod.ts';

/**
 * Where an event takes place, as far as the public may know.
 * For a home, `venue` and `addressLines` are never public; `precision` says what the point means:
 * `exact` the place itself, `area` a cell of about 1 km, `locality` the middle of a ZIP or town, `hidden` no point.
 */
export const Location = z.object({
  kind: openEnum(locationKinds),
  venue: z.nullable(z.string()),
  addressLines: z.array(z.string()),
  locality: z.nullable(z.string()),
  region: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
  country: z.nullable(z.string()),
  /** WGS 84 decimal degrees, or null where there is no public point. */
  latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
  precision: openEnum(locationPrecisions),
});
export type Location = z.infer<typeof Location>;

/** One dated occurrence. An all-day slot runs over its local day in the event's zone and shows no clock time. */
export const Timeslot = z.object({
  id: publicId,
  startDate: instant,
  endDate: z.nullable(instant),
  allDay: z.boolean(),
  /** Seats, or null where there is no limit. */
  capacity: z.nullable(z.int()),
  spotsLeft: z.nullable(z.int()),
  isFull: z.boolean(),
});
export type Timeslot = z.infer<typeof Timeslot>;

export const Accessibility = z.object({
  wheelchair: z.nullable(z.boolean()),
  asl: z.nullable(z.boolean()),
  captions: z.nullable(z.boolean()),
  notes: z.nullable(z.string()),
});
export type Accessibility = z.infer<typeof Accessibility>;

export const Sponsor = z.object({
  id: z.nullable(z.string()),
  name: z.string(),
  url: z.nullable(z.string()),
});
export type Sponsor = z.infer<typeof Sponsor>;

/** A numbered place in a series of events, such as training 2 of 3. */
export const Series = z.object({ id: z.string(), number: z.int(), of: z.int() });

/** The system an event came from, with its id there. `system` is `huddlekit` for the hub's own. */
export const Source = z.object({
  system: z.string(),
  id: z.string(),
  organization: z.nullable(z.string()),
  url: z.nullable(z.string()),
});
export type Source = z.infer<typeof Source>;

/** A commitment a participant accepts; `version` is stored with the acceptance. */
export const Commitment = z.object({
  id: z.string(),
  version: z.string(),
  text: z.string(),
  url: z.nullable(z.string()),
});
export type Commitment = z.infer<typeof Commitment>;

export const EventLinks = z.object({
  toolkit: z.nullable(z.string()),
  safety: z.nullable(z.string()),
  overview: z.nullable(z.string()),
});

/** An event as the public sees it. Never carries contact details or an address of a home. */
export const Event = z.object({
  id: publicId,
  /** Small integer, stable for the event's life; names the event in the pins feed. */
  pin: z.int(),
  kind: openEnum(eventKinds),
  title: z.string(),
  summary: z.string(),
  /** Markdown without HTML. */
  description: z.string(),
  status: openEnum(eventStatuses),
  visibility: openEnum(['public', 'unlisted'] as const),
  sponsor: z.nullable(Sponsor),
  /** For a home: the first name or the name the host chose. */
  hostName: z.nullable(z.string()),
  timezone: z.string(),
  timeslots: z.array(Timeslot),
  location: z.nullable(Location),
  isVirtual: z.boolean(),
  languages: z.array(z.string()),
  accessibility: Accessibility,
  /** Default capacity of the timeslots, or null. */
  capacity: z.nullable(z.int()),
  /** The most guests one person may bring. */
  guestsPerRsvp: z.int(),
  commitments: z.array(Commitment),
  links: EventLinks,
  tags: z.array(z.string()),
  imageUrl: z.nullable(z.string()),
  browserUrl: z.nullable(z.string()),
  rsvp: openEnum(rsvpModes),
  source: Source,
  /** Every source it was found in, `source` first, where there are several. */
  sources: z.optional(z.array(Source)),
  series: z.nullable(Series),
  createdAt: instant,
  updatedAt: instant,
  /** Metres from the searched point; present only in a list asked with `near`, absent for points of `locality` precision. */
  distance: z.optional(z.number()),
});
export type Event = z.infer<typeof Event>;

/** A page of a list. `next` is an opaque cursor, or null on the last page. */
export const EventPage = z.object({ data: z.array(Event), next: z.nullable(z.string()) });
export type EventPage = z.infer<typeof EventPage>;
