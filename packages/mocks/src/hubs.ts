import type { HttpHandler } from 'msw';
import type { CountdownState } from './fixtures/trainings.ts';
import { handlers } from './handlers.ts';
import type { MockState } from './state.ts';

const states: readonly MockState[] = [
  'ready',
  'empty',
  'full',
  'unconfirmed',
  'slow',
  'loading',
  'error',
  'offline',
];
const countdowns: readonly CountdownState[] = ['upcoming', 'starting', 'live', 'ended', 'recording'];

/**
 * The address of the mocked hub that is in a state, such as `https://error.hub.example`. Each state has its own, so
 * stories that share one page and one worker never get each other's answers.
 */
export function mockHub(state: MockState | CountdownState): string {
  return `https://${state}.hub.example`;
}

/** The answers of every mocked hub. `now` is told once for all of them. */
export function mockHubHandlers(now: number = Date.now()): HttpHandler[] {
  return [
    ...states.flatMap((state) => handlers({ hub: mockHub(state), state, now })),
    ...countdowns.flatMap((countdown) => handlers({ hub: mockHub(countdown), countdown, now })),
  ];
}
