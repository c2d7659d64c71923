import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type { Answer } from './answers/answer.ts';
import { attendanceAnswers } from './answers/attendance-answers.ts';
import { campaignAnswers } from './answers/campaign-answers.ts';
import { eventAnswers } from './answers/event-answers.ts';
import { hostAnswers } from './answers/host-answers.ts';
import { problem } from './answers/problem.ts';
import { baseMap } from './fixtures/base-map.ts';
import {
  fixtures,
  withoutEvents,
  withoutRoom,
  type FixtureOptions,
  type Fixtures,
} from './fixtures/fixtures.ts';

/**
 * How a mocked hub behaves: `ready` answers; `empty` knows no event; `full` has no place left, so an RSVP waits in
 * line; `loading` never answers; `error` always has a problem (500); `offline` can't be reached.
 */
export type MockState = 'ready' | 'empty' | 'full' | 'loading' | 'error' | 'offline';

export interface HandlerOptions extends FixtureOptions {
  /** Base URL of the mocked hub; `https://hub.example.org` where left out. */
  readonly hub?: string;
  readonly state?: MockState;
  /** What the hub knows, in place of the fixtures. */
  readonly data?: Fixtures;
}

/**
 * A hub's answers for msw, one handler for each route of the contract.
 * @example
 * const server = setupServer(...handlers({ hub: 'https://hub.example.org' }));
 */
export function handlers({
  hub = 'https://hub.example.org',
  state = 'ready',
  now,
  countdown,
  data = fixtures({ now, countdown }),
}: HandlerOptions = {}): HttpHandler[] {
  const base = hub.replace(/\/+$/, '');
  return [
    ...answersOf(known(data, state), base).map((answer) => handlerOf(answer, base, state)),
    http.get(`${base}/data/basemap.json`, () => failure(state) ?? HttpResponse.json(baseMap)),
  ];
}

/** Every route's answer. */
export function answersOf(data: Fixtures, hub: string): Answer[] {
  return [
    ...eventAnswers(data),
    ...attendanceAnswers(data, hub),
    ...hostAnswers(data),
    ...campaignAnswers(data),
  ];
}

function known(data: Fixtures, state: MockState): Fixtures {
  if (state === 'empty') return withoutEvents(data);
  return state === 'full' ? withoutRoom(data) : data;
}

const methods = { GET: http.get, POST: http.post, PATCH: http.patch, DELETE: http.delete };

function handlerOf({ route, reply }: Answer, base: string, state: MockState): HttpHandler {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  return methods[route.method]<Record<string, string>>(
    base + path,
    async ({ request, params }) => (await failure(state)) ?? reply(request, params),
  );
}

function failure(state: MockState): Promise<Response> | undefined {
  switch (state) {
    case 'loading':
      return delay('infinite').then(() => HttpResponse.error());
    case 'error':
      return Promise.resolve(problem('internal'));
    case 'offline':
      return Promise.resolve(HttpResponse.error());
    default:
      return undefined;
  }
}
