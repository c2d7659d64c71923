import { HuddleError, type HuddleErrorOptions } from './huddle-error.ts';

/** The answer isn't what the contract says, so something else than a hub answered, or a newer major version. */
export class BadResponseError extends HuddleError {
  override readonly name = 'BadResponseError';
  /** Where the answer didn't fit, like `data.0.title`; empty where it wasn't JSON. */
  readonly path: string;

  constructor(message: string, { path, ...options }: HuddleErrorOptions & { path: string }) {
    super(message, options);
    this.path = path;
  }
}
