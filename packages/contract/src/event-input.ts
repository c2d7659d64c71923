import { AcceptedCommitment, Referrer } from './attendance-input.ts';
import { addressReleases, eventKinds, locationKinds } from './event.ts';
import { instant } from './primitives.ts';
import { emailAddress, languageTag, line, text, timezone, webUrl } from './texts.ts';
import * as z from './zod.ts';

export const TimeslotInput = z
  .object({
    startDate: instant,
    endDate: z.optional(z.nullable(instant)),
    allDay: z.optional(z.boolean()),
    capacity: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(100_000)))),
  })
  .check(
    z.refine(({ startDate, endDate }) => !endDate || Date.parse(endDate) > Date.parse(startDate), {
      path: ['endDate'],
      error: 'The end must be after the start',
      params: { code: 'end_before_start' },
    }),
  );

/** The full address. The hub keeps it encrypted, apart from everything public, where `kind` is `home`. */
export const LocationInput = z.object({
  kind: z.enum(locationKinds),
  venue: z.optional(line(200)),
  addressLines: z._default(z.array(line(200)).check(z.maxLength(4)), []),
  locality: z.optional(line(100)),
  region: z.optional(line(100)),
  postalCode: z.optional(z.string().check(z.trim(), z.regex(/^[A-Za-z0-9 -]{2,12}$/))),
  country: z._default(z.string().check(z.regex(/^[A-Z]{2}$/)), 'US'),
  /** A point the host set on a map. Left out: the hub takes the ZIP's or the place's. */
  latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
});

export const CoHostInput = z.object({ name: line(100), email: z.optional(emailAddress) });

/** What a host sends to put an event up. It becomes public after the mailed link and the review. */
export const EventInput = z.object({
  kind: z.enum(eventKinds),
  title: line(120),
  summary: z.optional(text(300)),
  description: z.optional(text(10_000)),
  timezone,
  timeslots: z.array(TimeslotInput).check(z.minLength(1), z.maxLength(50)),
  location: LocationInput,
  languages: z._default(z.array(languageTag).check(z.maxLength(10)), ['en']),
  accessibility: z.optional(
    z.object({
      wheelchair: z.optional(z.boolean()),
      asl: z.optional(z.boolean()),
      captions: z.optional(z.boolean()),
      notes: z.optional(text(500)),
    }),
  ),
  /** Guests per timeslot, the hosts not counted. */
  capacity: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  guestsPerRsvp: z._default(z.int().check(z.gte(0), z.lte(50)), 5),
  browserUrl: z.optional(webUrl),
  addressRelease: z._default(z.enum(addressReleases), '24h'),
  host: z.object({
    givenName: line(100),
    familyName: z.optional(line(100)),
    /** Shown to the public in place of the first name. */
    displayName: z.optional(line(100)),
    email: emailAddress,
    phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?[\d\s().-]{5,30}$/))),
  }),
  coHosts: z._default(z.array(CoHostInput).check(z.maxLength(20)), []),
  commitments: z._default(z.array(AcceptedCommitment).check(z.maxLength(20)), []),
  language: z.optional(languageTag),
  referrer: z.optional(Referrer),
});
export type EventInput = z.input<typeof EventInput>;
