import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { AttendanceInput, Event, EventInput } from '@huddlekit/contract';
import { routes } from '@huddlekit/contract/routes';
import { decodePins } from '@huddlekit/contract/pins';
import {
  createClient,
  isConflictError,
  isHuddleError,
  isNotFoundError,
  isOfflineError,
  isValidationError,
} from '@huddlekit/sdk';
import { createHostClient } from '@huddlekit/sdk/host';
import { setupServer } from 'msw/node';
import { fixtures } from './fixtures/fixtures.ts';
import { publicIdOf } from './fixtures/public-id.ts';
import { answersOf, handlers } from './handlers.ts';
import type { MockState } from './state.ts';

const hub = 'http://hub.test:8787/base';
const client = createClient({ hub });
const host = createHostClient({ hub });
const server = setupServer();
const use = (state?: MockState): void => server.use(...handlers({ hub, ...(state && { state }) }));

before(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const rsvp = (timeslot: string, changes: Partial<AttendanceInput> = {}): AttendanceInput => ({
  timeslotIds: [publicIdOf(timeslot)],
  person: { givenName: 'Maribel', email: 'maribel@example.org' },
  ...changes,
});

void test('every route of the contract is answered', () => {
  const answered = answersOf(fixtures(), hub).map(({ route }) => route.id);
  assert.deepEqual(answered.sort(), routes.map(({ id }) => id).sort());
});

void test('ready: all that a visitor reads', async () => {
  use();
  const events: Event[] = [];
  for await (const event of client.events.list({ limit: 5 })) events.push(event);
  assert.ok(events.length >= 15);
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  const event = await client.events.get(publicIdOf('kitchen-table'));
  assert.equal(event.title, 'Kitchen-table huddle: what we do next');
  const pins = decodePins(await client.pins.get());
  assert.deepEqual(
    pins.map(({ pin }) => pin).sort((a, b) => a - b),
    events
      .filter(({ location }) => location?.latitude != null)
      .map(({ pin }) => pin)
      .sort((a, b) => a - b),
  );
  assert.equal((await client.trainings.next())?.series?.number, 2);
  assert.equal((await client.campaign.get()).goal?.target, 1_000_000);
  assert.deepEqual(
    (await client.places.search('94110')).map(({ locality }) => locality),
    ['San Francisco'],
  );
  assert.equal((await client.places.search('springf')).length, 5);
  const calendar = await (await fetch(client.events.calendarUrl(event.id))).text();
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
});

void test('filters and order mean what they mean to a hub', async () => {
  use();
  const pins = async (query: Parameters<typeof client.events.page>[0]): Promise<number[]> =>
    (await client.events.page(query)).data.map(({ pin }) => pin);
  assert.deepEqual(await pins({ pins: '105,101' }), [105, 101]);
  assert.deepEqual(await pins({ q: 'xochitl' }), []);
  assert.deepEqual(await pins({ q: 'SOPA' }), [104]);
  assert.deepEqual(await pins({ language: 'es', hasRoom: 'true' }), [108, 110]);
  assert.deepEqual(await pins({ near: '37.75,-122.42', within: 80_000 }), []);
  const near = await client.events.page({ near: '41.92,-87.70', within: 10_000, order: 'distance' });
  assert.equal(near.data[0]?.pin, 101);
  assert.ok((near.data[0]?.distance ?? Infinity) < 1000);
  await assert.rejects(client.events.page({ order: 'distance' }), isValidationError);
  await assert.rejects(client.events.page({ near: 'Chicago' }), (error: unknown) => {
    assert.ok(isValidationError(error));
    assert.equal(error.fields[0]?.pointer, '?near');
    return true;
  });
});

void test('RSVP: confirmed, seen, cancelled; the same key has one effect', async () => {
  use();
  const input = rsvp('kitchen-table-1', { guests: 1 });
  const idempotencyKey = 'a-key-of-the-page-itself';
  const id = publicIdOf('kitchen-table');
  const receipt = await client.attendances.create(id, input, { idempotencyKey });
  const [attendance] = receipt.attendances;
  assert.equal(attendance?.status, 'confirmed');
  assert.deepEqual(await client.attendances.create(id, input, { idempotencyKey }), receipt);
  await assert.rejects(
    client.attendances.create(id, { ...input, guests: 2 }, { idempotencyKey }),
    (error: unknown) => isHuddleError(error) && error.code === 'idempotency_mismatch',
  );
  const own = await client.attendances.get(attendance?.id ?? '', 'mock-token');
  assert.equal(own.person.email, 'maribel@example.org');
  await client.attendances.cancel(own.id, 'mock-token');
  assert.equal((await client.attendances.get(own.id, 'mock-token')).status, 'cancelled');
});

void test('RSVP: waiting, refused, and to be put right', async () => {
  use();
  const create = (name: string, input: AttendanceInput): Promise<unknown> =>
    client.attendances.create(publicIdOf(name), input);
  const full = await client.attendances.create(publicIdOf('sopa-y-plan'), rsvp('sopa-y-plan-1'));
  assert.equal(full.attendances[0]?.status, 'waitlisted');
  assert.equal(full.attendances[0]?.waitlistPlace, 5);
  await assert.rejects(create('skokie-elsewhere', rsvp('skokie-elsewhere-1')), isConflictError);
  await assert.rejects(create('nowhere', rsvp('nowhere-1')), isNotFoundError);
  await assert.rejects(create('potluck', rsvp('potluck-1')), (error: unknown) => {
    assert.ok(isValidationError(error));
    assert.deepEqual(
      error.fields.map(({ pointer }) => pointer),
      ['/commitments'],
    );
    return true;
  });
  const commitments = [{ id: 'nonviolence', version: '1' }];
  await create('potluck', rsvp('potluck-1', { commitments }));
  const raw = await fetch(`${hub}/v1/events/${publicIdOf('potluck')}/attendances`, {
    method: 'POST',
    headers: { 'idempotency-key': 'a-key-of-the-page-itself' },
    body: JSON.stringify({ timeslotIds: [], person: { givenName: 'Maribel', email: 'maribel' } }),
  });
  assert.equal(raw.status, 422);
  const { errors } = (await raw.json()) as { errors: { pointer: string }[] };
  assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), ['/person/email', '/timeslotIds']);
});

