import { AcceptedCommitment, phone, postalCode, Referrer } from './attendance-input.ts';
import { addressReleases, eventKinds, locationKinds } from './vocabulary.ts';
import { emailAddress, languageTag, line, text, timezone, webUrl, sentInstant } from './texts.ts';
import * as z from './zod.ts';

/** Guests per timeslot, the hosts not counted. */
export const capacity = z.int().check(z.gte(1), z.lte(100_000));
export const guestsPerRsvp = z.int().check(z.gte(0), z.lte(50));
export const languages = z.array(languageTag).check(z.maxLength(10));
export const timeslotCount = z.maxLength(50);

export const timeslotFields = {
  startDate: sentInstant,
  endDate: z.optional(z.nullable(sentInstant)),
  allDay: z.optional(z.boolean()),
  capacity: z.optional(z.nullable(capacity)),
};

interface Times {
  readonly startDate?: string | undefined;
  readonly endDate?: string | null | undefined;
}

export const endAfterStart = z.refine<Times>(
  ({ startDate, endDate }) => !startDate || !endDate || Date.parse(endDate) > Date.parse(startDate),
  { path: ['endDate'], error: 'The end must be after the start', params: { code: 'end_before_start' } },
);

export const TimeslotInput = z.object(timeslotFields).check(endAfterStart);

/** The full address. The hub keeps it encrypted, apart from everything public, where `kind` is `home`. */
export const LocationInput = z.object({
  kind: z.enum(locationKinds),
  venue: z.optional(line(200)),
  addressLines: z._default(z.array(line(200)).check(z.maxLength(4)), []),
  locality: z.optional(line(100)),
  region: z.optional(line(100)),
  postalCode: z.optional(postalCode),
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
  timeslots: z.array(TimeslotInput).check(z.minLength(1), timeslotCount),
  location: LocationInput,
  languages: z._default(languages, ['en']),
  accessibility: z.optional(
    z.object({
      wheelchair: z.optional(z.boolean()),
      asl: z.optional(z.boolean()),
      captions: z.optional(z.boolean()),
      notes: z.optional(text(500)),
    }),
  ),
  capacity: z.optional(capacity),
  guestsPerRsvp: z._default(guestsPerRsvp, 5),
  browserUrl: z.optional(webUrl),
  addressRelease: z._default(z.enum(addressReleases), '24h'),
  host: z.object({
    givenName: line(100),
    familyName: z.optional(line(100)),
    /** Shown to the public in place of the first name. */
    displayName: z.optional(line(100)),
    email: emailAddress,
    phone: z.optional(phone),
  }),
  coHosts: z._default(z.array(CoHostInput).check(z.maxLength(20)), []),
  commitments: z._default(z.array(AcceptedCommitment).check(z.maxLength(20)), []),
  language: z.optional(languageTag),
  referrer: z.optional(Referrer),
});
export type EventInput = z.input<typeof EventInput>;
