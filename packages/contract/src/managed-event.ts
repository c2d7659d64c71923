import { Event, Location } from './event.ts';
import { addressReleases, eventKinds } from './vocabulary.ts';
import { instant, openEnum, publicId } from './primitives.ts';
import * as z from './zod.ts';

/** Answer to a host's submission: not public yet, a mail with a link is on its way. */
export const EventReceipt = z.object({ id: publicId, status: openEnum(['pending'] as const) });
export type EventReceipt = z.infer<typeof EventReceipt>;

/** What a host wants changed and a moderator hasn't decided yet. Until then the public sees the event as it was. */
export const PendingChange = z.object({
  changedAt: instant,
  kind: z.optional(openEnum(eventKinds)),
  title: z.optional(z.string()),
  summary: z.optional(z.string()),
  description: z.optional(z.string()),
  timezone: z.optional(z.string()),
  timeslots: z.optional(
    z.array(
      z.object({
        /** Null for a new one. */
        id: z.nullable(publicId),
        startDate: instant,
        endDate: z.nullable(instant),
        allDay: z.boolean(),
        /** Seats of a new one; left out or null where it has the event's. */
        capacity: z.optional(z.nullable(z.int())),
      }),
    ),
  ),
  /** The true place. */
  location: z.optional(z.omit(Location, { precision: true })),
  browserUrl: z.optional(z.nullable(z.string())),
});
export type PendingChange = z.infer<typeof PendingChange>;

/** An event as its host sees it: with the true address, the release rule and the co-hosts. */
export const ManagedEvent = z.object({
  ...Event.shape,
  /** Rises with each change of the event, not with RSVPs; a change names the version it was made from. */
  version: z.int(),
  pendingChange: z.nullable(PendingChange),
  addressRelease: openEnum(addressReleases),
  coHosts: z.array(z.object({ name: z.string() })),
  verifiedAt: z.nullable(instant),
  attendanceCounts: z.object({ confirmed: z.int(), waitlisted: z.int(), guests: z.int() }),
});
export type ManagedEvent = z.infer<typeof ManagedEvent>;
