import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { createClient, isConflictError, isNotFoundError, isValidationError } from '@huddlekit/sdk';
import { createHostClient } from '@huddlekit/sdk/host';
import { setupServer } from 'msw/node';
import { publicIdOf } from './fixtures/public-id.ts';
import { handlers } from './handlers.ts';

const hub = 'http://hub.test:8787/base';
const client = createClient({ hub });
const host = createHostClient({ hub });
const server = setupServer();
const token = 'mock-token';

before(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  assert.ok(isConflictError(error));
  return error.code;
};

async function signUp(name: string, guests = 0): Promise<string> {
  const { attendances } = await client.attendances.create(publicIdOf(name), {
    timeslotIds: [publicIdOf(`${name}-1`)],
    person: { givenName: 'Maribel', email: 'maribel@example.org' },
    guests,
  });
  return attendances[0]?.id ?? '';
}

void test('an attendance changes as a hub lets it', async () => {
  server.use(...handlers({ hub }));
  const id = await signUp('kitchen-table');
  const change = { version: 1, guests: 1, person: { familyName: 'Okafor' }, accessNeeds: null };
  const idempotencyKey = 'a-key-of-the-page-itself';
  const changed = await client.attendances.change(id, token, change, { idempotencyKey });
  assert.deepEqual([changed.version, changed.guests, changed.person.familyName], [2, 1, 'Okafor']);
  assert.deepEqual(await client.attendances.get(id, token), changed);
  assert.deepEqual(await client.attendances.change(id, token, change, { idempotencyKey }), changed);

  assert.equal(await codeOf(client.attendances.change(id, token, change)), 'version_mismatch');
  const many = client.attendances.change(id, token, { version: 2, guests: 40 });
  await assert.rejects(many, isValidationError);
  const elsewhere = { version: 2, timeslotId: publicIdOf('potluck-1') };
  await assert.rejects(client.attendances.change(id, token, elsewhere), isValidationError);
  await client.attendances.cancel(id, token);
  assert.equal(
    await codeOf(client.attendances.change(id, token, { version: 3, guests: 0 })),
    'attendance_cancelled',
  );
  await assert.rejects(client.attendances.change('nobody', token, change), isNotFoundError);
});

void test('full: who waits may change their guests, and nobody finds a seat', async () => {
  server.use(...handlers({ hub, state: 'full' }));
  const id = await signUp('kitchen-table');
  const waiting = await client.attendances.change(id, token, { version: 1, guests: 2 });
  assert.deepEqual([waiting.status, waiting.guests], ['waitlisted', 2]);
  server.resetHandlers();
  server.use(...handlers({ hub }));
  const seated = await signUp('kitchen-table');
  assert.equal((await client.attendances.get(seated, token)).status, 'confirmed');
  const { spotsLeft } = (await client.events.get(publicIdOf('kitchen-table'))).timeslots[0] ?? {};
  assert.ok(typeof spotsLeft === 'number' && spotsLeft < 5, 'the fixture has few places');
  const grown = client.attendances.change(seated, token, { version: 1, guests: spotsLeft + 1 });
  assert.equal(await codeOf(grown), 'timeslot_full');
});

void test('an event changes: text, place and time wait, the rest holds', async () => {
  server.use(...handlers({ hub }));
  const id = publicIdOf('kitchen-table');
  const { version, title, timeslots } = await host.events.get(id, token);
  const change = {
    version,
    title: 'Porch huddle',
    capacity: 30,
    timeslots: [{ id: timeslots[0]?.id }],
    location: { kind: 'home' as const, addressLines: ['1 Elm'], postalCode: '60647' },
    accessibility: { asl: true },
  };
  const changed = await host.events.change(id, token, change);
  assert.deepEqual([changed.title, changed.capacity, changed.accessibility.asl], [title, 30, true]);
  const { pendingChange } = changed;
  assert.equal(pendingChange?.title, 'Porch huddle');
  assert.equal(pendingChange.timeslots?.[0]?.startDate, timeslots[0]?.startDate);
  assert.deepEqual(pendingChange.location?.addressLines, ['1 Elm']);
  assert.equal(await codeOf(host.events.change(id, token, { version, capacity: 2 })), 'version_mismatch');
  await host.events.cancel(id, token);
  const late = host.events.change(id, token, { version: version + 2, capacity: 2 });
  assert.equal(await codeOf(late), 'event_cancelled');
});

void test('a change without a version, or with fields a hub doesn’t know, is refused as there', async () => {
  server.use(...handlers({ hub }));
  const url = `${hub}/v1/manage/events/${publicIdOf('kitchen-table')}`;
  const send = async (body: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const authorization = `Bearer ${token}`;
    const response = await fetch(url, {
      method: 'PATCH',
      headers: { authorization, ...headers },
      body: JSON.stringify(body),
    });
    return ((await response.json()) as { code: string }).code;
  };
  assert.equal(await send({ capacity: 3 }), 'precondition_required');
  assert.equal(await send({ host: {} }, { 'if-match': '*' }), 'validation_failed');
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(response.headers.get('etag'), '"1"');
});
