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
  assert.deepEqual([ada?.status, paul?.status, bob?.status], ['unconfirmed', 'unconfirmed', 'waitlisted']);
  assert.deepEqual(
    (await hub.hosting.guests(event.id)).map(({ id }) => id),
    [bob?.id],
  );
  assert.equal(await hub.hosting.peopleToTell(event.id), 1);
  // Paul asked before Bob, but waits behind him: his mailbox was proven later.
  assert.equal(await hub.attendances.confirm(paul?.id ?? ''), 'waitlisted');
  assert.equal((await hub.attendances.managed(bob?.id ?? ''))?.waitlistPlace, 1);
  assert.equal((await hub.attendances.managed(paul?.id ?? ''))?.waitlistPlace, 2);

  now += day + 1;
  assert.equal(await hub.attendances.confirm(ada?.id ?? ''), 'expired');
  assert.equal((await hub.attendances.managed(bob?.id ?? ''))?.status, 'unconfirmed');
  assert.equal(await hub.attendances.confirm(bob?.id ?? ''), 'confirmed');
  assert.equal((await hub.attendances.managed(paul?.id ?? ''))?.waitlistPlace, 1);
});

test('30 requests, each sent 10 times at once, have 30 effects', async () => {
  assert.deepEqual(await holdRetries({ keys: 30, times: 10 }), { people: 30, mails: 30 });
});
