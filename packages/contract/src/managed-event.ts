import { addressReleases, Event } from './event.ts';
import { instant, openEnum, publicId } from './primitives.ts';
import * as z from './zod.ts';

/** Answer to a host's submission: not public yet, a mail with a link is on its way. */
export const EventReceipt = z.object({ id: publicId, status: openEnum(['pending'] as const) });
export type EventReceipt = z.infer<typeof EventReceipt>;

/** An event as its host sees it: with the true address, the release rule and the co-hosts. */
export const ManagedEvent = z.extend(Event, {
  addressRelease: openEnum(addressReleases),
  coHosts: z.array(z.object({ name: z.string() })),
  verifiedAt: z.nullable(instant),
  attendanceCounts: z.object({ confirmed: z.int(), waitlisted: z.int(), guests: z.int() }),
});
export type ManagedEvent = z.infer<typeof ManagedEvent>;
