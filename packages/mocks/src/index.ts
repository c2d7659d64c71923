export {
  fixtures,
  withoutEvents,
  withoutRoom,
  type FixtureOptions,
  type Fixtures,
} from './fixtures/fixtures.ts';
export { publicIdOf } from './fixtures/public-id.ts';
export { type CountdownState } from './fixtures/trainings.ts';
export { handlers, type HandlerOptions } from './handlers.ts';
export { mockHub, mockHubHandlers } from './hubs.ts';
export { type MockState, type StateOptions } from './state.ts';
