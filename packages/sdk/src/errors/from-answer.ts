import type { HTTPError } from 'ky';
import { Problem } from '@huddlekit/contract';
import { BadResponseError } from './bad-response-error.ts';
import { ConflictError } from './conflict-error.ts';
import { HuddleError } from './huddle-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { RateLimitedError, secondsToWait } from './rate-limited-error.ts';
import { ValidationError } from './validation-error.ts';

/** The problem document (RFC 9457) of an answer, where it is one. */
export function problemIn({ data }: HTTPError): Problem | undefined {
  return Problem.safeParse(data).data;
}

/** In conflict with what is there, made from another version than there is, or from none. */
const conflicts: readonly number[] = [409, 412, 428];

/** The typed error of an answer that isn't a success. */
export function errorFromAnswer(answer: HTTPError): HuddleError {
  const { response } = answer;
  const { status } = response;
  const problem = problemIn(answer);
  const options = {
    code: problem?.code ?? codeOf(status),
    status,
    requestId: problem?.requestId,
    retryable: status === 408 || status === 429 || status >= 500 || problem?.code === 'idempotency_in_flight',
  };
  const message =
    problem?.detail ?? problem?.title ?? `The hub answered with status ${status}; try again later.`;
  if (status === 429)
    return new RateLimitedError(message, { ...options, retryAfter: secondsToWait(response) });
  if (!problem && !options.retryable)
    return new BadResponseError(
      `Something that isn’t a hub answered with status ${status}. Check the hub’s address.`,
      { ...options, path: '' },
    );
  if (status === 404) return new NotFoundError(message, options);
  if (conflicts.includes(status) && !options.retryable)
    return new ConflictError(message, { ...options, fields: problem?.errors });
  if (problem?.errors) return new ValidationError(message, { ...options, fields: problem.errors });
  return new HuddleError(message, options);
}

/** A code for answers of proxies and servers that know nothing of the contract. */
function codeOf(status: number): string {
  if (status === 429) return 'rate_limited';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'unavailable' : 'bad_response';
}
