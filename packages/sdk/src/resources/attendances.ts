import {
  cancelAttendance,
  changeAttendance,
  createAttendances,
  getManagedAttendance,
  type AttendanceChange,
  type AttendanceInput,
  type AttendanceReceipt,
  type ManagedAttendance,
} from '@huddlekit/contract';
import { credited } from '../credit.ts';
import type { CallOptions, Connection, VersionedChange, WriteOptions } from '../connection.ts';
import { newIdempotencyKey } from '../idempotency-key.ts';

/** RSVPs: made by anybody, seen and given back by who holds the token of the manage link. */
export interface Attendances {
  /**
   * RSVPs one person to one or several timeslots of an event. Look at each attendance's `status`: a full timeslot
   * answers `waitlisted`, or `unconfirmed` where the person is first to follow a mailed link.
   * @throws ValidationError, ConflictError, NotFoundError, OfflineError
   * @example
   * const { attendances, manageUrl } = await client.attendances.create(event.id, {
   *   timeslotIds: event.timeslots.slice(0, 1).map(({ id }) => id),
   *   person: { givenName: 'Maribel', email: 'maribel@example.org' },
   *   guests: 1,
   *   // Once the person has accepted them.
   *   commitments: event.commitments.map(({ id, version }) => ({ id, version })),
   * });
   * console.log(attendances[0]?.status, manageUrl);
   */
  create(eventId: string, input: AttendanceInput, options?: WriteOptions): Promise<AttendanceReceipt>;
  /**
   * A person's own attendance, by the token of its manage link.
   * @example
   * const { status, guests } = await client.attendances.get(attendance.id, token);
   * console.log(status, guests);
   */
  get(id: string, token: string, options?: CallOptions): Promise<ManagedAttendance>;
  /**
   * Changes guests, time, needs or name, whole or not at all: more guests and another time take free seats.
   * @throws ConflictError with the code `timeslot_full`, or `version_mismatch` where it was changed meanwhile: get it
   * again
   * @example
   * const { version } = await client.attendances.get(attendance.id, token);
   * const changed = await client.attendances.change(attendance.id, token, { version, accessNeeds: 'Arm rests' });
   * console.log(changed.accessNeeds);
   */
  change(
    id: string,
    token: string,
    change: VersionedChange<AttendanceChange>,
    options?: WriteOptions,
  ): Promise<ManagedAttendance>;
  /**
   * Gives the seat back.
   * @example
   * await client.attendances.cancel(attendance.id, token);
   */
  cancel(id: string, token: string, options?: CallOptions): Promise<void>;
}

export function createAttendanceResource(connection: Connection): Attendances {
  return {
    create: (id, input, { idempotencyKey = newIdempotencyKey(), ...options } = {}) =>
      connection.call(createAttendances, {
        ...options,
        parameters: { id },
        body: credited(input, connection.partner),
        idempotencyKey,
      }),
    get: (id, token, options = {}) =>
      connection.call(getManagedAttendance, { ...options, parameters: { id }, token }),
    change: (id, token, { version, ...body }, { idempotencyKey = newIdempotencyKey(), ...options } = {}) =>
      connection.call(changeAttendance, {
        ...options,
        parameters: { id },
        token,
        version,
        body,
        idempotencyKey,
      }),
    cancel: (id, token, options = {}) =>
      connection.call(cancelAttendance, { ...options, parameters: { id }, token }),
  };
}
