import type { Event, Timeslot } from '../event.ts';

const hour = 3_600_000;

/** Milliseconds since 1970 at which a timeslot is over; without an end it counts two hours, or its local day. */
export function endOf({ startDate, endDate, allDay }: Timeslot): number {
  return endDate === null ? Date.parse(startDate) + (allDay ? 24 : 2) * hour : Date.parse(endDate);
}

/** The timeslots of an event that are not over, soonest first. */
export function timeslotsAfter({ timeslots }: Event, instant: number): Timeslot[] {
  return timeslots
    .filter((slot) => endOf(slot) > instant)
    .sort((a, b) => Date.parse(a.startDate) - Date.parse(b.startDate));
}
