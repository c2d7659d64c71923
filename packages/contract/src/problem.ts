import * as z from './zod.ts';

/** Every error code of the wire with its HTTP status. Codes are stable; titles and details may change. */
export const problemStatus = {
  bad_json: 400,
  bad_request: 400,
  idempotency_key_missing: 400,
  unauthorized: 401,
  key_in_browser: 403,
  proof_invalid: 403,
  host_only: 403,
  not_found: 404,
  method_not_allowed: 405,
  idempotency_in_flight: 409,
  event_over: 409,
  event_cancelled: 409,
  rsvp_elsewhere: 409,
  event_not_public: 409,
  event_imported: 409,
  not_waiting: 409,
  change_out_of_date: 409,
  attendance_cancelled: 409,
  already_coming: 409,
  timeslot_over: 409,
  timeslot_full: 409,
  timeslot_taken: 409,
  version_mismatch: 412,
  body_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_mismatch: 422,
  precondition_required: 428,
  proof_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;

/**
 * One field that doesn't fit. `pointer` is a JSON Pointer (RFC 6901) into the request body, `?name` for a query value,
 * or the name of a header.
 */
export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457 problem details, with a stable `code` and a `requestId` to quote to the operator. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.string(),
  errors: z.optional(z.array(FieldProblem)),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

const unknownField = { code: 'unknown_field', message: 'Take this out; check the spelling of its name' };

type Issue = z.core.$ZodIssue;

/**
 * The issues of a failed parse as field problems with stable codes and messages that tell the repair.
 * `input` is what was parsed: it tells a missing value from a wrong one, and is never repeated.
 */
export function fieldProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), ...unknownField }))
      : [{ pointer: pointer(issue.path), ...describe(issue, valueAt(input, issue.path)) }],
  );
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function describe(issue: Issue, value: unknown): { code: string; message: string } {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { code: 'required', message: 'This is needed' }
        : { code: 'wrong_type', message: `Give a value of type ${issue.expected}` };
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1)
        return { code: 'required', message: 'This is needed' };
      return issue.origin === 'number' || issue.origin === 'int'
        ? { code: 'too_small', message: `Give at least ${String(issue.minimum)}` }
        : { code: 'too_short', message: `Give at least ${String(issue.minimum)}` };
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { code: 'too_big', message: `Give at most ${String(issue.maximum)}` }
        : { code: 'too_long', message: `Keep this to ${String(issue.maximum)}` };
    case 'invalid_value':
      return { code: 'not_allowed', message: `Give one of: ${issue.values.map(String).join(', ')}` };
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return { code: typeof code === 'string' ? code : 'invalid', message: issue.message };
    }
    default:
      return { code: 'invalid_format', message: 'This doesn’t look right; check the spelling' };
  }
}
