import type { Event } from '@huddlekit/contract';
import { endOf } from '@huddlekit/contract/event-list';
import { recentActs } from '../../events/audit.ts';
import type { Hub } from '../../hub.ts';
import type { AttendanceRow } from '../../storage/schema.ts';

/** How a guest's place stands, as their page shows it. */
export type Standing =
  /** The mailed link's button is still to be pressed. */
  | 'unconfirmed'
  /** It wasn't pressed in time, or the time is none any more. */
  | 'expired'
  | 'confirmed'
  | 'attended'
  | 'waitlisted'
  | 'cancelled'
  /** The event itself is cancelled. */
  | 'off'
  | 'over';

export async function standingOf(
  { storage, now }: Pick<Hub, 'storage' | 'now'>,
  row: AttendanceRow,
  event: Pick<Event, 'status' | 'timeslots'>,
): Promise<Standing> {
  const { status, expiresAt, attendedAt } = row;
  if (event.status === 'cancelled') return 'off';
  if (status === 'cancelled') {
    // Both end as cancelled; the record of acts tells who ended it.
    const isExpired = (await recentActs(storage.read, row.id, 'expire', 0)) > 0;
    return isExpired ? 'expired' : 'cancelled';
  }
  const slot = event.timeslots.find(({ id }) => id === row.timeslotId);
  if (status === 'unconfirmed') {
    const isAsked = slot && endOf(slot) > now() && (expiresAt ?? 0) > now();
    return isAsked ? 'unconfirmed' : 'expired';
  }
  if (attendedAt !== null) return 'attended';
  if (slot && endOf(slot) <= now()) return 'over';
  return status === 'waitlisted' ? 'waitlisted' : 'confirmed';
}

/** Whether the person may still change or give back the place. */
export function isOpen(standing: Standing): boolean {
  return ['unconfirmed', 'confirmed', 'waitlisted'].includes(standing);
}
