import { fieldProblems, type z } from '@huddlekit/contract';
import { ValidationError } from './errors/validation-error.ts';

/** Finds what a hub would refuse before anything is sent. @throws ValidationError */
export function checkBody(body: unknown, schema: z.ZodMiniType): void {
  const result = schema.safeParse(body);
  if (result.success) return;
  const fields = fieldProblems(result.error.issues, body);
  const list = fields.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
  throw new ValidationError(`Put these fields right, then send again: ${list}`, {
    code: 'validation_failed',
    fields,
  });
}

/** A body with the partner's credit, unless it gives the credit to another one. */
export function credited<Body extends { readonly referrer?: object | undefined }>(
  body: Body,
  partner: string | undefined,
): Body {
  return partner === undefined ? body : { ...body, referrer: { partner, ...body.referrer } };
}
