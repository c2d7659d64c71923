import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Training } from '@huddlekit/contract';
import { fixtures } from '@huddlekit/mocks';
import { createClient } from '../create-client.ts';
import { send, startServer } from '../test/server.ts';

const now = Date.parse('2026-11-23T15:34:20Z');

async function nextOf(data: readonly Training[]): Promise<number | undefined> {
  await using server = await startServer((response) =>
    send(response, { data, next: null, now: new Date(now).toISOString() }),
  );
  return (await createClient({ hub: server.url }).trainings.next())?.series?.number;
}

void test('the next training is the one that is live, else the first ahead, by the hub’s clock', async () => {
  assert.equal(await nextOf(fixtures({ now, countdown: 'upcoming' }).trainings), 2);
  assert.equal(await nextOf(fixtures({ now, countdown: 'live' }).trainings), 2);
  assert.equal(await nextOf(fixtures({ now, countdown: 'ended' }).trainings), 3);
  assert.equal(await nextOf([...fixtures({ now }).trainings].reverse()), 2);
  assert.equal(await nextOf([]), undefined);
});

void test('a training without an end goes on for two hours; a cancelled one doesn’t come', async () => {
  const { trainings } = fixtures({ now, countdown: 'upcoming' });
  const [, second] = trainings;
  const [slot] = second?.timeslots ?? [];
  if (!second || !slot) assert.fail('The fixtures have no second training');
  const begun = (hours: number): Training => {
    const startDate = new Date(now - hours * 3_600_000).toISOString();
    return { ...second, timeslots: [{ ...slot, startDate, endDate: null }] };
  };
  assert.equal(await nextOf([begun(1.9)]), 2);
  assert.equal(await nextOf([begun(2.1)]), undefined);
  assert.equal(await nextOf(trainings.map((item) => ({ ...item, status: 'cancelled' }))), undefined);
});
