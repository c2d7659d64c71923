import type { HubParts } from '../hub.ts';
import { readAddress, type HomeAddress } from '../privacy/addresses.ts';
import type { AttendanceRow } from '../storage/schema.ts';

const day = 86_400_000;

/** The address of a home as one guest may know it now. */
export type ReleasedAddress =
  | { readonly state: 'shown'; readonly address: HomeAddress }
  /** Shown from that instant (milliseconds since 1970). */
  | { readonly state: 'later'; readonly at: number }
  /** Shown once the host gives it to this guest. */
  | { readonly state: 'asked' }
  /** Nothing is held back from this guest, or nothing is theirs to know. */
  | { readonly state: 'none' };

type GuestRow = Pick<AttendanceRow, 'id' | 'eventId' | 'timeslotId' | 'status' | 'approvedAt'>;

/**
 * The true address of a home for a guest whom a mailed link has brought: at once where the host said so, once
 * the host gives it to this guest, or from a day before the start. Waiting and cancelled parties never get it. The read is audited.
 */
export async function releasedAddress(
  { storage, vault, now, addressRule }: Pick<HubParts, 'storage' | 'vault' | 'now' | 'addressRule'>,
  { id, eventId, timeslotId, status, approvedAt }: GuestRow,
): Promise<ReleasedAddress> {
  const event = await storage.read
    .selectFrom('events')
    .innerJoin('timeslots', 'timeslots.eventId', 'events.id')
    .select(['events.status', 'events.locationKind', 'events.addressRelease', 'timeslots.startAt'])
    .where('events.id', '=', eventId)
    .where('timeslots.id', '=', timeslotId)
    .executeTakeFirst();
  if (event?.locationKind !== 'home') return { state: 'none' };
  if (addressRule === 'checked') {
    if (event.status !== 'confirmed' || status !== 'confirmed') return { state: 'none' };
    if (event.addressRelease === 'approval' && approvedAt === null) return { state: 'asked' };
    const at = event.addressRelease === '24h' ? event.startAt - day : 0;
    if (now() < at) return { state: 'later', at };
  }
  const address = await readAddress(storage, vault, eventId, { actor: `attendance:${id}`, at: now() });
  return address ? { state: 'shown', address } : { state: 'none' };
}
