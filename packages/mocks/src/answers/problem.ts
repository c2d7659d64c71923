import { problemStatus, type FieldProblem, type Problem, type ProblemCode } from '@huddlekit/contract';
import { HttpResponse } from 'msw';

const titles: Partial<Record<ProblemCode, string>> = {
  bad_json: 'The body is not JSON',
  bad_request: 'The query doesn’t fit',
  idempotency_key_missing: 'Send an Idempotency-Key header of 22 to 255 characters',
  unauthorized: 'Send the manage token of this object, or a moderator’s key, as a Bearer token',
  not_found: 'There is nothing here',
  event_over: 'This event is over',
  event_cancelled: 'This event was cancelled',
  rsvp_elsewhere: 'This event takes RSVPs on its own page',
  event_not_public: 'This event is not public',
  not_waiting: 'This event doesn’t wait for a review',
  attendance_cancelled: 'This attendance was cancelled; sign up again',
  timeslot_full: 'There are not enough places; nothing was changed',
  timeslot_taken: 'Somebody is signed up for a time you take out; keep it, or cancel the event',
  version_mismatch: 'It was changed meanwhile; get it again and change that version',
  precondition_required: 'Send If-Match with the ETag of the version you change',
  validation_failed: 'Some fields need to be put right',
  idempotency_mismatch: 'This Idempotency-Key was used for another request; take a new one',
  internal: 'The hub has a problem; try again, and tell its operator the request number',
};

/** An answer that says what is wrong, as a hub does (RFC 9457). */
export function problem(code: ProblemCode, errors: readonly FieldProblem[] = []): Response {
  const status = problemStatus[code];
  const body: Problem = {
    type: 'about:blank',
    title: titles[code] ?? code,
    status,
    code,
    ...(errors.length > 0 && { errors: [...errors] }),
    requestId: 'mock-request-1',
  };
  return HttpResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** One field that needs to be put right. */
export function fieldProblem(pointer: string, code: string, message: string): Response {
  return problem('validation_failed', [{ pointer, code, message }]);
}
