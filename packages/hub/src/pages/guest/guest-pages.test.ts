import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, type Event } from '@huddlekit/contract';
import { deliveredMails, linkIn } from '../../mail/mail.test-helper.ts';
import {
  addEvent,
  newKey,
  rsvpTo,
  startTestHub,
  type TestHub,
  type TestHubOptions,
} from '../../server/test-hub.test-helper.ts';
import type { AttendanceRow } from '../../storage/schema.ts';
import { registerPages } from '../pages.ts';

const start = Date.parse('2026-11-23T13:00:00Z');
const hour = 3_600_000;

function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  return startTestHub({ now: () => start, pages: registerPages, ...options });
}

interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A page as a browser gets it; a form is sent as a browser sends one of our own. */
async function visit(
  url: string,
  form?: Readonly<Record<string, string>>,
  site = 'same-origin',
): Promise<Page> {
  const sent = form && { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { ...(form && { 'sec-fetch-site': site }) },
    ...sent,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function keyIn({ text }: Page): string {
  return /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

async function rows({ hub }: TestHub): Promise<AttendanceRow[]> {
  return hub.storage.read.selectFrom('attendances').selectAll().orderBy('position').execute();
}

const maribel = { givenName: 'Maribel', email: 'maribel@example.org', guests: '1' };

/** Sends the form without script. */
async function sendForm(
  { url }: TestHub,
  event: Event,
  values: Readonly<Record<string, string>>,
  query = '',
): Promise<Page> {
  const page = `${url}/e/${event.id}/rsvp${query}`;
  return visit(page, { key: keyIn(await visit(page)), ...values });
}

/** The page behind the link of the newest mail. */
async function mailedPage(server: TestHub): Promise<string> {
  const link = new URL(linkIn((await deliveredMails(server)).at(-1), 'manage'));
  return `${server.url}${link.pathname}`;
}

void test('without script: a form, a mail, a button, and only then a seat', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'potluck', { capacity: 5, guestsPerRsvp: 3 });
  const own = await visit(`${server.url}/e/${event.id}?invitedBy=abc&utm_source=union&partner=lakefront`);
  const link = /href="([^"]+\/rsvp\?[^"]+)"/.exec(own.text)?.[1]?.replaceAll('&#38;', '&') ?? '';
  const form = await visit(server.url + link);
  assert.equal(form.status, 200);
  assert.equal(form.headers.get('cache-control'), 'no-store');
  const sent = await visit(server.url + link, { ...maribel, key: keyIn(form) });
  assert.match(sent.text, /Now check your mail/);
  const [row] = await rows(server);
  assert.equal(row?.status, 'unconfirmed');
  assert.equal(row.holdsSeats, 0);
  assert.deepEqual(JSON.parse(row.referrerJson), {
    partner: 'lakefront',
    utmSource: 'union',
    invitedBy: 'abc',
  });

  const manage = await mailedPage(server);
  const asked = await visit(manage);
  assert.match(asked.text, /Yes, I’m coming/);
  assert.equal(
    (await rows(server))[0]?.status,
    'unconfirmed',
    'a mail scanner that opens the link confirms nothing',
  );
  assert.equal((await visit(manage, { act: 'confirm' }, 'cross-site')).status, 403);
  assert.equal((await visit(manage, { act: 'confirm' })).status, 303);
  const [confirmed] = await rows(server);
  assert.equal(confirmed?.status, 'confirmed');
  const slot = await server.hub.storage.read
    .selectFrom('timeslots')
    .select('taken')
    .executeTakeFirstOrThrow();
  assert.equal(slot.taken, 2);
  const after = await visit(manage);
  assert.match(after.text, /You’re coming/);
  assert.match(after.text, /calendar\.google\.com/);
  assert.doesNotMatch(after.text, /Yes, I’m coming/);
});

void test('a form sent twice signs up once, and another form under its key is asked for again', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'twice', { guestsPerRsvp: 3 });
  const page = `${server.url}/e/${event.id}/rsvp`;
  const key = keyIn(await visit(page));
  await visit(page, { ...maribel, key });
  assert.match((await visit(page, { ...maribel, key })).text, /Now check your mail/);
  const other = await visit(page, { ...maribel, key, guests: '2' });
  assert.equal(other.status, 422);
  assert.match(other.text, /value="2"/);
  assert.notEqual(keyIn(other), key);
  assert.equal((await rows(server)).length, 1);
});

void test('a known mailbox gets the answer of an unknown one', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'known', { guestsPerRsvp: 3 });
  const first = await sendForm(server, event, maribel);
  const second = await sendForm(server, event, maribel);
  assert.equal(second.text, first.text);
  assert.equal(second.status, first.status);
});

