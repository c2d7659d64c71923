import type { FieldProblem } from '@huddlekit/contract';
import { HuddleError, type HuddleErrorOptions } from './huddle-error.ts';

/**
 * What is there by now doesn't allow it: over, cancelled, full, RSVPs taken elsewhere, or changed since the version
 * that was named; see `code`.
 */
export class ConflictError extends HuddleError {
  override readonly name = 'ConflictError';
  /** What of the input stands against it, where it is known. */
  readonly fields: readonly FieldProblem[];

  constructor(
    message: string,
    { fields = [], ...options }: HuddleErrorOptions & { fields?: readonly FieldProblem[] | undefined },
  ) {
    super(message, options);
    this.fields = fields;
  }
}
