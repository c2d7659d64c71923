import type { AttendanceRow } from '../storage/schema.ts';
import type { Person } from './person.ts';

/**
 * An RSVP with an e-mail that is signed up already is stored as an echo: as cancelled, so that it holds and counts
 * nothing anywhere. Its own links show and change it like a new one, so that who typed the e-mail learns nothing.
 */
export function isEcho({ echo }: Person): boolean {
  return echo !== undefined;
}

/** The row as the holder of its link sees it. */
export function shownRow(row: AttendanceRow, { echo }: Person, now: number): AttendanceRow {
  if (!echo) return row;
  const hasEnded = echo.status === 'unconfirmed' && row.expiresAt !== null && row.expiresAt <= now;
  return { ...row, status: hasEnded ? 'cancelled' : echo.status };
}