void test('a wrong form keeps everything and says each repair; a foreign one and a robot’s change nothing', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'wrong', { guestsPerRsvp: 3 });
  const wrong = {
    givenName: '',
    email: 'maribel',
    phone: '312 555 0142',
    guests: '9',
    accessNeeds: 'A ramp',
  };
  const page = await sendForm(server, event, wrong);
  assert.equal(page.status, 422);
  for (const name of ['givenName', 'email', 'guests']) assert.ok(page.text.includes(`href="#${name}"`), name);
  for (const kept of ['value="maribel"', 'value="312 555 0142"', 'value="9"', 'A ramp'])
    assert.ok(page.text.includes(kept), kept);
  const foreign = await visit(`${server.url}/e/${event.id}/rsvp`, maribel, 'cross-site');
  assert.equal(foreign.status, 403);
  const madeUp = await sendForm(server, event, { ...wrong, email: 'm@example.org' }, '?invitedBy=%3Cb%3E');
  assert.match(madeUp.text, /Enter your first name/);
  assert.equal((await sendForm(server, event, maribel, '?invitedBy=%3Cb%3E')).status, 200);
  assert.equal((await rows(server)).length, 1, 'a broken credit keeps nobody out');
  const robot = await sendForm(server, event, { ...maribel, website: 'https://spam.example' });
  assert.match(robot.text, /Now check your mail/);
  assert.equal((await rows(server)).length, 1);
});

void test('a network that sends many forms waits, with its form kept', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'flood', { guestsPerRsvp: 3 });
  const page = `${server.url}/e/${event.id}/rsvp`;
  for (let sent = 0; sent < 60; sent++) assert.equal((await visit(page, { givenName: '' })).status, 422);
  const last = await visit(page, maribel);
  assert.equal(last.status, 429);
  assert.ok(Number(last.headers.get('retry-after')) >= 60);
  assert.match(last.text, /value="Maribel"/);
});

void test('the link of the answer can’t confirm and is told to look into the mail', async () => {
  let now = start;
  await using server = await startHub({ now: () => now });
  const event = await addEvent(server.hub, 'early', { guestsPerRsvp: 3 });
  await sendForm(server, event, maribel);
  const [row] = await rows(server);
  const page = `${server.url}/manage/${server.hub.tokens.sign('attendance', row?.id ?? '', 1)}`;
  const { text } = await visit(page);
  assert.doesNotMatch(text, /value="confirm"/);
  assert.match(text, /Open the link in our e-mail/);
  assert.equal((await visit(page, { act: 'confirm' })).status, 404);
  assert.equal((await rows(server))[0]?.status, 'unconfirmed');

  const mailed = await mailedPage(server);
  now += 25 * hour;
  assert.match((await visit(mailed)).text, /time to say yes has passed/);
  assert.equal((await visit(mailed, { act: 'confirm' })).status, 303);
  assert.equal((await rows(server))[0]?.status, 'cancelled');
  assert.match((await visit(mailed)).text, /time to say yes has passed/, 'and not that it was given back');
});

void test('a day without clock times is open until it ends, a time without an end for two hours', async () => {
  let now = start;
  await using server = await startHub({ now: () => now });
  const startDate = '2026-11-28T06:00:00Z';
  const timeslots = [{ startDate, endDate: null, allDay: true, capacity: null }];
  const day = await addEvent(server.hub, 'day', { timeslots });
  const timed = await addEvent(server.hub, 'timed', {
    timeslots: [{ startDate, endDate: null, allDay: false, capacity: null }],
  });
  const isOpen = async (event: Event): Promise<boolean[]> => {
    const page = await visit(`${server.url}/e/${event.id}`);
    const form = await visit(`${server.url}/e/${event.id}/rsvp`);
    return [!page.text.includes('This event is over'), form.status === 200];
  };
  now = Date.parse(startDate) + hour;
  assert.deepEqual(await Promise.all([day, timed].map(isOpen)), [
    [true, true],
    [true, true],
  ]);
  now += 2 * hour;
  assert.deepEqual(await Promise.all([day, timed].map(isOpen)), [
    [true, true],
    [false, false],
  ]);
  await sendForm(server, day, maribel);
  const manage = await mailedPage(server);
  await visit(manage, { act: 'confirm' });
  assert.match((await visit(manage)).text, /You’re coming/);
  now += 22 * hour;
  assert.match((await visit(manage)).text, /This is over/);
});

void test('a party that is larger than all seats reads how many may come', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'five', { capacity: 5, guestsPerRsvp: 5 });
  const many = { ...maribel, guests: '5' };
  const page = await sendForm(server, event, many);
  assert.equal(page.status, 422);
  assert.match(page.text, /Give a whole number from 0 to 4/);
  assert.match((await sendForm(server, event, many, '?lang=es')).text, /Da un número entero de 0 a 4/);
  assert.equal((await rows(server)).length, 0);
});

