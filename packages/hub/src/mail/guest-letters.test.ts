import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, type Event } from '@huddlekit/contract';
import type { AttendanceRow } from '../storage/schema.ts';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import type { TestHub } from '../server/test-hub.test-helper.ts';
import { deliveredMails, linkIn } from './mail.test-helper.ts';
import type { MailJob } from './outbox.ts';

const now = Date.parse('2026-11-23T13:00:00Z');
const day = 86_400_000;
const campaign = {
  slug: 'test',
  title: 'Test campaign',
  summary: 'A test',
  organizer: { name: 'Lakefront Neighbors' },
  confirmation: 'mailed-link',
};

async function come({ hub }: TestHub, event: Event, name: string, language = 'en'): Promise<string> {
  const input = rsvpTo(event, `${name}@example.org`, {
    person: { givenName: 'Maribel', email: `${name}@example.org` },
    timezone: 'America/New_York',
    language,
  });
  const { attendances } = await hub.attendances.create(event.id, AttendanceInput.parse(input), newKey());
  return attendances[0]?.id ?? '';
}

/** Puts a mail about an attendance on its way once it stands as `row` says, and answers what came. */
async function mailed(
  server: TestHub,
  attendanceId: string,
  kind: MailJob['kind'],
  row: Partial<Pick<AttendanceRow, 'status' | 'expiresAt' | 'confirmedAt'>>,
) {
  const { hub } = server;
  const found = await hub.attendances.find(attendanceId);
  assert.ok(found);
  const before = (await deliveredMails(server)).length;
  await hub.storage.write(async (transaction) => {
    await transaction.updateTable('attendances').set(row).where('id', '=', attendanceId).execute();
    await hub.outbox.enqueue(transaction, {
      kind,
      to: found.person.email,
      name: found.person.givenName,
      language: found.row.language,
      eventId: found.row.eventId,
      attendanceIds: [attendanceId],
    });
  });
  return (await deliveredMails(server)).slice(before);
}

void test('a mail to a mailbox that nobody has confirmed repeats no name and names the deadline', async () => {
  await using server = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(server.hub, 'one');
  await come(server, event, 'ann');
  const [mail, ...others] = await deliveredMails(server);
  assert.equal(others.length, 0);
  assert.equal(mail?.subject, 'Please confirm: Gathering one');
  for (const body of [mail.text ?? '', String(mail.html), JSON.stringify(mail.to)])
    assert.doesNotMatch(body, /Maribel/);
  assert.match(
    mail.text ?? '',
    /Say yes by: Tuesday, November 24, 2026, 7 a\.m\. CST\n.*8 a\.m\. EST where you/,
  );
  assert.match(linkIn(mail, 'manage'), /\/manage\/[\w-]{55}$/);
  assert.equal(mail.attachments.length, 0, 'nothing is in a calendar yet');
});

void test('who signs up again before they have confirmed gets the link to confirm again', async () => {
  await using server = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(server.hub, 'one');
  await come(server, event, 'ann');
  await come(server, event, 'ann');
  const subjects = (await deliveredMails(server)).map(({ subject }) => subject);
  assert.deepEqual(subjects, ['Please confirm: Gathering one', 'Please confirm: Gathering one']);
});

void test('a place that is free says until when, in the language of who waits', async () => {
  await using server = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(server.hub, 'one');
  const offered = { status: 'unconfirmed', confirmedAt: now, expiresAt: now + day };
  const [english] = await mailed(server, await come(server, event, 'ann'), 'attendance-promoted', offered);
  assert.equal(english?.subject, 'A place is free: say yes by Tue, Nov 24, 7 a.m. CST (Gathering one)');
  assert.match(english.text ?? '', /^A place is free for you, Maribel\n/);
  assert.match(english.text ?? '', /Say yes by: Tuesday, November 24, 2026, 7 a\.m\. CST/);
  assert.equal(english.attachments.length, 0);
  const [spanish] = await mailed(
    server,
    await come(server, event, 'bea', 'es'),
    'attendance-promoted',
    offered,
  );
  assert.match(
    spanish?.subject ?? '',
    /^Hay un lugar libre: acéptalo hasta el mar, 24 (de )?nov, 7 a\.m\. CST/,
  );
});

void test('a waiting party learns its place', async () => {
  await using server = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(server.hub, 'one');
  const waiting = { status: 'waitlisted', expiresAt: null, confirmedAt: now };
  await mailed(server, await come(server, event, 'ann'), 'attendance-waitlisted', waiting);
  const [mail] = await mailed(server, await come(server, event, 'bea'), 'attendance-waitlisted', waiting);
  assert.match(mail?.text ?? '', /Your place: Number 2 on the waiting list/);
});

void test('what isn’t true any more isn’t sent', async () => {
  await using server = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(server.hub, 'one');
  const id = await come(server, event, 'ann');
  const gone = { status: 'cancelled', expiresAt: null };
  assert.deepEqual(await mailed(server, id, 'attendance-confirmed', gone), []);
  assert.deepEqual(await mailed(server, id, 'attendance-promoted', gone), []);
  const [mail] = await mailed(server, id, 'attendance-expired', gone);
  assert.equal(mail?.subject, 'Your place wasn’t confirmed: Gathering one');
});
