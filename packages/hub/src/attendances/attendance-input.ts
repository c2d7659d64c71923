import { AttendanceInput, type z } from '@huddlekit/contract';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import { fieldError, ProblemError } from '../server/problem-error.ts';

export type AttendanceRequest = z.output<typeof AttendanceInput>;

/** What an event demands of an RSVP beyond its form. @throws ProblemError that names the field. */
export function checkRequest(
  request: AttendanceRequest,
  event: Pick<EventRow, 'status' | 'rsvp' | 'guestsPerRsvp' | 'commitmentsJson'>,
  timeslots: readonly TimeslotRow[],
  now: number,
): void {
  if (event.status === 'cancelled') throw new ProblemError('event_cancelled');
  if (timeslots.every(({ overAt }) => overAt <= now)) throw new ProblemError('event_over');
  if (event.rsvp !== 'native') throw new ProblemError('rsvp_elsewhere');
  request.timeslotIds.forEach((id, index) => {
    const pointer = `/timeslotIds/${String(index)}`;
    const slot = timeslots.find((timeslot) => timeslot.id === id);
    if (!slot) throw fieldError(pointer, 'unknown_timeslot', 'Choose one of the event’s times');
    if (slot.overAt <= now) throw fieldError(pointer, 'timeslot_over', 'This time is over; choose another');
    if (request.timeslotIds.indexOf(id) !== index)
      throw fieldError(pointer, 'repeated', 'Name each time once');
  });
  if (request.guests > event.guestsPerRsvp) {
    throw fieldError(
      '/guests',
      'too_big',
      `Bring at most ${String(event.guestsPerRsvp)}; ask more friends to sign up themselves`,
    );
  }
  const wanted = JSON.parse(event.commitmentsJson) as { id: string; version: string }[];
  const accepted = new Set(request.commitments.map(({ id, version }) => `${id}\n${version}`));
  if (!wanted.every(({ id, version }) => accepted.has(`${id}\n${version}`))) {
    throw fieldError('/commitments', 'required', 'Accept the commitment to come');
  }
}
