import {
  cancelAttendance,
  createAttendances,
  getManagedAttendance,
  type AttendanceInput,
  type AttendanceReceipt,
  type ManagedAttendance,
} from '@huddlekit/contract';
import { credited } from '../credit.ts';
import type { CallOptions, Connection, WriteOptions } from '../connection.ts';
import { newIdempotencyKey } from '../idempotency-key.ts';

export interface Attendances {
  /**
   * RSVPs one person to one or several timeslots of an event. Look at each attendance's `status`: a full timeslot
   * answers `waitlisted`.
   * @throws ValidationError, ConflictError, NotFoundError, OfflineError
   */
  create(eventId: string, input: AttendanceInput, options?: WriteOptions): Promise<AttendanceReceipt>;
  /** A person's own attendance, by the token of its manage link. */
  get(id: string, token: string, options?: CallOptions): Promise<ManagedAttendance>;
  /** Gives the seat back. */
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
    cancel: (id, token, options = {}) =>
      connection.call(cancelAttendance, { ...options, parameters: { id }, token }),
  };
}
