import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceReceipt, z } from '@huddlekit/contract';
import {
  addEvent,
  newKey,
  patch,
  post,
  publishEvent,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from './test-hub.test-helper.ts';

const people = 20;

/** An object with a number that its owner may change. */
interface Managed {
  readonly url: string;
  readonly token: string;
  readonly field: 'guests' | 'guestsPerRsvp';
}

async function anAttendance({ hub, url }: TestHub): Promise<Managed> {
  const event = await addEvent(hub, 'open', { guestsPerRsvp: 50 });
  const answer = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'ada@example.org'));
  const { attendances, manageUrl } = AttendanceReceipt.parse(answer.body);
  const token = manageUrl.split('/').at(-1) ?? '';
  return { url: `${url}/v1/manage/attendances/${attendances[0]?.id ?? ''}`, token, field: 'guests' };
}

async function anEvent(server: TestHub): Promise<Managed> {
  const id = await publishEvent(server);
  const token = server.hub.tokens.sign('event', id, 1);
  return { url: `${server.url}/v1/manage/events/${id}`, token, field: 'guestsPerRsvp' };
}

const View = z.object({
  version: z.int(),
  guests: z.optional(z.int()),
  guestsPerRsvp: z.optional(z.int()),
});

async function viewOf({ url, token }: Managed): Promise<z.infer<typeof View>> {
  return View.parse(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json());
}

/** Waits until so many have come, so that all act on what they saw before. */
function meeting(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let come = 0;
  return () => {
    come += 1;
    if (come === size) resolve(undefined);
    return promise;
  };
}

interface Race {
  readonly answers: JsonAnswer[];
  readonly won: number;
  /** How much the version rose, and the number that is kept. */
  readonly rise: number;
  readonly kept: number | undefined;
}

/** Everybody changes the same version to a number of their own. */
async function race(
  make: (server: TestHub) => Promise<Managed>,
  versionCheck: 'inside' | 'outside',
): Promise<Race> {
  let pause = (): Promise<void> => Promise.resolve();
  await using server = await startTestHub({ versionCheck, pause: () => pause() });
  const managed = await make(server);
  const { version } = await viewOf(managed);
  if (versionCheck === 'outside') pause = meeting(people);
  const answers = await Promise.all(
    Array.from({ length: people }, (_, index) =>
      patch(managed.url, managed.token, version, { [managed.field]: index + 1 }),
    ),
  );
  const after = await viewOf(managed);
  const won = answers.findIndex(({ status }) => status === 200) + 1;
  return { answers, won, rise: after.version - version, kept: after[managed.field] };
}

for (const [name, make] of [
  ['an attendance', anAttendance],
  ['an event', anEvent],
] as const) {
  test(`of 20 changes that one version of ${name} gets at once, exactly one holds`, async () => {
    const { answers, won, rise, kept } = await race(make, 'inside');
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    const lost = answers.filter(({ status }) => status !== 200);
    for (const { status, body } of lost)
      assert.equal(`${String(status)} ${body.code}`, '412 version_mismatch');
    assert.equal(rise, 1);
    assert.equal(kept, won);
  });

  test(`changes of ${name} get lost when versions are compared outside the transaction`, async () => {
    const { answers } = await race(make, 'outside');
    const won = answers.filter(({ status }) => status === 200).length;
    assert.ok(won > 1, `${String(won)} won: the test above has no teeth`);
  });

  test(`a change of ${name} sent again with its key is the same change`, async () => {
    await using server = await startTestHub();
    const managed = await make(server);
    const { version } = await viewOf(managed);
    const headers = { 'idempotency-key': newKey() };
    const send = (number: number, from: number = version): Promise<JsonAnswer> =>
      patch(managed.url, managed.token, from, { [managed.field]: number }, headers);
    const first = await send(3);
    assert.equal(first.status, 200);
    const again = await Promise.all([send(3), send(3)]);
    for (const { status, body } of again) assert.deepEqual([status, body], [200, first.body]);
    assert.equal((await viewOf(managed)).version, version + 1);
    // The key belongs to this change of this version; a refused change leaves it free.
    for (const other of [await send(4), await send(3, version + 1)])
      assert.equal(other.body.code, 'idempotency_mismatch');
    const stale = { 'idempotency-key': newKey() };
    const change = { [managed.field]: 5 };
    assert.equal((await patch(managed.url, managed.token, version, change, stale)).status, 412);
    assert.equal((await patch(managed.url, managed.token, version + 1, change, stale)).status, 200);
  });

  test(`a replay of a change of ${name} needs the token too, and tells what holds now`, async () => {
    await using server = await startTestHub();
    const managed = await make(server);
    const { version } = await viewOf(managed);
    const headers = { 'idempotency-key': newKey() };
    const change = { [managed.field]: 2 };
    assert.equal((await patch(managed.url, managed.token, version, change, headers)).status, 200);
    assert.equal((await patch(managed.url, 'x', version, change, headers)).status, 401);
    await patch(managed.url, managed.token, '*', { [managed.field]: 1 });
    const again = await patch(managed.url, managed.token, version, change, headers);
    assert.deepEqual([again.status, again.body['version'], again.body[managed.field]], [200, version + 2, 1]);
  });
}

test('a change that was refused leaves no trace of its key, its words or its seats', async () => {
  await using server = await startTestHub();
  const managed = await anAttendance(server);
  const tables = async (): Promise<unknown> => {
    const { read } = server.hub.storage;
    return Promise.all([
      read.selectFrom('attendances').selectAll().execute(),
      read.selectFrom('timeslots').selectAll().execute(),
      read.selectFrom('idempotencyKeys').selectAll().execute(),
      read.selectFrom('audit').selectAll().execute(),
      read.selectFrom('outbox').select('id').execute(),
    ]);
  };
  const before = await tables();
  const headers = { 'idempotency-key': newKey() };
  const refused = await patch(
    managed.url,
    managed.token,
    1,
    { guests: 2, timeslotId: 'A'.repeat(22), person: { givenName: 'Augusta' } },
    headers,
  );
  assert.equal(refused.status, 422);
  assert.deepEqual(await tables(), before);
});
