import { publicId } from './primitives.ts';
import { emailAddress, languageTag, line, text, timezone } from './texts.ts';
import * as z from './zod.ts';

/** The site and the link through which a person came; credit for allies and inviters. */
export const Referrer = z.object({
  partner: z.optional(line(100)),
  utmSource: z.optional(line(100)),
  utmMedium: z.optional(line(100)),
  utmCampaign: z.optional(line(100)),
  invitedBy: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))),
});
export type Referrer = z.infer<typeof Referrer>;

export const AcceptedCommitment = z.object({ id: line(100), version: line(50) });

export const phone = z.string().check(z.trim(), z.regex(/^\+?[\d\s().-]{5,30}$/));
export const postalCode = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9 -]{2,12}$/));
export const guests = z.int().check(z.gte(0), z.lte(50));

export const PersonInput = z.object({
  givenName: line(100),
  familyName: z.optional(line(100)),
  email: emailAddress,
  phone: z.optional(phone),
  postalCode: z.optional(postalCode),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** Who may write to a person, and how. Nothing is allowed that isn't said. */
export const ConsentInput = z.object({
  email: z._default(z.boolean(), false),
  sms: z._default(z.boolean(), false),
  /** Ids of the campaign's organizations; `host` is whoever hosts the event. */
  organizations: z._default(z.array(line(100)).check(z.maxLength(50)), []),
});

/** A request to come: one person, one or several timeslots of one event. */
export const AttendanceInput = z.object({
  timeslotIds: z.array(publicId).check(z.minLength(1), z.maxLength(50)),
  person: PersonInput,
  /** The party, the person with the guests, is no larger than all seats of each timeslot. */
  guests: z._default(guests, 0),
  language: z.optional(languageTag),
  timezone: z.optional(timezone),
  accessNeeds: z.optional(text(500)),
  referrer: z.optional(Referrer),
  consent: z.optional(ConsentInput),
  commitments: z._default(z.array(AcceptedCommitment).check(z.maxLength(20)), []),
});
export type AttendanceInput = z.input<typeof AttendanceInput>;
