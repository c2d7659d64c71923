import { isHuddleError } from './errors/guards.ts';
import type { HuddleError } from './errors/huddle-error.ts';

/** How a call ended: with its data, or with an error. */
export type Result<Data> =
  | { readonly data: Data; readonly error: undefined }
  | { readonly data: undefined; readonly error: HuddleError };

/**
 * Answers a call's error beside its data in place of throwing it. What isn't an error of the SDK, like a signal's
 * reason, is thrown all the same.
 * @example
 * const { data, error } = await safe(client.events.page({ limit: 5 }));
 * console.log(error ? error.message : data.data.length);
 */
export async function safe<Data>(call: Promise<Data>): Promise<Result<Data>> {
  try {
    return { data: await call, error: undefined };
  } catch (error) {
    if (!isHuddleError(error)) throw error;
    return { data: undefined, error };
  }
}
