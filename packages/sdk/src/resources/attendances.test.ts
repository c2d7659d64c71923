import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttendanceInput } from '@huddlekit/contract';
import { createClient } from '../create-client.ts';
import { createHostClient } from '../host.ts';
import { eventId, receipt, rsvp } from '../test/samples.ts';
import { send, startServer } from '../test/server.ts';

const created = await startServer((response) => send(response, receipt, 201));
test.after(() => created[Symbol.asyncDispose]());
const last = () => created.received.at(-1) ?? assert.fail('nothing came');

void test('each call has a key of its own, unless the caller gives one', async () => {
  const { attendances } = createClient({ hub: created.url });
  await attendances.create(eventId, rsvp);
  const first = last().headers['idempotency-key'];
  await attendances.create(eventId, rsvp);
  assert.notEqual(last().headers['idempotency-key'], first);
  await attendances.create(eventId, rsvp, { idempotencyKey: 'kept-by-the-page-itself' });
  assert.equal(last().headers['idempotency-key'], 'kept-by-the-page-itself');
});

void test('the partner gets the credit, unless the page gives it to another', async () => {
  const { attendances } = createClient({ hub: created.url, partner: 'lakefront' });
  await attendances.create(eventId, { ...rsvp, referrer: { invitedBy: '7Q4K2M' } });
  assert.deepEqual((last().body as AttendanceInput).referrer, { partner: 'lakefront', invitedBy: '7Q4K2M' });
  await attendances.create(eventId, { ...rsvp, referrer: { partner: 'elsewhere' } });
  assert.deepEqual((last().body as AttendanceInput).referrer, { partner: 'elsewhere' });
});

void test('the token goes in a header, never in the address', async () => {
  const managed = {
    ...receipt.attendances[0],
    version: 1,
    person: { givenName: 'M', familyName: null, email: 'm@x.org', phone: null, postalCode: null },
    accessNeeds: null,
    language: 'en',
    updatedAt: '2026-11-23T15:34:20Z',
  };
  await using server = await startServer((response, { method }) => {
    if (method === 'DELETE') response.writeHead(204).end();
    else send(response, managed);
  });
  const { attendances } = createClient({ hub: server.url });
  assert.equal((await attendances.get('one', 'secret')).person.email, 'm@x.org');
  assert.equal((await attendances.change('one', 'secret', { version: 1, guests: 2 })).version, 1);
  assert.equal(await attendances.cancel('one', 'secret'), undefined);
  for (const { url, headers } of server.received) {
    assert.equal(headers.authorization, 'Bearer secret');
    assert.equal(url.href.includes('secret'), false);
  }
  assert.deepEqual(
    server.received.map(({ method }) => method),
    ['GET', 'PATCH', 'DELETE'],
  );
  const [, change] = server.received;
  assert.equal(change?.headers['if-match'], '"1"');
  assert.match(String(change.headers['idempotency-key']), /^[0-9a-f]{32}$/);
  assert.deepEqual(change.body, { guests: 2 }, 'the version goes in a header');
});

void test('a host’s event is sent with a key and credited', async () => {
  await using server = await startServer((response) =>
    send(response, { id: eventId, status: 'pending' }, 202),
  );
  const host = createHostClient({ hub: server.url, partner: 'lakefront' });
  const input = {
    kind: 'huddle',
    title: 'Soup and signs',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: '2026-12-01T19:00:00Z' }],
    location: { kind: 'home', postalCode: '60647' },
    host: { givenName: 'Rosa', email: 'rosa@example.org' },
  } as const;
  const timeslots = [...input.timeslots];
  assert.equal((await host.events.create({ ...input, timeslots })).status, 'pending');
  const [sent] = server.received;
  assert.match(String(sent?.headers['idempotency-key']), /^[0-9a-f]{32}$/);
  assert.deepEqual((sent?.body as { referrer: unknown }).referrer, { partner: 'lakefront' });
});
