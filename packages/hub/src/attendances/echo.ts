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
export function shownRow(row: AttendanceRow, { echo }: Person): AttendanceRow {
  return echo ? { ...row, status: echo.status } : row;
}
