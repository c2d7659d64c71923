import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import { holdRetries } from './test/retries.ts';

const day = 86_400_000;
const mailedLink = { ...emptyCampaign, confirmation: 'mailed-link' };

test('unconfirmed parties keep seats for a day, then the next in line have them, and are shown to no host', async () => {
  let now = Date.now();
  await using server = await startTestHub({ campaign: mailedLink, now: () => now });
  const { hub } = server;
  const event = await addEvent(hub, 'small', { capacity: 1 });
  const come = async (name: string, sentBy: 'wire' | 'page' = 'wire') => {
    const request = AttendanceInput.parse(rsvpTo(event, `${name}@example.org`));
    const { attendances } = await hub.attendances.create(event.id, request, newKey(), sentBy);
    return attendances[0];
  };
  const [ada, paul, bob] = [await come('ada'), await come('paul', 'page'), await come('bob')];
  const unconfirmed = [ada, paul, bob].map((party) => [party?.status, party?.waitlistPlace]);
  assert.deepEqual(unconfirmed, Array(3).fill(['unconfirmed', null]));
  assert.deepEqual(
    [ada, paul, bob].map((party) => party?.holdUntil !== null),
    [true, false, false],
    'a place is kept for the first alone',
  );
  assert.deepEqual(await hub.hosting.guests(event.id), []);
  // Paul asked before Bob, but waits behind him: his mailbox was proven later.
  assert.equal(await hub.attendances.confirm(bob?.id ?? ''), 'waitlisted');
  assert.equal(await hub.attendances.confirm(paul?.id ?? ''), 'waitlisted');
  assert.deepEqual(
    (await hub.hosting.guests(event.id)).map(({ id }) => id),
    [bob?.id, paul?.id],
  );
  assert.equal(await hub.hosting.peopleToTell(event.id), 2);
  assert.equal((await hub.attendances.managed(bob?.id ?? ''))?.waitlistPlace, 1);
  assert.equal((await hub.attendances.managed(paul?.id ?? ''))?.waitlistPlace, 2);

  now += day + 1;
  assert.equal(await hub.attendances.confirm(ada?.id ?? ''), 'expired');
  assert.equal((await hub.attendances.managed(bob?.id ?? ''))?.status, 'unconfirmed');
  assert.equal(await hub.attendances.confirm(bob?.id ?? ''), 'confirmed');
  assert.equal((await hub.attendances.managed(paul?.id ?? ''))?.waitlistPlace, 1);
});

test('who is named by a stranger and never answers shuts no event', async () => {
  let now = Date.now();
  await using server = await startTestHub({ campaign: mailedLink, now: () => now });
  const { hub } = server;
  const event = await addEvent(hub, 'shut', { capacity: 5 });
  const come = async (name: string, guests: number) => {
    const request = AttendanceInput.parse(rsvpTo(event, `${name}@example.org`, { guests }));
    return (await hub.attendances.create(event.id, request, newKey())).attendances[0];
  };
  const ada = await come('ada', 0);
  await hub.attendances.confirm(ada?.id ?? '');
  assert.equal((await come('stranger', 4))?.status, 'unconfirmed');
  assert.ok((await come('bob', 0))?.holdUntil, 'nobody waits before him');
  now += day + 1;
  await hub.attendances.expire();
  const slot = (await hub.events.get(event.id))?.timeslots[0];
  assert.equal(slot?.spotsLeft, 4);
});

test('30 requests, each sent 10 times at once, have 30 effects', async () => {
  assert.deepEqual(await holdRetries({ keys: 30, times: 10 }), { people: 30, mails: 30 });
});
