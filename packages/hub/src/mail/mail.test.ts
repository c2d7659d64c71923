import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AttendanceInput, EventInput, type Event } from '@huddlekit/contract';
import type { TestHub } from '../server/test-hub.test-helper.ts';
import {
  addEvent,
  firstTimeslot,
  homeEvent,
  incomingEvent,
  newKey,
  rsvpTo,
  startTestHub,
} from '../server/test-hub.test-helper.ts';
import { deliveredMails, linkIn } from './mail.test-helper.ts';
import { subjectOf, textOf } from './eml.ts';

const now = Date.parse('2026-11-23T13:00:00Z');
const campaign = {
  slug: 'test',
  title: 'Test campaign',
  summary: 'A test',
  organizer: { name: 'Lakefront\u2028Neighbors'.replace('\u2028', ' ') },
  links: { safety: '/guides/safety', toolkit: '/guides/toolkit' },
  commitments: [{ id: 'calm', version: '1', text: { en: 'I stay calm', es: 'Guardo la calma' } }],
  organizations: [{ id: 'lake', name: 'Lake Table', asks: ['email'] }],
};
const accepted = { commitments: [{ id: 'calm', version: '1' }] };

async function hubWithEvent(changes: Parameters<typeof incomingEvent>[2] = {}) {
  const test = await startTestHub({ now: () => now, campaign });
  const event = await addEvent(test.hub, 'potluck', { title: 'Potluck; letters', ...changes });
  return { test, event };
}

async function rsvp({ hub }: TestHub, event: Event, changes: Parameters<typeof rsvpTo>[2]) {
  const input = { ...rsvpTo(event, 'maribel@example.org', changes), ...accepted };
  return hub.attendances.create(event.id, AttendanceInput.parse(input), newKey());
}

void test('the confirmation says what, when and where, and carries a calendar file and own links', async () => {
  const { test, event } = await hubWithEvent();
  await using hub = test;
  await rsvp(hub, event, {
    person: { givenName: 'Maribel', email: 'maribel@example.org' },
    guests: 2,
    timezone: 'America/New_York',
    consent: { email: true, sms: false, organizations: ['lake'] },
  });
  const [mail, ...others] = await deliveredMails(hub);
  assert.ok(mail);
  assert.equal(others.length, 0);
  assert.equal(mail.subject, 'You’re coming: Potluck; letters, Mon, Nov 30, 7 a.m. CST');
  assert.match(mail.from?.text ?? '', /Lakefront Neighbors/);
  assert.match(mail.messageId ?? '', /^<[\w-]{22}@localhost>$/);
  for (const body of [mail.text ?? '', String(mail.html)]) {
    assert.match(body, /You’re coming, Maribel/);
    assert.match(body, /7 – 9 a\.m\. CST \(Chicago\)/);
    assert.match(body, /8 – 10 a\.m\. EST where you signed up/);
    assert.match(body, /Union Hall/);
    assert.match(body, /1 Main Street, Chicago, IL 60647/);
    assert.match(body, /2 guests/);
    assert.match(body, /I stay calm/);
    assert.match(body, /\/i\/[\w-]{22}/);
    assert.match(body, /\/guides\/safety/);
    assert.match(body, /You said that Lake Table may write to you/);
  }
  assert.match(linkIn(mail, 'manage'), /\/manage\/[\w-]{55}$/);
  const [calendar] = mail.attachments;
  assert.match(calendar?.contentType ?? '', /text\/calendar/);
  const entry = calendar?.content.toString('utf8') ?? '';
  assert.match(entry, /\r\nMETHOD:REQUEST\r\n/);
  assert.match(entry, /SUMMARY:Potluck\\; letters/);
  assert.ok(entry.includes(`UID:${firstTimeslot(event)}-${event.id}@localhost`));
  assert.doesNotMatch(entry, /manage/);
});

void test('files of mails are for the operator’s account alone, and what was sent is erased', async () => {
  const { test, event } = await hubWithEvent();
  await using hub = test;
  await rsvp(hub, event, {});
  await deliveredMails(hub);
  const outbox = join(hub.folder, 'outbox');
  for (const file of readdirSync(outbox)) {
    assert.match(file, /\.eml$/);
    assert.equal(statSync(join(outbox, file)).mode & 0o777, 0o600);
  }
  const rows = await hub.hub.storage.read.selectFrom('outbox').select(['sealed', 'sentAt']).execute();
  assert.deepEqual(rows, [{ sealed: '', sentAt: now }]);
});

