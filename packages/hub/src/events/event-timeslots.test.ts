import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import { registerPages } from '../pages/pages.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import { daysLater, publicHost } from './hosted.test-helper.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A public event at two times, where mailboxes are to be proven, on a clock of its own. */
async function start() {
  const clock = { now: Date.parse('2026-11-23T13:00:00Z') };
  const server = await startTestHub({
    campaign: { ...emptyCampaign, confirmation: 'mailed-link' },
    now: () => clock.now,
    pages: registerPages,
  });
  const { hub } = server;
  const timeslots = [0, 1].map((days) => ({ startDate: daysLater(server, days) }));
  const host = await publicHost(server, { timeslots });
  const event = await hub.events.get(host.id);
  assert.ok(event);
  const [first = '', second = ''] = event.timeslots.map(({ id }) => id);
  return {
    clock,
    server,
    hub,
    first,
    second,
    async come(name: string, timeslotId: string, sentBy: 'wire' | 'page' = 'wire'): Promise<string> {
      const request = AttendanceInput.parse(
        rsvpTo(event, `${name}@example.org`, { timeslotIds: [timeslotId] }),
      );
      const { attendances } = await hub.attendances.create(event.id, request, newKey(), sentBy);
      return attendances[0]?.id ?? '';
    },
    async setTimes(times: readonly { id: string; startDate?: string; endDate?: null }[]): Promise<void> {
      const { status, body } = await host.change({ timeslots: times });
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
    },
    row: (id: string): Promise<AttendanceRow> =>
      hub.storage.read.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** The page behind a guest's mailed link. */
    async page(id: string): Promise<string> {
      const link = `${server.url}/manage/${hub.tokens.sign('attendance-mail', id, 1)}`;
      return (await fetch(link)).text();
    },
  };
}

const soon = (now: number, hours: number): string => new Date(now + hours * hour).toISOString();

test('what is still to be confirmed ends in time for the new start of its time, and never later than before', async () => {
  const { server, clock, hub, first, second, come, setTimes, row, page } = await start();
  await using _ = server;
  const ada = await come('ada', first);
  const bob = await come('bob', second);
  const until = clock.now + day;
  clock.now += hour;
  await setTimes([{ id: first, startDate: soon(clock.now, 200), endDate: null }, { id: second }]);
  assert.deepEqual([(await row(ada)).expiresAt, (await row(ada)).version], [until, 1]);
  await setTimes([{ id: first, startDate: soon(clock.now, 5), endDate: null }, { id: second }]);
  assert.deepEqual([(await row(ada)).expiresAt, (await row(ada)).version], [clock.now + 3 * hour, 2]);
  assert.equal((await row(bob)).expiresAt, until, 'another time');
  await setTimes([{ id: first, startDate: soon(clock.now, 2.5), endDate: null }, { id: second }]);
  assert.equal((await row(ada)).expiresAt, clock.now + 2.5 * hour, 'too late to ask anybody else');
  clock.now += 2.5 * hour;
  assert.equal(await hub.attendances.confirm(ada), 'expired');
  assert.doesNotMatch(await page(ada), /value="confirm"/);
});

test('a time that is over can’t be confirmed any more', async () => {
  const { server, clock, hub, first, come, page } = await start();
  await using _ = server;
  const ada = await come('ada', first);
  await hub.storage.write((transaction) =>
    transaction
      .updateTable('timeslots')
      .set({ startAt: clock.now - 3 * hour, endAt: null, overAt: clock.now - hour })
      .where('id', '=', first)
      .execute(),
  );
  assert.doesNotMatch(await page(ada), /value="confirm"/);
  assert.equal(await hub.attendances.confirm(ada), 'expired');
});

test('whoever was still to confirm a time that is taken out reads that it’s too late', async () => {
  const { server, hub, first, second, come, setTimes, row, page } = await start();
  await using _ = server;
  const ada = await come('ada', second, 'page');
  const echo = await come('ada', second, 'page');
  assert.match(await page(ada), /value="confirm"/);
  await setTimes([{ id: first }]);
  for (const id of [ada, echo]) {
    const { status, expiresAt, version } = await row(id);
    assert.deepEqual([status, expiresAt, version], ['cancelled', null, 2]);
    const { status: shown } = (await hub.attendances.managed(id)) ?? {};
    assert.equal(shown, 'cancelled');
    assert.match(await page(id), /time to say yes has passed/);
  }
  assert.equal(await hub.attendances.confirm(ada), 'expired');
});

test('a page of a time that is gone shows no button that does nothing', async () => {
  const { server, hub, second, come, page } = await start();
  await using _ = server;
  const ada = await come('ada', second, 'page');
  await hub.storage.write((transaction) =>
    transaction.deleteFrom('timeslots').where('id', '=', second).execute(),
  );
  assert.doesNotMatch(await page(ada), /value="confirm"/);
});
