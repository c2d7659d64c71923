import type { ProblemCode, Route } from '@huddlekit/contract';
import { routes } from '@huddlekit/contract/routes';
import { delay, HttpResponse } from 'msw';
import { problem as problemAnswer } from './answers/problem.ts';

/**
 * How a mocked hub behaves: `ready` answers; `empty` knows no event; `full` has no place left, so an RSVP waits in
 * line; `unconfirmed` keeps the seats of an RSVP for a day, until the mailed link is followed; `slow` takes its time; `loading` never answers; `error` always has a problem (500); `offline` can't be reached.
 */
export type MockState = 'ready' | 'empty' | 'full' | 'unconfirmed' | 'slow' | 'loading' | 'error' | 'offline';

export interface StateOptions {
  readonly state?: MockState | undefined;
  /** Milliseconds that a `slow` hub takes; 3000 where left out. */
  readonly delay?: number | undefined;
  /** The problem that every route answers that may have it; a code that no route lists may come from any of them. */
  readonly problem?: ProblemCode | undefined;
  /** Seconds after which a `rate_limited` or `unavailable` hub wants to be asked again; 1 where left out. */
  readonly retryAfter?: number | undefined;
}

const listed = new Set(routes.flatMap(({ problems }) => problems));
const wantsPatience = new Set<ProblemCode>(['rate_limited', 'unavailable', 'idempotency_in_flight']);

/** What a hub in a state answers in place of content, or undefined where it does answer; slow hubs are waited for. */
export async function hindrance(
  { state = 'ready', delay: milliseconds = 3_000, problem, retryAfter = 1 }: StateOptions,
  route?: Route,
): Promise<Response | undefined> {
  if (state === 'slow') await delay(milliseconds);
  if (state === 'loading') await delay('infinite');
  if (state === 'offline') return HttpResponse.error();
  const isAnywhere = problem !== undefined && (wantsPatience.has(problem) || !listed.has(problem));
  if (problem !== undefined && (isAnywhere || route?.problems.includes(problem))) {
    const response = problemAnswer(problem);
    if (wantsPatience.has(problem)) response.headers.set('retry-after', String(retryAfter));
    return response;
  }
  return state === 'error' ? problemAnswer('internal') : undefined;
}
