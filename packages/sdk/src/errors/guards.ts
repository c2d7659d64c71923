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
 * @example
 * try {
 *   await client.campaign.get();
 * } catch (error) {
 *   if (!isHuddleError(error)) throw error;
 *   console.error(error.message, error.requestId);
 * }
 */
export function isHuddleError(error: unknown): error is HuddleError {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, retryable } = error as Partial<HuddleError>;
  return typeof name === 'string' && typeof code === 'string' && typeof retryable === 'boolean';
}

const isNamed = (error: unknown, name: string): boolean => isHuddleError(error) && error.name === name;

/**
 * There is no such object, or it isn't public (any more).
 * @example
 * try {
 *   await client.events.get('AAAAAAAAAAAAAAAAAAAAAA');
 * } catch (error) {
 *   if (!isNotFoundError(error)) throw error;
 *   console.log('This event is gone');
 * }
 */
export const isNotFoundError = (error: unknown): error is NotFoundError => isNamed(error, 'NotFoundError');

/**
 * Some fields are to be put right.
 * @example
 * try {
 *   await client.events.page({ near: 'Chicago' });
 * } catch (error) {
 *   if (!isValidationError(error)) throw error;
 *   for (const { pointer, message } of error.fields) console.log(pointer, message);
 * }
 */
export const isValidationError = (error: unknown): error is ValidationError =>
  isNamed(error, 'ValidationError');

/**
 * What is asked doesn't go with how things stand; `code` tells why.
 * @example
 * try {
 *   await client.attendances.cancel(attendance.id, token);
 * } catch (error) {
 *   if (!isConflictError(error)) throw error;
 *   console.log(error.code);
 * }
 */
export const isConflictError = (error: unknown): error is ConflictError => isNamed(error, 'ConflictError');

/**
 * Too many requests; wait.
 * @example
 * try {
 *   await client.campaign.get();
 * } catch (error) {
 *   if (!isRateLimitedError(error)) throw error;
 *   console.log(`Try again in ${error.retryAfter ?? 60} s`);
 * }
 */
export const isRateLimitedError = (error: unknown): error is RateLimitedError =>
  isNamed(error, 'RateLimitedError');

/**
 * Nothing answered, or not in time.
 * @example
 * try {
 *   await client.campaign.get({ deadline: 1 });
 * } catch (error) {
 *   if (!isOfflineError(error)) throw error;
 *   console.log(error.code === 'timeout' ? 'No answer in time' : 'No connection');
 * }
 */
export const isOfflineError = (error: unknown): error is OfflineError => isNamed(error, 'OfflineError');

/**
 * The answer isn't what the contract says.
 * @example
 * const elsewhere = createClient({ hub: 'https://hub.example.org/livez' });
 * try {
 *   await elsewhere.campaign.get();
 * } catch (error) {
 *   if (!isBadResponseError(error) && !isNotFoundError(error)) throw error;
 *   console.log(error.message);
 * }
 */
export const isBadResponseError = (error: unknown): error is BadResponseError =>
  isNamed(error, 'BadResponseError');

/**
 * The source can't do this; `message` says what can.
 * @example
 * const client = createClient({ source: mobilize({ organizationId: 1234 }) });
 * try {
 *   await client.trainings.list();
 * } catch (error) {
 *   if (!isUnsupportedError(error)) throw error;
 *   console.log(error.message);
 * }
 */
export const isUnsupportedError = (error: unknown): error is UnsupportedError =>
  isNamed(error, 'UnsupportedError');
