import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { problemStatus, type ProblemCode } from '@huddlekit/contract';
import { createClient, isHuddleError, isRateLimitedError } from '@huddlekit/sdk';
import { setupServer } from 'msw/node';
import { publicIdOf } from './fixtures/public-id.ts';
import { handlers, type HandlerOptions } from './handlers.ts';

const hub = 'http://hub.test';
const client = createClient({ hub });
const server = setupServer();
const use = (options: HandlerOptions): void => server.resetHandlers(...handlers({ hub, ...options }));

before(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const codeOf = async (call: Promise<unknown>): Promise<string | undefined> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return undefined;
  assert.ok(isHuddleError(error));
  return error.code;
};

const rsvp = (): Promise<unknown> =>
  client.attendances.create(publicIdOf('kitchen-table'), {
    timeslotIds: [publicIdOf('kitchen-table-1')],
    person: { givenName: 'Maribel', email: 'maribel@example.org' },
  });

void test('a slow hub answers after its delay, with what it knows', async () => {
  use({ state: 'slow', delay: 200 });
  let answered = false;
  const page = client.events.page().finally(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(answered, false);
  assert.ok((await page).data.length > 0);
});

void test('a slow hub takes three seconds where nothing else is said', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const [handler] = handlers({ hub, state: 'slow' });
  assert.ok(handler);
  const request = new Request(`${hub}/v1/events`);
  let answered = false;
  const run = handler.run({ request, requestId: '1' }).then(() => (answered = true));
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await settle();
  context.mock.timers.tick(2_999);
  await settle();
  assert.equal(answered, false);
  context.mock.timers.tick(1);
  await run;
  assert.equal(answered, true);
});

void test('a problem comes from the routes that list it, and from no other', async () => {
  use({ problem: 'event_over' });
  assert.equal(await codeOf(rsvp()), 'event_over');
  assert.equal(await codeOf(client.events.page()), undefined);
  use({ problem: 'not_found' });
  assert.equal(await codeOf(client.events.get(publicIdOf('kitchen-table'))), 'not_found');
  assert.equal(await codeOf(client.campaign.get()), undefined);
});

void test('a problem of the hub itself comes from every route', async () => {
  use({ problem: 'rate_limited', retryAfter: 60 });
  for (const call of [client.events.page(), client.campaign.get(), rsvp()]) {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    assert.ok(isRateLimitedError(error), String(error));
    assert.equal(error.retryAfter, 60);
  }
  const basemap = await fetch(`${hub}/data/basemap.json`);
  assert.equal(basemap.status, 429);
});

void test('an unavailable hub asks for one second where nothing else is said', async () => {
  use({ problem: 'unavailable' });
  const response = await fetch(`${hub}/v1/campaign`);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '1');
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
});

void test('every code of the contract can be shown by some route', async () => {
  const id = publicIdOf('kitchen-table');
  const requests = [
    new Request(`${hub}/v1/events/${id}`),
    new Request(`${hub}/v1/events?kind=huddle`),
    new Request(`${hub}/v1/events/${id}/attendances`, { method: 'POST' }),
    new Request(`${hub}/v1/manage/events/${id}`, { method: 'PATCH' }),
    new Request(`${hub}/v1/manage/attendances/${id}`, { method: 'PATCH' }),
    new Request(`${hub}/v1/review/events/${id}/approve`, { method: 'POST' }),
    new Request(`${hub}/v1/review/events/${id}/takedown`, { method: 'POST' }),
  ];
  for (const [problem, status] of Object.entries(problemStatus) as [ProblemCode, number][]) {
    use({ problem });
    const answers = await Promise.all(requests.map((request) => fetch(request.clone())));
    const codes = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { code?: string }).code),
    );
    const nth = codes.indexOf(problem);
    assert.ok(nth >= 0, `${problem} came from no route`);
    assert.equal(answers[nth]?.status, status);
  }
});
