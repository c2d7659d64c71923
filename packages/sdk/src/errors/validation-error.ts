import type { FieldProblem } from '@huddlekit/contract';
import { HuddleError, type HuddleErrorOptions } from './huddle-error.ts';

/** The hub wants some fields put right; show each message at its field. */
export class ValidationError extends HuddleError {
  override readonly name = 'ValidationError';
  /** What to put right, each with a JSON Pointer into the input. */
  readonly fields: readonly FieldProblem[];

  constructor(
    message: string,
    { fields, ...options }: HuddleErrorOptions & { fields: readonly FieldProblem[] },
  ) {
    super(message, options);
    this.fields = fields;
  }
}