void test('a guest changes what they gave; what doesn’t fit stays in the form', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'change', { capacity: 4, guestsPerRsvp: 5 });
  await sendForm(server, event, maribel);
  const manage = await mailedPage(server);
  await visit(manage, { act: 'confirm' });
  const ada = AttendanceInput.parse(rsvpTo(event, 'ada@example.org'));
  await server.hub.attendances.create(event.id, ada, newKey());
  const form = await visit(`${manage}/change`);
  assert.match(form.text, /value="Maribel"/);
  const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? '';
  const typed = { version, givenName: 'Mari', phone: '312 555 0142', guests: '2', accessNeeds: 'A ramp' };
  const never = await visit(`${manage}/change`, { ...typed, guests: '4' });
  assert.equal(never.status, 422);
  assert.match(never.text, /Give a whole number from 0 to 3/);
  const tooMany = await visit(`${manage}/change`, { ...typed, guests: '3' });
  assert.equal(tooMany.status, 422);
  assert.match(tooMany.text, /no place for more guests/);
  assert.match(tooMany.text, /value="Mari"/);
  assert.equal((await visit(`${manage}/change`, { ...typed, phone: 'call me' })).status, 422);
  assert.equal((await visit(`${manage}/change`, typed)).status, 303);
  const [row] = await rows(server);
  const found = await server.hub.attendances.find(row?.id ?? '');
  assert.equal(found?.person.givenName, 'Mari');
  assert.equal(found.person.phone, '312 555 0142');
  assert.equal(found.row.guests, 2);
  const late = await visit(`${manage}/change`, { ...typed, givenName: 'Maribel' });
  assert.equal(late.status, 409);
  assert.match(late.text, /changed meanwhile/);
  assert.match(late.text, /value="Maribel"/);
  assert.equal((await visit(manage, { act: 'cancel' })).status, 303);
  assert.equal((await visit(`${manage}/change`)).status, 303);
  assert.match((await visit(manage)).text, /You gave your place back/);
});

void test('friends who come through the link are counted, once each, and not oneself', async () => {
  await using server = await startHub();
  const event = await addEvent(server.hub, 'friends', { guestsPerRsvp: 3 });
  await sendForm(server, event, maribel);
  const manage = await mailedPage(server);
  await visit(manage, { act: 'confirm' });
  const [row] = await rows(server);
  const query = `?invitedBy=${row?.inviteCode ?? ''}`;
  assert.doesNotMatch((await visit(manage)).text, /came through you/);
  for (const name of ['ada', 'walt', 'olga'])
    await sendForm(server, event, { givenName: name, email: `${name}@example.org` }, query);
  for (const { id } of (await rows(server)).slice(1, 3)) await server.hub.attendances.confirm(id);
  assert.match((await visit(manage)).text, /2 friends came through you/);
  assert.match((await visit(`${manage}?lang=es`)).text, /2 personas vinieron gracias a ti/);
});

void test('who may write is shown, and taken back with one tick', async () => {
  const organizations = [
    { id: 'lakefront', name: 'Lakefront Neighbors', asks: ['email', 'sms'] },
    { id: 'prairie', name: 'Prairie Table', asks: ['email'] },
  ];
  const campaign = { slug: 'c', title: 'C', summary: '', organizer: { name: 'O' }, organizations };
  await using server = await startHub({ campaign });
  const event = await addEvent(server.hub, 'consent', { guestsPerRsvp: 3 });
  const form = await visit(`${server.url}/e/${event.id}/rsvp`);
  assert.doesNotMatch(form.text, / checked/, 'nothing is ticked beforehand');
  await sendForm(server, event, { ...maribel, 'organization-lakefront': 'yes' });
  const manage = await mailedPage(server);
  await visit(manage, { act: 'confirm' });
  assert.match((await visit(manage)).text, /May write to you: Lakefront Neighbors\./);
  const change = await visit(`${manage}/change`);
  assert.match(change.text, /name="organization-lakefront"\s+value="yes"\s+checked/);
  const version = /name="version" value="(\d+)"/.exec(change.text)?.[1] ?? '';
  const sent = await visit(`${manage}/change`, { version, 'organization-prairie': 'yes' });
  assert.equal(sent.status, 303);
  assert.match((await visit(manage)).text, /May write to you: Prairie Table\./);
  const [row] = await rows(server);
  assert.match(row?.consentJson ?? '', /"version"/);
  assert.equal(row?.guests, 1, 'what wasn’t sent stays');
});
