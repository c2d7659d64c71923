import type { Event } from '@huddlekit/contract';
import type { AttendanceRow } from '../../storage/schema.ts';

/** How a guest's place stands, as their page shows it. */
export type Standing =
  /** The mailed link's button is still to be pressed. */
  | 'unconfirmed'
  /** It wasn't pressed in time. */
  | 'expired'
  | 'confirmed'
  | 'attended'
  | 'waitlisted'
  | 'cancelled'
  /** The event itself is cancelled. */
  | 'off'
  | 'over';

export function standingOf(
  row: AttendanceRow,
  event: Pick<Event, 'status' | 'timeslots'>,
  now: number,
): Standing {
  const { status, expiresAt, updatedAt, attendedAt } = row;
  if (event.status === 'cancelled') return 'off';
  if (status === 'cancelled') return expiresAt !== null && expiresAt <= updatedAt ? 'expired' : 'cancelled';
  if (status === 'unconfirmed') return (expiresAt ?? 0) <= now ? 'expired' : 'unconfirmed';
  if (attendedAt !== null) return 'attended';
  const slot = event.timeslots.find(({ id }) => id === row.timeslotId);
  const overAt = slot && (slot.endDate ? Date.parse(slot.endDate) : Date.parse(slot.startDate) + 7_200_000);
  if (overAt !== undefined && overAt <= now) return 'over';
  return status === 'waitlisted' ? 'waitlisted' : 'confirmed';
}

/** Whether the person may still change or give back the place. */
export function isOpen(standing: Standing): boolean {
  return ['unconfirmed', 'confirmed', 'waitlisted'].includes(standing);
}
