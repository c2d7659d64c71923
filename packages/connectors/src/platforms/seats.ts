import { numberOf } from '../json.ts';

/** Seats that one timeslot has at most. */
const most = 1_000_000;

/** A number of seats; null where none is given. */
export function seatsOf(value: unknown): number | null {
  const number = numberOf(value);
  return number === undefined ? null : Math.min(most, Math.max(0, Math.floor(number)));
}
