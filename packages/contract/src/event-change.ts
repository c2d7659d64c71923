import { notEmpty } from './change.ts';
import { addressReleases, eventKinds } from './vocabulary.ts';
import {
  capacity,
  CoHostInput,
  endAfterStart,
  guestsPerRsvp,
  languages,
  LocationInput,
  timeslotCount,
  timeslotFields,
} from './event-input.ts';
import { publicId } from './primitives.ts';
import { line, text, timezone, webUrl, sentInstant } from './texts.ts';
import * as z from './zod.ts';

/**
 * With the `id` of a timeslot that is there it is that one, with everybody in it, and what is left out stays;
 * without, it is a new one.
 */
export const TimeslotChange = z
  .strictObject({ id: z.optional(publicId), ...timeslotFields, startDate: z.optional(sentInstant) })
  .check(
    endAfterStart,
    z.refine(({ id, startDate }) => id !== undefined || startDate !== undefined, {
      path: ['startDate'],
      error: 'Give the start of the new time, or the id of one that is there',
      params: { code: 'required' },
    }),
  );

/** Text, place and time: what a moderator looks at again where the event is public already. */
const reviewedFields = {
  kind: z.optional(z.enum(eventKinds)),
  title: z.optional(line(120)),
  summary: z.optional(text(300)),
  description: z.optional(text(10_000)),
  timezone: z.optional(timezone),
  /** All timeslots to come; one that isn't named goes, unless somebody is in it. Those that are over stay. */
  timeslots: z.optional(z.array(TimeslotChange).check(z.minLength(1), timeslotCount)),
  /** The whole place. */
  location: z.optional(z.strictObject(LocationInput.shape)),
  /** Null: the hub's own page. */
  browserUrl: z.optional(z.nullable(webUrl)),
};

/** What a host changes; what is left out stays. */
export const EventChange = z
  .strictObject({
    ...reviewedFields,
    /** Timeslots that had the former number get the new one; null is no limit. Nobody is sent away. */
    capacity: z.optional(z.nullable(capacity)),
    guestsPerRsvp: z.optional(guestsPerRsvp),
    languages: z.optional(languages),
    accessibility: z.optional(
      z
        .strictObject({
          wheelchair: z.optional(z.nullable(z.boolean())),
          asl: z.optional(z.nullable(z.boolean())),
          captions: z.optional(z.nullable(z.boolean())),
          notes: z.optional(z.nullable(text(500))),
        })
        .check(notEmpty),
    ),
    addressRelease: z.optional(z.enum(addressReleases)),
    /** All co-hosts. An e-mail that is left out stays where the name does. */
    coHosts: z.optional(z.array(z.strictObject(CoHostInput.shape)).check(z.maxLength(20))),
  })
  .check(notEmpty);
export type EventChange = z.input<typeof EventChange>;
