import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { addEvent, incomingEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import type { TestHub } from '../server/test-hub.test-helper.ts';
import { deliveredMails } from './mail.test-helper.ts';
import { putReminders } from './reminders.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-23T13:00:00Z');

/** A hub with an event a week ahead and a clock to turn. */
async function hubWithEvent() {
  const clock = { now: start };
  const server = await startTestHub({ now: () => clock.now });
  return { clock, server, event: await addEvent(server.hub, 'one') };
}

async function come({ hub }: TestHub, event: Parameters<typeof rsvpTo>[0], name: string) {
  const input = rsvpTo(event, `${name}@example.org`, {
    person: { givenName: 'Ann', email: `${name}@example.org` },
    timezone: 'America/New_York',
  });
  const { attendances } = await hub.attendances.create(event.id, AttendanceInput.parse(input), newKey());
  return attendances[0]?.id ?? '';
}

async function reminders(server: TestHub) {
  return (await deliveredMails(server)).filter(({ subject }) => subject?.startsWith('Reminder: '));
}

void test('a reminder goes out a day before, once, in both zones', async () => {
  const { clock, server, event } = await hubWithEvent();
  await using hub = server;
  await come(hub, event, 'ann');
  clock.now = start + 6 * day - 1;
  assert.equal(await putReminders(hub.hub), 0);
  clock.now = start + 6 * day;
  const counts = await Promise.all([putReminders(hub.hub), putReminders(hub.hub)]);
  assert.equal(counts[0] + counts[1], 1, 'however many look at the same time');
  clock.now += day / 2;
  assert.equal(await putReminders(hub.hub), 0);
  const [mail, ...others] = await reminders(hub);
  assert.equal(others.length, 0);
  assert.equal(mail?.subject, 'Reminder: Gathering one, Mon, Nov 30, 7 a.m. CST');
  assert.match(mail.text ?? '', /^See you soon, Ann\n/);
  assert.match(mail.text ?? '', /7 – 9 a\.m\. CST \(Chicago\)\n.*8 – 10 a\.m\. EST where you signed up/);
});

void test('who signed up within the day before, or comes no more, gets none', async () => {
  const { clock, server, event } = await hubWithEvent();
  await using hub = server;
  const gone = await come(hub, event, 'gone');
  clock.now = start + 6 * day + 1;
  await come(hub, event, 'late');
  await hub.hub.attendances.cancel(gone);
  assert.equal(await putReminders(hub.hub), 0);
});

void test('who cancels after the reminder was put out and before it is sent gets none', async () => {
  const { clock, server, event } = await hubWithEvent();
  await using hub = server;
  const id = await come(hub, event, 'ann');
  clock.now = start + 6 * day;
  assert.equal(await putReminders(hub.hub), 1);
  await hub.hub.attendances.cancel(id);
  assert.deepEqual(await reminders(hub), []);
});

void test('a cancelled event reminds nobody', async () => {
  const { clock, server, event } = await hubWithEvent();
  await using hub = server;
  await come(hub, event, 'ann');
  await hub.hub.events.cancel(event.id, 'moderator');
  clock.now = start + 6 * day;
  assert.equal(await putReminders(hub.hub), 0);
});

void test('a time that moves on is reminded of again, one that stays is not', async () => {
  const { clock, server, event } = await hubWithEvent();
  await using hub = server;
  await come(hub, event, 'ann');
  clock.now = start + 6 * day;
  assert.equal(await putReminders(hub.hub), 1);
  await hub.hub.storage.write((transaction) =>
    transaction
      .updateTable('timeslots')
      .set({ startAt: start + 9 * day, endAt: null, overAt: start + 9 * day + 7_200_000 })
      .execute(),
  );
  assert.equal(await putReminders(hub.hub), 0);
  clock.now = start + 8 * day;
  assert.equal(await putReminders(hub.hub), 1);
  assert.equal(await putReminders(hub.hub), 0);
});

void test('more than a transaction holds are all put out', async () => {
  const { clock, server } = await hubWithEvent();
  await using hub = server;
  const { attendances, events } = hub.hub;
  await events.importEvents([incomingEvent(start, 'many')], { rsvp: 'native' });
  const event = (await events.ofSource('test')).find(({ source }) => source.id === 'many');
  assert.ok(event);
  await Promise.all(
    Array.from({ length: 510 }, (_, index) =>
      attendances.create(
        event.id,
        AttendanceInput.parse(rsvpTo(event, `p${String(index)}@example.org`)),
        newKey(),
      ),
    ),
  );
  clock.now = start + 6.5 * day;
  assert.equal(await putReminders(hub.hub), 510);
  assert.equal(await putReminders(hub.hub), 0);
});
