import { ConsentInput, guests, phone, postalCode } from './attendance-input.ts';
import { notEmpty } from './change.ts';
import { publicId } from './primitives.ts';
import { languageTag, line, text } from './texts.ts';
import * as z from './zod.ts';

/**
 * What an attendee changes; what is left out stays, and null takes a value out. The e-mail stays: it is what the
 * attendance was made with.
 */
export const AttendanceChange = z
  .strictObject({
    /** More guests come only where seats are free and nobody waits, and never more than all seats leave. */
    guests: z.optional(guests),
    /**
     * Another timeslot of the same event, where the party finds room. That the person is there already is told only to
     * whose mailbox is proven.
     */
    timeslotId: z.optional(publicId),
    accessNeeds: z.optional(z.nullable(text(500))),
    person: z.optional(
      z
        .strictObject({
          givenName: z.optional(line(100)),
          familyName: z.optional(z.nullable(line(100))),
          phone: z.optional(z.nullable(phone)),
          postalCode: z.optional(z.nullable(postalCode)),
        })
        .check(notEmpty),
    ),
    language: z.optional(languageTag),
    /** Takes the place of what was allowed before; organizations left out may write no more. */
    consent: z.optional(ConsentInput),
  })
  .check(notEmpty);
export type AttendanceChange = z.input<typeof AttendanceChange>;