void test('a mail speaks Spanish to who chose it', async () => {
  const { test, event } = await hubWithEvent();
  await using hub = test;
  await rsvp(hub, event, { language: 'es-MX' });
  const [mail] = await deliveredMails(hub);
  assert.match(mail?.subject ?? '', /^Vas a venir: Potluck; letters, lun, 30 (de )?nov/);
  assert.match(mail?.text ?? '', /Lunes, 30 de noviembre de 2026/);
  assert.match(mail?.text ?? '', /Guardo la calma/);
  assert.match(linkIn(mail, 'manage'), /\?lang=es$/);
  assert.match(String(mail?.html), /<html lang="es">/);
});

void test('nobody can send words of their own to somebody else’s mailbox', async () => {
  const { test, event } = await hubWithEvent();
  await using hub = test;
  for (const givenName of ['Win at evil.example', 'http://evil.example', 'Call 555 0100 now', '<b>Ann</b>']) {
    await rsvp(hub, event, { person: { givenName, email: `${newKey().slice(0, 8)}@example.org` } });
  }
  for (const mail of await deliveredMails(hub)) {
    const everything = `${mail.subject ?? ''} ${mail.text ?? ''} ${String(mail.html)} ${JSON.stringify(mail.to)}`;
    assert.doesNotMatch(everything, /evil|555 0100|<b>/);
    assert.match(mail.text ?? '', /^You’re coming\n/);
  }
});

void test('the mail to a host who isn’t verified repeats nothing that was typed', async () => {
  await using hub = await startTestHub({ now: () => now, campaign });
  const input = homeEvent(now, { title: 'Buy at evil.example', ...accepted });
  await hub.hub.events.submit(EventInput.parse(input), newKey());
  const [mail] = await deliveredMails(hub);
  assert.doesNotMatch(
    `${mail?.subject ?? ''}${mail?.text ?? ''}${String(mail?.html)}`,
    /evil|Rosa|Quillfeather/,
  );
  assert.match(linkIn(mail, 'verify'), /\/verify\/[\w-]{55}$/);
});

void test('the address of a home is in a mail only from the day before', async () => {
  const home: Parameters<typeof addEvent>[2] = {
    location: {
      kind: 'home',
      venue: null,
      addressLines: ['2417 Quillfeather Avenue'],
      locality: 'Chicago',
      region: 'IL',
      postalCode: '60647',
      country: 'US',
      latitude: 41.92,
      longitude: -87.7,
      precision: 'exact',
    },
  };
  let clock = now;
  await using hub = await startTestHub({ now: () => clock, campaign });
  const event = await addEvent(hub.hub, 'home', home);
  await rsvp(hub, event, { person: { givenName: 'Ann', email: 'ann@example.org' } });
  const [early] = await deliveredMails(hub);
  assert.doesNotMatch(`${early?.text ?? ''}${String(early?.html)}`, /Quillfeather/);
  assert.match(early?.text ?? '', /In a home in Chicago, IL 60647/);
  assert.match(early?.text ?? '', /from Sunday, November 29, 2026, 7 a\.m\. CST/);
  assert.doesNotMatch(early?.attachments[0]?.content.toString() ?? '', /Quillfeather/);

  clock = now + 6.5 * 86_400_000;
  await rsvp(hub, event, { person: { givenName: 'Bea', email: 'bea@example.org' } });
  const late = (await deliveredMails(hub)).find(({ text }) => text?.includes('Bea'));
  assert.match(late?.text ?? '', /2417 Quillfeather Avenue/);
  assert.doesNotMatch(late?.attachments[0]?.content.toString() ?? '', /Quillfeather/);
});

void test('the hub reads its own files back for the page of a trial', async () => {
  const { test, event } = await hubWithEvent({
    title: 'Café – “letters” and ✉ for the whole neighborhood, all day long',
  });
  await using hub = test;
  await rsvp(hub, event, {});
  const [parsed] = await deliveredMails(hub);
  const [file = ''] = readdirSync(join(hub.folder, 'outbox'));
  const mail = readFileSync(join(hub.folder, 'outbox', file), 'utf8');
  assert.equal(subjectOf(mail), parsed?.subject);
  assert.equal(textOf(mail).trim(), parsed?.text?.trim());
});
