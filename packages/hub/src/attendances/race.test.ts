import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { AttendanceReceipt } from '@huddlekit/contract';
import { startHubProcess } from '../server/hub-process.test-helper.ts';
import {
  addEvent,
  newKey,
  post,
  rsvpTo,
  startTestHub,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

const people = 200;
const seats = 20;
/** As long as a slow disk might take. */
const pause = (): Promise<void> => setTimeout(2);

/** Everybody asks at once; each person sends the request twice, as a phone with a poor connection does. */
async function stampede({ hub, url }: TestHub) {
  const event = await addEvent(hub, 'few-places', { capacity: seats });
  const answers = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const body = rsvpTo(event, `person${String(index)}@example.org`);
      const headers = { 'idempotency-key': newKey() };
      const first = await post(`${url}/v1/events/${event.id}/attendances`, body, headers);
      const again = await post(`${url}/v1/events/${event.id}/attendances`, body, headers);
      assert.equal(first.status, 201);
      assert.deepEqual(again.body, first.body);
      return first.body as unknown as AttendanceReceipt;
    }),
  );
  const rows = await hub.storage.read.selectFrom('attendances').selectAll().execute();
  const slot = await hub.storage.read.selectFrom('timeslots').selectAll().executeTakeFirstOrThrow();
  return { attendances: answers.flatMap(({ attendances }) => attendances), rows, slot };
}

test('200 people ask for 20 seats at once: 20 come, 180 wait, none is lost or doubled', async () => {
  await using server = await startTestHub({ pause });
  const { attendances, rows, slot } = await stampede(server);

  const withStatus = (status: string): number => rows.filter((row) => row.status === status).length;
  assert.equal(withStatus('confirmed'), seats);
  assert.equal(withStatus('waitlisted'), people - seats);
  assert.equal(slot.taken, seats);
  assert.equal(slot.waiting, people - seats);

  const told = new Map(attendances.map(({ id, status }) => [id, status]));
  assert.equal(told.size, people);
  for (const row of rows) assert.equal(told.get(row.id), row.status, 'each was told what is stored');
  assert.equal(new Set(rows.map(({ emailHash }) => emailHash)).size, people);
  const places = attendances.flatMap(({ waitlistPlace }) => waitlistPlace ?? []).sort((a, b) => a - b);
  assert.deepEqual(
    places,
    Array.from({ length: people - seats }, (_, index) => index + 1),
  );
});

test('the same oversells when seats are counted outside the transaction', async () => {
  // Long enough for many to count before the first takes a seat, on a busy machine too.
  await using server = await startTestHub({ seatCheck: 'outside', pause: () => setTimeout(300) });
  const { rows } = await stampede(server);
  const confirmed = rows.filter(({ status }) => status === 'confirmed').length;
  assert.ok(confirmed > seats, `${String(confirmed)} confirmed: the test above has no teeth`);
});

test('two processes on one database don’t oversell either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-race-'));
  const children: ChildProcess[] = [];
  try {
    const event = await (async () => {
      await using server = await startTestHub({ folder });
      return await addEvent(server.hub, 'few-places', { capacity: seats });
    })();
    const hubs = await Promise.all([startHubProcess(folder), startHubProcess(folder)]);
    children.push(...hubs.map(({ child }) => child));
    const answers = await Promise.all(
      Array.from({ length: people }, (_, index) => {
        const { url } = hubs[index % hubs.length] ?? hubs[0];
        return post(
          `${url}/v1/events/${event.id}/attendances`,
          rsvpTo(event, `person${String(index)}@example.org`),
        );
      }),
    );
    assert.ok(answers.every(({ status }) => status === 201));
    await using server = await startTestHub({ folder });
    const rows = await server.hub.storage.read.selectFrom('attendances').select('status').execute();
    assert.equal(rows.length, people);
    assert.equal(rows.filter(({ status }) => status === 'confirmed').length, seats);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
