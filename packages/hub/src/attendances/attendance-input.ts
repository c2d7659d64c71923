import { Commitment, z, type AttendanceInput } from '@huddlekit/contract';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';
import { fieldError, ProblemError } from '../server/problem-error.ts';
import { checkFits } from './seats.ts';

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
  for (const slot of timeslots) if (request.timeslotIds.includes(slot.id)) checkFits(slot, request.guests);
  checkCommitments(request.commitments, z.array(Commitment).parse(JSON.parse(event.commitmentsJson)));
}

interface AcceptedCommitment {
  readonly id: string;
  readonly version: string;
}

/** Each commitment must be accepted in its present version. @throws ProblemError for `/commitments`. */
export function checkCommitments(
  accepted: readonly AcceptedCommitment[],
  wanted: readonly AcceptedCommitment[],
): void {
  const missing = wanted.filter(
    (want) => !accepted.some(({ id, version }) => id === want.id && version === want.version),
  );
  if (missing.length > 0) {
    const names = missing.map(({ id, version }) => `${id} (version ${version})`).join(', ');
    throw fieldError('/commitments', 'required', `Accept what everybody who takes part accepts: ${names}`);
  }
}
