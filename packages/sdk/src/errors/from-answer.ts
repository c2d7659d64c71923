import { Problem } from '@huddlekit/contract';
import { ConflictError } from './conflict-error.ts';
import { HuddleError } from './huddle-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { RateLimitedError } from './rate-limited-error.ts';
import { ValidationError } from './validation-error.ts';

/** The typed error of an answer that isn't a success. */
export async function errorFromAnswer(answer: Response): Promise<HuddleError> {
  const problem = Problem.safeParse(await answer.json().catch(() => undefined)).data;
  const { status } = answer;
  const options = {
    code: problem?.code ?? (status >= 500 ? 'internal' : 'bad_request'),
    status,
    requestId: problem?.requestId,
    retryable: status === 408 || status === 429 || status >= 500,
  };
  const message =
    problem?.title ?? `The hub answered with status ${String(status)}. Check the hub’s address.`;
  if (status === 404) return new NotFoundError(message, options);
  if (status === 409) return new ConflictError(message, options);
  if (problem?.errors) return new ValidationError(message, { ...options, fields: problem.errors });
  if (status === 429)
    return new RateLimitedError(message, {
      ...options,
      retryAfter: secondsOf(answer.headers.get('retry-after')),
    });
  return new HuddleError(message, options);
}

/** Seconds of a Retry-After header, which gives a number or a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
