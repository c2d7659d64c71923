export { type Client } from './client.ts';
export { createClient } from './create-client.ts';
export { type CallOptions, type ClientOptions, type WriteOptions } from './connection.ts';
export { BadResponseError } from './errors/bad-response-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export {
  isBadResponseError,
  isConflictError,
  isHuddleError,
  isNotFoundError,
  isOfflineError,
  isRateLimitedError,
  isValidationError,
} from './errors/guards.ts';
export { HuddleError } from './errors/huddle-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { OfflineError } from './errors/offline-error.ts';
export { RateLimitedError } from './errors/rate-limited-error.ts';
export { ValidationError } from './errors/validation-error.ts';
export { newIdempotencyKey } from './idempotency-key.ts';
export { type Attendances } from './resources/attendances.ts';
export { type Events, type EventSequence } from './resources/events.ts';
export { type Trainings } from './resources/trainings.ts';
export type {
  Attendance,
  AttendanceInput,
  AttendanceReceipt,
  Campaign,
  Event,
  EventFilters,
  EventPage,
  EventQuery,
  ManagedAttendance,
  Place,
  Timeslot,
  Training,
  TrainingList,
} from '@huddlekit/contract';