void test('a host sends an event, sees and cancels it', async () => {
  use();
  const input: EventInput = {
    kind: 'huddle',
    title: 'Soup and signs',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: new Date(Date.now() + 86_400_000).toISOString() }],
    location: { kind: 'home', locality: 'Chicago' },
    host: { givenName: 'Rosa', email: 'rosa@example.org' },
    commitments: [{ id: 'nonviolence', version: '1' }],
  };
  assert.equal((await host.events.create(input)).status, 'pending');
  const refused = async (changes: Partial<EventInput>): Promise<string | undefined> => {
    const error: unknown = await host.events
      .create({ ...input, ...changes })
      .catch((thrown: unknown) => thrown);
    assert.ok(isValidationError(error));
    return error.fields[0]?.pointer;
  };
  assert.equal(
    await refused({ timeslots: [{ startDate: '2020-01-01T12:00:00Z' }] }),
    '/timeslots/0/startDate',
  );
  assert.equal(await refused({ commitments: [{ id: 'nonviolence', version: '0' }] }), '/commitments');
  const id = publicIdOf('kitchen-table');
  assert.equal((await host.events.get(id, 'mock-token')).attendanceCounts.confirmed, 8);
  await host.events.cancel(id, 'mock-token');
});

void test('empty, full, error, offline and loading are what they say', async () => {
  use('empty');
  assert.deepEqual(await client.events.page(), { data: [], next: null });
  assert.equal(await client.trainings.next(), undefined);
  use('full');
  const { data } = await client.events.page();
  assert.ok(data.every(({ timeslots }) => timeslots.every(({ isFull }) => isFull)));
  const waiting = await client.attendances.create(publicIdOf('kitchen-table'), rsvp('kitchen-table-1'));
  assert.equal(waiting.attendances[0]?.status, 'waitlisted');
  use('error');
  await assert.rejects(client.campaign.get(), (error: unknown) => {
    assert.ok(isHuddleError(error));
    assert.deepEqual([error.code, error.status, error.requestId], ['internal', 500, 'mock-request-1']);
    return true;
  });
  use('offline');
  await assert.rejects(client.campaign.get(), isOfflineError);
  use('loading');
  await assert.rejects(
    client.campaign.get({ signal: AbortSignal.timeout(50) }),
    (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError',
  );
});

void test('the base map answers too', async () => {
  use();
  const { version } = (await (await fetch(`${hub}/data/basemap.json`)).json()) as { version: number };
  assert.equal(version, 2);
});
