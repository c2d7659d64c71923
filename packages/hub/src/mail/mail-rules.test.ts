import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { addEvent, newKey, rsvpTo, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { compose } from './compose.ts';
import { MailJob } from './outbox.ts';

/** Whether a mail about an attendance that stands somewhere would be written now. */
async function isWritten(
  { hub }: TestHub,
  { id, eventId }: { readonly id: string; readonly eventId: string },
  kind: MailJob['kind'],
  status: string,
): Promise<boolean> {
  await hub.storage.write((transaction) =>
    transaction.updateTable('attendances').set({ status }).where('id', '=', id).execute(),
  );
  const about = { eventId, attendanceIds: [id] };
  const job = MailJob.parse({ kind, to: 'ada@example.org', name: 'Ada', language: 'en', ...about });
  return (await compose(hub, { id: 'mail', attempts: 1, createdAt: 0, job })) !== undefined;
}

test('no mail speaks of coming once the event is off, and none of a change to who cancelled', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const event = await addEvent(hub, 'one');
  const request = AttendanceInput.parse(rsvpTo(event, 'ada@example.org'));
  const [attendance] = (await hub.attendances.create(event.id, request, newKey())).attendances;
  assert.ok(attendance);
  const ofComing = [
    ['attendance-confirm', 'unconfirmed'],
    ['attendance-confirmed', 'confirmed'],
    ['attendance-promoted', 'unconfirmed'],
    ['attendance-known', 'confirmed'],
    ['attendance-waitlisted', 'waitlisted'],
    ['event-changed', 'confirmed'],
  ] as const;
  for (const [kind, status] of ofComing)
    assert.equal(await isWritten(server, attendance, kind, status), true, kind);
  for (const kind of ['event-changed', 'host-message'] as const) {
    assert.equal(await isWritten(server, attendance, kind, 'waitlisted'), true, kind);
    assert.equal(await isWritten(server, attendance, kind, 'cancelled'), false, kind);
  }
  await hub.events.cancel(event.id, 'moderator');
  for (const [kind, status] of ofComing)
    assert.equal(await isWritten(server, attendance, kind, status), false, kind);
  assert.equal(await isWritten(server, attendance, 'event-cancelled', 'confirmed'), true);
});
