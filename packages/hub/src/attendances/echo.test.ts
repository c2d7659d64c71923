import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, AttendanceReceipt, type Event } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import { registerPages } from '../pages/pages.ts';
import { addEvent, newKey, rsvpTo, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';

const day = 86_400_000;
const campaign = { ...emptyCampaign, confirmation: 'mailed-link' };

async function come(
  { hub }: TestHub,
  event: Event,
  name: string,
  changes: Partial<AttendanceInput> = {},
): Promise<AttendanceReceipt> {
  const request = AttendanceInput.parse(rsvpTo(event, `${name}@example.org`, changes));
  return hub.attendances.create(event.id, request, newKey());
}

async function twoTimes({ hub }: TestHub): Promise<{ event: Event; first: string; second: string }> {
  const timeslots = [7, 8].map((days) => {
    const startDate = new Date(hub.now() + days * day).toISOString();
    return { startDate, endDate: null, allDay: false, capacity: 2 };
  });
  const event = await addEvent(hub, 'two', { timeslots });
  const [first = '', second = ''] = event.timeslots.map(({ id }) => id);
  return { event, first, second };
}

/** What the link of an answer shows, without what is each one's own. */
async function shown(
  { url }: TestHub,
  { attendances, manageUrl, inviteUrl }: AttendanceReceipt,
): Promise<unknown> {
  const token = manageUrl.split('/').at(-1) ?? '';
  const id = attendances[0]?.id ?? '';
  const headers = { authorization: `Bearer ${token}` };
  const managed = await (await fetch(`${url}/v1/manage/attendances/${id}`, { headers })).text();
  const page = await (await fetch(`${url}/manage/${token}`)).text();
  const own = new RegExp([id, token, new URL(inviteUrl).pathname, 'victim', 'nobody'].join('|'), 'g');
  return [managed, page].map((text) => text.replaceAll(own, ''));
}

test('a day later an echo has run out as the party of an unknown mailbox has', async () => {
  let now = Date.parse('2026-11-23T13:00:00Z');
  await using server = await startTestHub({ campaign, now: () => now, pages: registerPages });
  const { hub } = server;
  const event = await addEvent(hub, 'one', { capacity: 5 });
  await hub.attendances.confirm((await come(server, event, 'victim')).attendances[0]?.id ?? '');
  const [echo, real] = [await come(server, event, 'victim'), await come(server, event, 'nobody')];
  assert.deepEqual(await shown(server, echo), await shown(server, real));
  now += day + 1;
  assert.deepEqual(await shown(server, echo), await shown(server, real), 'before a timer has come round');
  await hub.attendances.expire();
  const after = await shown(server, real);
  assert.match(JSON.stringify(after), /time to say yes has passed/);
  assert.deepEqual(await shown(server, echo), after);
  const left = await hub.storage.read
    .selectFrom('attendances')
    .select('id')
    .where('expiresAt', 'is not', null)
    .execute();
  assert.deepEqual(left, [], 'nothing is due for ever');
  const { taken } = await hub.storage.read.selectFrom('timeslots').select('taken').executeTakeFirstOrThrow();
  assert.equal(taken, 1);
});

for (const confirmation of ['none', 'mailed-link'])
  test(`a move doesn’t tell who hasn’t proven a mailbox that it is signed up (${confirmation})`, async () => {
    const now = Date.parse('2026-11-23T13:00:00Z');
    const options = { campaign: { ...campaign, confirmation }, now: () => now, pages: registerPages };
    await using server = await startTestHub(options);
    const { hub } = server;
    const { event, first, second } = await twoTimes(server);
    const owner = await come(server, event, 'victim', { timeslotIds: [second] });
    await hub.attendances.confirm(owner.attendances[0]?.id ?? '');
    const moved: AttendanceReceipt[] = [];
    for (const name of ['victim', 'nobody']) {
      const receipt = await come(server, event, name, { timeslotIds: [first] });
      await hub.outbox.lease(10, day);
      const [{ id } = { id: '' }] = receipt.attendances;
      await hub.attendances.change(id, { timeslotId: second }, { ifMatch: '*', key: '' });
      const mails = await hub.outbox.lease(10, day);
      assert.equal(mails.length, name === 'nobody' && confirmation === 'none' ? 1 : 0);
      moved.push(receipt);
      // Further moves tell no more.
      await hub.attendances.change(id, { timeslotId: first }, { ifMatch: '*', key: '' });
      await hub.attendances.change(id, { timeslotId: second }, { ifMatch: '*', key: '' });
    }
    const [echo, real] = moved;
    assert.ok(echo && real);
    assert.deepEqual(await shown(server, echo), await shown(server, real));
    const seats = await hub.storage.read.selectFrom('timeslots').select(['id', 'taken', 'waiting']).execute();
    assert.deepEqual(
      [first, second].map((id) => seats.find((slot) => slot.id === id)),
      [
        { id: first, taken: 0, waiting: 0 },
        { id: second, taken: 2, waiting: 0 },
      ],
    );
  });

test('the seats of a party that became an echo go to the waiting line', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const { event, first, second } = await twoTimes(server);
  await come(server, event, 'ada', { timeslotIds: [second] });
  const receipt = await come(server, event, 'ada', { timeslotIds: [first], guests: 1 });
  const next = await come(server, event, 'bob', { timeslotIds: [first] });
  assert.equal(next.attendances[0]?.status, 'waitlisted');
  const [{ id } = { id: '' }] = receipt.attendances;
  await hub.attendances.change(id, { timeslotId: second, guests: 0 }, { ifMatch: '*', key: '' });
  assert.equal((await hub.attendances.managed(next.attendances[0].id))?.status, 'unconfirmed');
});
