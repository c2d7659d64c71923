import assert from 'node:assert/strict';
import { readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Event, EventInput } from '@huddlekit/contract';
import { peopleTakingPart } from './counted.ts';
import { deleteMailFiles } from './forget-mails.ts';
import { deliveredMails } from '../mail/mail.test-helper.ts';
import { createTransport } from '../mail/transport.ts';
import { setStanding } from '../review/standing.ts';
import { post, publishEvent, rsvpTo, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';

const day = 86_400_000;

async function published(server: TestHub, changes: Partial<EventInput> = {}): Promise<Event> {
  const event = await server.hub.events.get(await publishEvent(server, changes));
  assert.ok(event);
  return event;
}

async function rsvp({ url }: TestHub, event: Event, email: string, changes: object = {}): Promise<void> {
  const answer = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email, changes));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
}

function overAt({ timeslots }: Event): number {
  return Math.max(...timeslots.map(({ startDate, endDate }) => Date.parse(endDate ?? startDate)));
}

/** Names of the files of a data folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text))
    .map(({ name }) => name);
}

test('guests are erased a month after the event, and the count goes on', async () => {
  let now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  const event = await published(server);
  await rsvp(server, event, 'ana@example.org', { guests: 1 });
  await rsvp(server, event, 'ben@example.org');
  const count = (): Promise<number> => peopleTakingPart(hub.storage.read);
  const rows = async (): Promise<number> =>
    (await hub.storage.read.selectFrom('attendances').select('id').execute()).length;
  assert.equal(await count(), 3);

  now = overAt(event) + 29 * day;
  assert.equal(await hub.people.forget(), 0);
  now = overAt(event) + 31 * day;
  assert.equal(await hub.people.forget(), 2);
  assert.equal(await rows(), 0);
  assert.equal(await count(), 3, 'they took part');

  // Who comes to something else is still one person.
  const next = await published(server);
  await rsvp(server, next, 'Ana@example.org');
  assert.equal(await count(), 3);

  await hub.people.closeCampaign();
  assert.equal((await hub.storage.read.selectFrom('countedPeople').selectAll().execute()).length, 0);
});

test('erasing a person leaves nothing of them and a number', async () => {
  await using server = await startTestHub();
  const { hub, folder } = server;
  const event = await published(server, { capacity: 1 });
  const person = {
    givenName: 'Maribelinda',
    familyName: 'Okaforescu',
    email: 'maribelinda@okaforescu.example',
  };
  await rsvp(server, event, '', { person });
  await rsvp(server, event, 'ben@example.org');

  await deliveredMails(server);
  const { sealed } = await hub.storage.read
    .selectFrom('attendances')
    .select('sealed')
    .orderBy('position')
    .executeTakeFirstOrThrow();
  assert.ok(filesWith(folder, sealed).length > 0, 'it is found while it is there');
  assert.equal(filesWith(folder, person.email).length, 1, 'in a mail that was written as a file');
  const copy = JSON.stringify(await hub.people.copy('Maribelinda@okaforescu.example'));
  for (const text of ['Okaforescu', event.id, 'attendance-confirmed']) assert.ok(copy.includes(text), text);

  assert.deepEqual(await hub.people.erase('maribelinda@okaforescu.example'), {
    state: 'done',
    attendances: 1,
    hosted: 0,
  });
  const after = await hub.people.copy('maribelinda@okaforescu.example');
  assert.deepEqual([after.attendances, after.mails, after.hosting], [[], [], []]);
  assert.ok((await peopleTakingPart(hub.storage.read)) >= 1);
  const emailHash = hub.vault.hash('email', person.email);
  const backup = new DatabaseSync(join(folder, 'hub.sqlite'));
  backup.exec(`vacuum into '${join(folder, 'backup.sqlite')}'`);
  backup.close();
  for (const trace of [emailHash, sealed, person.email])
    assert.deepEqual(filesWith(folder, trace), [], 'it is in no file and no backup');
});

test('a month after it went out, nothing of a mail is left', async () => {
  let now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  await rsvp(server, await published(server), 'ana@example.org');
  await deliveredMails(server);
  const mails = async (): Promise<number> =>
    (await hub.storage.read.selectFrom('outbox').select('id').execute()).length;
  const before = await mails();
  assert.ok(before > 0);
  await hub.people.forget();
  assert.equal(await mails(), before);
  now += 31 * day;
  await hub.people.forget();
  assert.equal(await mails(), 0);
});

test('who hosts what is ahead isn’t erased before it is cancelled', async () => {
  await using server = await startTestHub();
  const event = await published(server);
  const refused = await server.hub.people.erase('rosa@zimmerquist.example');
  assert.deepEqual(refused, { state: 'hostsUpcoming', eventIds: [event.id] });
  await server.hub.events.cancel(event.id, 'moderator');
  assert.equal((await server.hub.people.erase('Rosa@zimmerquist.example')).state, 'done');
  assert.equal((await server.hub.events.get(event.id))?.hostName, null);
});

test('who may sign in to the review isn’t erased before that is taken back', async () => {
  await using server = await startTestHub();
  const { people, review } = server.hub;
  await review.moderators.add('mo@example.org');
  assert.deepEqual(await people.erase('Mo@example.org'), { state: 'moderates' });
  assert.equal((await people.copy('mo@example.org')).isModerator, true);
  await review.moderators.requestLink('mo@example.org', 'en');
  await review.moderators.remove('mo@example.org');
  assert.equal((await people.erase('mo@example.org')).state, 'done');
  const links = await server.hub.storage.read.selectFrom('signInLinks').selectAll().execute();
  assert.deepEqual(links, []);
});

test('that a host was trusted goes with them, that one was blocked stays', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  for (const standing of ['trusted', 'blocked'] as const) {
    const email = `${standing}@example.org`;
    const event = await published(server, { host: { givenName: 'Rosa', email } });
    await hub.storage.write((transaction) => setStanding(transaction, event.id, standing, hub.now()));
    await hub.events.cancel(event.id, 'moderator');
    assert.equal((await hub.people.erase(email)).state, 'done');
  }
  const left = await hub.storage.read.selectFrom('hostStandings').select(['emailHash', 'standing']).execute();
  assert.deepEqual(left, [
    { emailHash: hub.vault.hash('email', 'blocked@example.org'), standing: 'blocked' },
  ]);
});

test('a mail that was written as a file is found however it spells its mailbox, half-written too', async () => {
  await using server = await startTestHub();
  const { folder } = server;
  const outbox = join(folder, 'outbox');
  const mailboxes = ['ana@bücher.example', 'josé@example.org', 'Ana+x@Example.org', 'ana.@example.org'];
  const transport = createTransport({ smtpUrl: undefined, dataFolder: folder });
  const send = (address: string): Promise<void> =>
    transport.send({
      messageId: `<${address}>`,
      from: { name: 'Hub', address: 'hub@example.org' },
      to: { name: 'Ana, “B”', address },
      subject: 'Soup',
      text: 'Soup',
      html: 'Soup',
      calendars: [],
      unsubscribeUrl: undefined,
    });
  for (const mailbox of mailboxes) {
    await send(mailbox);
    assert.equal(await deleteMailFiles(folder, mailbox), 1, mailbox);
  }
  await send('ana@example.org');
  const [name = ''] = readdirSync(outbox);
  renameSync(join(outbox, name), join(outbox, name.replace('.eml', '.new')));
  assert.equal(await deleteMailFiles(folder, 'bea@example.org'), 0);
  assert.equal(await deleteMailFiles(folder, 'ana@example.org'), 1);
  assert.deepEqual(readdirSync(outbox), []);
});

test('an organization and the host get what they asked for and nothing more', async () => {
  const organizations = [
    { id: 'letters', name: 'Letters', asks: ['email'] },
    { id: 'texts', name: 'Texts', asks: ['sms'] },
  ];
  const campaign = { slug: 'c', title: 'C', summary: '', organizer: { name: 'O' }, organizations };
  await using server = await startTestHub({ campaign });
  const { hub } = server;
  const event = await published(server);
  const [email, phone, postalCode, accessNeeds] = ['ana@example.org', '312 555 0142', '60647', 'A ramp'];
  await rsvp(server, event, email, {
    person: { givenName: 'Ana', email, phone, postalCode },
    accessNeeds,
    consent: { email: true, sms: true, organizations: ['host', 'letters', 'texts'] },
  });
  const told = async (organization?: string): Promise<string[]> => {
    const table = await hub.people.table({ organization }, 'operator');
    return [email, phone, postalCode, accessNeeds, 'letters', 'texts'].filter((part) => table.includes(part));
  };
  assert.deepEqual(await told(), [email, phone, postalCode, accessNeeds, 'letters', 'texts']);
  assert.deepEqual(await told('letters'), [email, 'letters']);
  assert.deepEqual(await told('texts'), [phone, 'texts']);
  assert.deepEqual(await told('host'), [email]);
  assert.deepEqual(await told('gone'), []);
  const [guest] = await hub.hosting.guests(event.id);
  assert.ok(guest);
  assert.equal(guest.email, email);
  assert.ok(!JSON.stringify(guest).includes(phone), 'the host asks for no phone');
});

test('an ally gets numbers without people, moderators get people, and no cell is a formula', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const event = await published(server);
  await rsvp(server, event, 'ana@example.org', {
    guests: 2,
    referrer: { partner: '=cmd()', utmSource: 'mail', invitedBy: 'abc' },
    person: { givenName: '@SUM(1)', email: 'ana@example.org' },
    consent: { email: true, organizations: ['host'] },
  });
  await rsvp(server, event, 'ben@example.org');
  const numbers = await hub.people.credit({ partner: '=cmd()' });
  const [head, line, ...rest] = numbers.trimEnd().split('\r\n');
  assert.match(head ?? '', /^day,event_id,partner/);
  assert.match(line ?? '', new RegExp(`^\\d{4}-\\d\\d-\\d\\d,'?${event.id},'=cmd\\(\\),mail,,,1,3,1,0$`));
  assert.deepEqual(rest, []);
  assert.ok(!numbers.includes('ana@'));

  const people = await hub.people.table({ eventId: event.id }, 'operator');
  assert.match(people, /,'@SUM\(1\),/);
  assert.match(people, /ben@example\.org/);
  assert.ok(!(await hub.people.table({ organization: 'host' }, 'operator')).includes('ben@'));
  const acts = await hub.storage.read
    .selectFrom('audit')
    .select('subject')
    .where('act', '=', 'export-attendances')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    acts.map(({ subject }) => subject),
    [`${event.id}:2`, 'all:1'],
  );
});
