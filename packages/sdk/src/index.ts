export { type Capabilities, type Client } from './client.ts';
export {
  type CallOptions,
  type ConnectionOptions,
  type HubOptions,
  type VersionedChange,
  type WriteOptions,
} from './connection.ts';
export { createClient, type ClientOptions } from './create-client.ts';
export { BadResponseError } from './errors/bad-response-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export {
  isBadResponseError,
  isConflictError,
  isHuddleError,
  isNotFoundError,
  isOfflineError,
  isRateLimitedError,
  isUnsupportedError,
  isValidationError,
} from './errors/guards.ts';
export { HuddleError } from './errors/huddle-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { OfflineError } from './errors/offline-error.ts';
export { RateLimitedError } from './errors/rate-limited-error.ts';
export { UnsupportedError } from './errors/unsupported-error.ts';
export { ValidationError } from './errors/validation-error.ts';
export { newIdempotencyKey } from './idempotency-key.ts';
export { type Attendances } from './resources/attendances.ts';
export { type Events, type EventSequence, type SourcePage } from './resources/events.ts';
export { type ServerTime } from './resources/time.ts';
export { type Trainings } from './resources/trainings.ts';
export { safe, type Result } from './safe.ts';
export { type UtmValues } from './sources/credited-url.ts';
export { feed, type FeedOptions } from './sources/feed.ts';
export { hub } from './sources/hub.ts';
export { type SourceFailure } from './sources/listing.ts';
export { merge } from './sources/merge.ts';
export { mobilize, type MobilizeOptions } from './sources/mobilize.ts';
export { type Source } from './sources/source.ts';
export type {
  Attendance,
  AttendanceChange,
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
