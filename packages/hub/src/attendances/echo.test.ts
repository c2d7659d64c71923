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

/** What the link of an answer shows, without what is each one's own. */
async function shown({ url }: TestHub, { attendances, manageUrl }: AttendanceReceipt): Promise<unknown> {
  const token = manageUrl.split('/').at(-1) ?? '';
  const id = attendances[0]?.id ?? '';
  const headers = { authorization: `Bearer ${token}` };
  const managed = await (await fetch(`${url}/v1/manage/attendances/${id}`, { headers })).text();
  const page = await (await fetch(`${url}/manage/${token}`)).text();
  return [managed, page].map((text) =>
    text
      .replaceAll(id, '')
      .replaceAll(token, '')
      .replaceAll(/victim|nobody/g, ''),
  );
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
