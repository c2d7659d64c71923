import { problemStatus, type FieldProblem, type Problem, type ProblemCode } from '@huddlekit/contract';

const titles: Record<ProblemCode, string> = {
  bad_json: 'The body is not JSON',
  bad_request: 'The query doesn’t fit',
  idempotency_key_missing: 'Send an Idempotency-Key header of 22 to 255 characters',
  unauthorized: 'Send the manage token of this object, or a key that may do this, as a Bearer token',
  key_in_browser: 'A secret key is for servers: take it out of the page and revoke it',
  proof_invalid: 'This proof of work doesn’t hold; take a new challenge from GET /v1/challenge and solve it',
  host_only: 'Only the host may do this; ask them, or use the host’s own link',
  not_found: 'There is nothing here',
  method_not_allowed: 'This method isn’t for this address',
  idempotency_in_flight: 'A request with this Idempotency-Key is under way; try again in a moment',
  event_over: 'This event is over',
  event_cancelled: 'This event was cancelled',
  rsvp_elsewhere: 'This event takes RSVPs on its own page',
  event_not_public: 'This event is not public',
  event_imported: 'This event comes from another system; change it there',
  not_waiting: 'This event doesn’t wait for a review',
  change_out_of_date: 'The change can’t be made any more; reject it and tell the host why',
  attendance_cancelled: 'This attendance was cancelled; sign up again',
  already_coming: 'You are signed up for that time already; cancel one of the two',
  timeslot_over: 'This time is over',
  timeslot_full: 'There are not enough places; nothing was changed',
  timeslot_taken: 'Somebody is signed up for a time you take out; keep it, or cancel the event',
  version_mismatch: 'It was changed meanwhile; get it again and change that version',
  body_too_large: 'The body is too large',
  unsupported_media_type: 'Send application/json',
  validation_failed: 'Some fields need to be put right',
  idempotency_mismatch: 'This Idempotency-Key was used for another request; take a new one',
  proof_required:
    'Solve a challenge from GET /v1/challenge and send it as Huddlekit-Proof, or an organization’s key as a Bearer token',
  precondition_required: 'Send If-Match with the ETag of the version you change',
  rate_limited: 'Too many requests; wait a little',
  internal: 'The hub has a problem; try again, and tell its operator the request number',
  unavailable: 'The hub is stopping; try again in a moment',
};

/** Thrown anywhere in the hub, it becomes the answer of the request (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[];
  /** Seconds after which to ask again, where that helps. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, errors: readonly FieldProblem[] = [], retryAfter?: number) {
    super(titles[code]);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return problemStatus[this.code];
  }

  body(requestId: string): Problem {
    return {
      type: 'about:blank',
      title: this.message,
      status: this.status,
      code: this.code,
      ...(this.errors.length > 0 && { errors: [...this.errors] }),
      requestId,
    };
  }
}

/** A problem with one field of the body. */
export function fieldError(pointer: string, code: string, message: string): ProblemError {
  return new ProblemError('validation_failed', [{ pointer, code, message }]);
}
