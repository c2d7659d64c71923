import type { BadResponseError } from './bad-response-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { HuddleError } from './huddle-error.ts';
import type { NotFoundError } from './not-found-error.ts';
import type { OfflineError } from './offline-error.ts';
import type { RateLimitedError } from './rate-limited-error.ts';
import type { ValidationError } from './validation-error.ts';

// By name and not by class: a page may hold two copies of the package.
const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

export const isNotFoundError = (error: unknown): error is NotFoundError => named(error, 'NotFoundError');
export const isValidationError = (error: unknown): error is ValidationError =>
  named(error, 'ValidationError');
export const isConflictError = (error: unknown): error is ConflictError => named(error, 'ConflictError');
export const isRateLimitedError = (error: unknown): error is RateLimitedError =>
  named(error, 'RateLimitedError');
export const isOfflineError = (error: unknown): error is OfflineError => named(error, 'OfflineError');
export const isBadResponseError = (error: unknown): error is BadResponseError =>
  named(error, 'BadResponseError');

/** Any error of the SDK. */
export const isHuddleError = (error: unknown): error is HuddleError =>
  named(error, 'HuddleError') ||
  [
    isNotFoundError,
    isValidationError,
    isConflictError,
    isRateLimitedError,
    isOfflineError,
    isBadResponseError,
  ].some((guard) => guard(error));
