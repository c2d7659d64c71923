import type { BadResponseError } from './bad-response-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { HuddleError } from './huddle-error.ts';
import type { NotFoundError } from './not-found-error.ts';
import type { OfflineError } from './offline-error.ts';
import type { RateLimitedError } from './rate-limited-error.ts';
import type { UnsupportedError } from './unsupported-error.ts';
import type { ValidationError } from './validation-error.ts';

/**
 * Any error of the SDK. Told by shape and name and not by class: a page may hold two copies of the package, and
 * `NotFoundError` is also the name of a browser's own exception.
 */
export function isHuddleError(error: unknown): error is HuddleError {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, retryable } = error as Partial<HuddleError>;
  return typeof name === 'string' && typeof code === 'string' && typeof retryable === 'boolean';
}

const isNamed = (error: unknown, name: string): boolean => isHuddleError(error) && error.name === name;

export const isNotFoundError = (error: unknown): error is NotFoundError => isNamed(error, 'NotFoundError');
export const isValidationError = (error: unknown): error is ValidationError =>
  isNamed(error, 'ValidationError');
export const isConflictError = (error: unknown): error is ConflictError => isNamed(error, 'ConflictError');
export const isRateLimitedError = (error: unknown): error is RateLimitedError =>
  isNamed(error, 'RateLimitedError');
export const isOfflineError = (error: unknown): error is OfflineError => isNamed(error, 'OfflineError');
export const isBadResponseError = (error: unknown): error is BadResponseError =>
  isNamed(error, 'BadResponseError');
export const isUnsupportedError = (error: unknown): error is UnsupportedError =>
  isNamed(error, 'UnsupportedError');
