import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Answer } from './answers/answer.ts';
import { attendanceAnswers } from './answers/attendance-answers.ts';
import { campaignAnswers } from './answers/campaign-answers.ts';
import { eventAnswers } from './answers/event-answers.ts';
import { hostAnswers } from './answers/host-answers.ts';
import { reviewAnswers } from './answers/review-answers.ts';
import { baseMap } from './fixtures/base-map.ts';
import {
  fixtures,
  withoutEvents,
  withoutRoom,
  type FixtureOptions,
  type Fixtures,
} from './fixtures/fixtures.ts';
import { hindrance, type MockState, type StateOptions } from './state.ts';

export interface HandlerOptions extends FixtureOptions, StateOptions {
  /** Base URL of the mocked hub; `https://hub.example.org` where left out. */
  readonly hub?: string;
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
  now,
  countdown,
  data = fixtures({ now, countdown }),
  ...options
}: HandlerOptions = {}): HttpHandler[] {
  const base = hub.replace(/\/+$/, '');
  return [
    ...answersOf(known(data, options.state), base, options.state === 'unconfirmed').map((answer) =>
      handlerOf(answer, base, options),
    ),
    http.get(
      `${base}/data/basemap.json`,
      async () => (await hindrance(options)) ?? HttpResponse.json(baseMap),
    ),
  ];
}

/** Every route's answer; `asksByMail` where an RSVP is to be confirmed by the mailed link. */
export function answersOf(data: Fixtures, hub: string, asksByMail = false): Answer[] {
  return [
    ...eventAnswers(data),
    ...attendanceAnswers(data, hub, asksByMail),
    ...hostAnswers(data),
    ...campaignAnswers(data),
    ...reviewAnswers(data),
  ];
}

function known(data: Fixtures, state?: MockState): Fixtures {
  if (state === 'empty') return withoutEvents(data);
  return state === 'full' ? withoutRoom(data) : data;
}

const methods = { GET: http.get, POST: http.post, PATCH: http.patch, DELETE: http.delete };

function handlerOf({ route, reply }: Answer, base: string, options: StateOptions): HttpHandler {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  return methods[route.method]<Record<string, string>>(
    base + path,
    async ({ request, params }) => (await hindrance(options, route)) ?? reply(request, params),
  );
}
