import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import { newKey, rsvpTo, startTestHub, type TestHubOptions } from '../server/test-hub.test-helper.ts';
import { daysLater, mailsOf, publicHost } from './hosted.test-helper.ts';

const day = 86_400_000;

/** Ada gave her place back; Bob, who proved his mailbox, was offered it. Cleo has an unproven hold at another time. */
async function startWithOffer(options: TestHubOptions = {}) {
  const server = await startTestHub({
    campaign: { ...emptyCampaign, confirmation: 'mailed-link' },
    ...options,
  });
  const { hub } = server;
  const timeslots = [0, 1].map((days) => ({ startDate: daysLater(server, days), capacity: 1 }));
  const host = await publicHost(server, { timeslots });
  const event = await hub.events.get(host.id);
  assert.ok(event);
  const come = async (name: string, slot: number, sentBy: 'wire' | 'page'): Promise<string> => {
    const timeslotIds = [event.timeslots[slot]?.id ?? ''];
    const request = AttendanceInput.parse(rsvpTo(event, `${name}@example.org`, { timeslotIds }));
    const { attendances } = await hub.attendances.create(event.id, request, newKey(), sentBy);
    return attendances[0]?.id ?? '';
  };
  const ada = await come('ada', 0, 'wire');
  await hub.attendances.confirm(ada);
  const bob = await come('bob', 0, 'page');
  assert.equal(await hub.attendances.confirm(bob), 'waitlisted');
  await come('cleo', 1, 'wire');
  await hub.attendances.cancel(ada);
  assert.equal((await hub.attendances.managed(bob))?.status, 'unconfirmed');
  await mailsOf(server);
  return { server, hub, host, event };
}

test('who was offered a place hears that the event is off, and not that the offer has ended', async () => {
  let now = Date.now();
  const { server, hub, host } = await startWithOffer({ now: () => now });
  await using _ = server;
  await hub.events.cancel(host.id, 'host');
  const isOfGuests = (mail: string): boolean => mail.includes('@example.org');
  assert.deepEqual((await mailsOf(server)).filter(isOfGuests), ['event-cancelled bob@example.org']);
  now += day + 1;
  await hub.attendances.expire();
  assert.deepEqual(
    (await hub.storage.read.selectFrom('outbox').select('kind').where('createdAt', '>=', now).execute()).map(
      ({ kind }) => kind,
    ),
    [],
  );
});

test('who was offered a place hears of its new time, and a host’s words only who has said yes', async () => {
  const { server, hub, host, event } = await startWithOffer();
  await using _ = server;
  const [first, second] = event.timeslots;
  const startDate = daysLater(server, 2);
  const timeslots = [{ id: first?.id, startDate, endDate: null }, { id: second?.id }];
  assert.equal((await host.change({ timeslots })).status, 200);
  await hub.events.approve(host.id, 'moderator');
  const mails = await mailsOf(server);
  assert.deepEqual(
    mails.filter((mail) => mail.startsWith('event-changed')),
    ['event-changed bob@example.org'],
  );
  const message = { eventId: host.id, actor: 'host', text: 'Bring soup', key: newKey() };
  assert.equal(await hub.hosting.message(message), 'nobody');
});
