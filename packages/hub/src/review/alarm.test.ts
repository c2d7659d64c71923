import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEvent, post, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';

test('an event that fills abnormally fast calls the moderators once an hour, and a calm one doesn’t', async () => {
  let clock = Date.now();
  await using server = await startTestHub({ now: () => clock });
  const { hub, url, log } = server;
  const [small, large] = [
    await addEvent(hub, 'small', { capacity: 40 }),
    await addEvent(hub, 'large', { capacity: 5000 }),
  ];
  let people = 0;
  const crowd = async (event: typeof small, count: number): Promise<void> => {
    for (let index = 0; index < count; index++) {
      const email = `a${String(people++)}@example.org`;
      await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email));
    }
    // The alarm comes behind the answer.
    await hub.storage.write(() => Promise.resolve());
  };
  const alarms = async (): Promise<(string | null)[]> => {
    const { data } = await hub.review.queue();
    return data.filter(({ flags }) => flags.some(({ kind }) => kind === 'reported')).map(({ id }) => id);
  };
  const lines = (): number => log.filter((line) => line.includes('"event":"alarm"')).length;

  await crowd(small, 19);
  await crowd(large, 60);
  assert.deepEqual(await alarms(), []);
  await crowd(small, 11);
  assert.deepEqual(await alarms(), [small.id]);
  const [report] = await hub.review.reports(small.id, 'moderator');
  assert.equal(report?.reason, 'filling-fast');
  assert.equal(lines(), 1);

  clock += 61 * 60_000;
  await crowd(small, 21);
  assert.equal((await hub.review.reports(small.id, 'moderator')).length, 2);
  assert.equal(lines(), 2);
});
