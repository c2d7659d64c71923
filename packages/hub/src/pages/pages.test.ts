import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput, EventInput, type Event } from '@huddlekit/contract';
import { deliveredMails, linkIn } from '../mail/mail.test-helper.ts';
import {
  addEvent,
  homeEvent,
  newKey,
  rsvpTo,
  startTestHub,
  type TestHub,
  type TestHubOptions,
} from '../server/test-hub.test-helper.ts';
import { registerPages } from './pages.ts';

const now = Date.parse('2026-11-23T13:00:00Z');
const day = 86_400_000;
const street = /Quillfeather/;
const home = {
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
} satisfies Event['location'];

function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  return startTestHub({ now: () => now, pages: registerPages, ...options });
}

/** A page as a browser gets it; a form is sent as a browser sends one of our own. */
async function visit(
  url: string,
  { form, headers = {} }: { form?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { ...(form && { 'sec-fetch-site': 'same-origin' }), ...headers },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function comeTo({ hub }: TestHub, event: Event, email: string): Promise<string> {
  const receipt = await hub.attendances.create(
    event.id,
    AttendanceInput.parse(rsvpTo(event, email)),
    newKey(),
  );
  return receipt.manageUrl;
}

/** The same path on the port that the test listens on. */
function here({ url }: TestHub, link: string): string {
  const { pathname, search } = new URL(link);
  return `${url}${pathname}${search}`;
}

void test('what a host typed stays text on the event’s page, in its data for search engines too', async () => {
  await using hub = await startHub();
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
  const event = await addEvent(hub.hub, 'hostile', {
    title: hostile,
    summary: hostile,
    description: `${hostile}\n\n[click](javascript:alert(1)) ![](https://evil.example/x.png) [fine](https://example.org/)`,
    hostName: hostile,
    sponsor: { id: null, name: hostile, url: 'javascript:alert(1)' },
    accessibility: { wheelchair: true, asl: null, captions: null, notes: hostile },
  });
  const { status, text } = await visit(`${hub.url}/e/${event.id}`);
  assert.equal(status, 200);
  assert.equal(text.match(/<script/g)?.length, 2);
  assert.doesNotMatch(text, /<img/);
  assert.doesNotMatch(text, /href="javascript:/);
  assert.match(text, /href="https:\/\/example\.org\/"/);
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  const [data] = JSON.parse(json) as [{ name: string }];
  assert.equal(data.name, hostile);
});

void test('each page has a policy that lets nothing in, and only the host form may be framed', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one');
  for (const path of [
    '/',
    `/e/${event.id}`,
    '/host',
    '/privacy',
    '/guides/safety',
    '/nothing-here',
    '/manage/x',
  ]) {
    const { headers, text } = await visit(`${hub.url}${path}`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self';/, path);
    assert.doesNotMatch(policy, /unsafe/);
    const framed = path === '/host' ? /frame-ancestors \*$/ : /frame-ancestors 'none'$/;
    assert.match(policy, framed, path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=/, path);
  }
});

void test('an event’s page works without script: when with its zone, where, calendar, data', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one', { title: 'Potluck', hostName: 'Ruth' });
  const { text, headers } = await visit(`${hub.url}/e/${event.id}`, { headers: { 'accept-language': 'en' } });
  assert.equal(headers.get('content-language'), 'en');
  for (const part of [
    '<html lang="en">',
    'Monday, November 30, 2026',
    '7 – 9 a.m. Central Time (CST)',
    'Union Hall',
    '1 Main Street, Chicago, IL 60647',
    `/v1/events/${event.id}/calendar.ics`,
    'Hosted by Ruth',
    `<huddle-rsvp event="${event.id}">`,
  ]) {
    assert.ok(text.includes(part), part);
  }
});

void test('the language is the one asked for, else the browser’s', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one');
  const page = `${hub.url}/e/${event.id}`;
  const spanish = await visit(page, { headers: { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' } });
  assert.match(spanish.text, /<html lang="es">/);
  assert.match(spanish.text, /Lunes, 30 de noviembre de 2026/);
  assert.match(spanish.headers.get('vary') ?? '', /accept-language/i);
  const english = await visit(`${page}?lang=en`, { headers: { 'accept-language': 'es' } });
  assert.match(english.text, /<html lang="en">/);
});

void test('past and cancelled events say so and take nobody in; what isn’t there is a page with 404', async () => {
  await using hub = await startHub();
  const past = await addEvent(hub.hub, 'past', {
    timeslots: [{ startDate: '2026-11-01T18:00:00Z', endDate: null, allDay: false, capacity: null }],
  });
  const off = await addEvent(hub.hub, 'off');
  await hub.hub.events.cancel(off.id, 'test');
  const [over, cancelled] = await Promise.all([past, off].map(({ id }) => visit(`${hub.url}/e/${id}`)));
  assert.match(over?.text ?? '', /This event is over/);
  assert.match(cancelled?.text ?? '', /This event was cancelled/);
  for (const page of [over, cancelled]) assert.doesNotMatch(page?.text ?? '', /huddle-rsvp/);
  for (const path of [
    '/e/AAAAAAAAAAAAAAAAAAAAAA',
    '/e/x',
    '/i/nobody',
    '/manage/x',
    '/verify/x',
    '/guides/x',
  ]) {
    const { status, text } = await visit(`${hub.url}${path}`);
    assert.equal(status, 404, path);
    assert.match(text, /There is nothing here/);
  }
});

void test('a wrong address is a page to a reader and a problem to a program', async () => {
  await using hub = await startHub();
  const reader = await visit(`${hub.url}/no/such/page`, { headers: { accept: 'text/html,*/*;q=0.8' } });
  assert.equal(reader.status, 404);
  assert.match(reader.text, /There is nothing here/);
  const program = await visit(`${hub.url}/no/such/page`);
  assert.equal(program.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  const wrongMethod = await visit(`${hub.url}/v1/events/AAAAAAAAAAAAAAAAAAAAAA/attendances`, {
    headers: { accept: 'text/html' },
  });
  assert.equal(wrongMethod.status, 405);
});

void test('the front page finds events by ZIP and by place without script', async () => {
  await using hub = await startHub();
  await addEvent(hub.hub, 'near', { title: 'Near Logan Square' });
  await addEvent(hub.hub, 'far', {
    title: 'Far away in Boise',
    location: {
      ...home,
      kind: 'community',
      locality: 'Boise',
      region: 'ID',
      postalCode: '83702',
      latitude: 43.6,
      longitude: -116.2,
    },
    timeslots: [{ startDate: '2026-11-24T18:00:00Z', endDate: null, allDay: false, capacity: null }],
  });
  const soonest = await visit(`${hub.url}/`);
  assert.ok(soonest.text.indexOf('Far away') < soonest.text.indexOf('Near Logan'));
  for (const q of ['60647', 'Chicago, IL']) {
    const { text } = await visit(`${hub.url}/?q=${encodeURIComponent(q)}`);
    const list = text.slice(text.indexOf('<ul class="events">'));
    assert.ok(list.indexOf('Near Logan') < list.indexOf('Far away'), q);
  }
  const unknown = await visit(`${hub.url}/?q=${encodeURIComponent('"><script>x')}`);
  assert.match(unknown.text, /We don’t know a place/);
  assert.doesNotMatch(unknown.text, /<script>x/);
});

void test('the address of a home: never by the link of the answer, by the mailed link from the day before', async () => {
  let clock = now;
  await using hub = await startHub({ now: () => clock });
  const event = await addEvent(hub.hub, 'home', { location: home });
  const answered = here(hub, await comeTo(hub, event, 'ann@example.org'));
  const [mail] = await deliveredMails(hub);
  const mailed = here(hub, linkIn(mail, 'manage'));

  const early = await visit(mailed);
  assert.equal(early.headers.get('cache-control'), 'no-store');
  assert.equal(early.headers.get('x-robots-tag'), 'noindex');
  assert.match(early.text, /Shown here from Sunday, November 29, 2026, 7 a\.m\. CST/);
  assert.doesNotMatch(early.text, street);

  clock = now + 6.5 * day;
  assert.match((await visit(mailed)).text, street);
  const own = await visit(answered);
  assert.match(own.text, /You’re coming/);
  for (const { text } of [own, await visit(`${hub.url}/e/${event.id}`), await visit(`${hub.url}/?q=60647`)]) {
    assert.doesNotMatch(text, street);
  }
});

void test('a scanner that follows links changes nothing; the button of our own page does', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one', { title: 'Potluck' });
  const page = here(hub, await comeTo(hub, event, 'ann@example.org'));
  const status = async (): Promise<string | undefined> =>
    (await hub.hub.storage.read.selectFrom('attendances').select('status').executeTakeFirst())?.status;

  await visit(page);
  await fetch(page, { method: 'HEAD' });
  assert.equal(await status(), 'confirmed');

  const form = { act: 'cancel' };
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }]) {
    assert.equal((await visit(page, { form, headers })).status, 403);
  }
  assert.equal((await visit(page, { form: { act: 'other' } })).status, 404);
  assert.equal(await status(), 'confirmed');

  const sent = await visit(page, { form });
  assert.equal(sent.status, 303);
  assert.equal(await status(), 'cancelled');
  assert.match((await visit(page)).text, /You gave your place back/);
});

void test('a browser that doesn’t say where a form comes from is asked for its origin', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one');
  const page = here(hub, await comeTo(hub, event, 'ann@example.org'));
  const send = (origin: string) =>
    fetch(page, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams({ act: 'cancel' }),
    });
  assert.equal((await send('https://evil.example')).status, 403);
  assert.equal((await send(hub.hub.settings.baseUrl)).status, 303);
});

void test('a host confirms by a button, sees the true address and the counts, and can cancel', async () => {
  await using hub = await startHub();
  const { id } = await hub.hub.events.submit(EventInput.parse(homeEvent(now)), newKey());
  const verifiedAt = async (): Promise<number | null | undefined> =>
    (
      await hub.hub.storage.read
        .selectFrom('events')
        .select('verifiedAt')
        .where('id', '=', id)
        .executeTakeFirst()
    )?.verifiedAt;
  const [verification] = await deliveredMails(hub);
  const page = here(hub, linkIn(verification, 'verify'));

  assert.match((await visit(page)).text, /Kitchen-table huddle/);
  assert.equal(await verifiedAt(), null);
  assert.match((await visit(page, { form: { act: 'verify' } })).text, /A person reads it next/);
  assert.equal(await verifiedAt(), now);

  assert.equal((await visit(`${hub.url}/e/${id}`)).status, 404);
  await hub.hub.events.approve(id, 'test');
  const mails = await deliveredMails(hub);
  const own = here(
    hub,
    linkIn(
      mails.find(({ subject }) => subject?.startsWith('On the map')),
      'manage',
    ),
  );
  const shown = await visit(own);
  assert.match(shown.text, street);
  assert.match(shown.text, /It is public/);
  assert.match(shown.text, /0 people with 0 guests/);
  const seen = await visit(`${hub.url}/e/${id}`);
  assert.equal(seen.status, 200);
  assert.doesNotMatch(seen.text, /Quillfeather|Zimmerquist/);

  assert.equal((await visit(own, { form: { act: 'cancel' } })).status, 404, 'not by one press');
  assert.equal((await visit(`${own}/cancel`, { form: { act: 'cancel' } })).status, 303);
  assert.match((await visit(own)).text, /It is cancelled/);
});

void test('an invitation leads to the event and names its code', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one');
  await comeTo(hub, event, 'ann@example.org');
  const [mail] = await deliveredMails(hub);
  const code = /\/i\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const { status, headers } = await visit(`${hub.url}/i/${code}`);
  assert.equal(status, 303);
  assert.equal(headers.get('location'), `/e/${event.id}?invitedBy=${code}`);
});

void test('mails of a trial are read on this machine only, and not at all once the hub has an address', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'one', { title: 'Potluck – soup' });
  await comeTo(hub, event, 'ann@example.org');
  await deliveredMails(hub);
  const { port } = new URL(hub.url);
  const list = await visit(`http://localhost:${port}/outbox`);
  assert.match(list.text, /You’re coming: Potluck – soup/);
  assert.equal(list.headers.get('x-robots-tag'), 'noindex');
  const file = /href="(\/outbox\/[^"?]+\.eml)/.exec(list.text)?.[1] ?? '';
  const mail = await visit(`http://localhost:${port}${file}`);
  assert.match(mail.text, /<a class="link-text" href="http:\/\/localhost:\d+\/manage\//);
  assert.equal((await visit(`http://localhost:${port}/outbox/..%2fkeys.json`)).status, 404);

  await using open = await startHub({ environment: { HUDDLEKIT_BASE_URL: 'https://hub.example.org' } });
  assert.equal((await visit(`${open.url}/outbox`)).status, 404);
});

void test('the style sheet has a name of its own and stays', async () => {
  await using hub = await startHub();
  const { text } = await visit(`${hub.url}/`);
  const path = /href="(\/assets\/hub-[\w-]{10}\.css)"/.exec(text)?.[1] ?? '';
  const sheet = await visit(`${hub.url}${path}`);
  assert.match(sheet.headers.get('cache-control') ?? '', /immutable/);
  assert.doesNotMatch(sheet.text, /\drem\b/);
  assert.doesNotMatch(sheet.text, /(margin|padding|border)-(left|right)/);
});

void test('an event is told to search engines a time at a time, without a home’s street', async () => {
  await using hub = await startHub();
  const event = await addEvent(hub.hub, 'two', {
    location: home,
    hostName: 'Ruth',
    timeslots: [
      { startDate: '2026-11-28T16:30:00Z', endDate: '2026-11-28T18:00:00Z', allDay: false, capacity: 9 },
      { startDate: '2026-12-01T06:00:00Z', endDate: '2026-12-03T06:00:00Z', allDay: true, capacity: 9 },
    ],
  });
  const { text } = await visit(`${hub.url}/e/${event.id}`);
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  const [first, second] = JSON.parse(json) as Record<string, unknown>[];
  assert.equal(first?.['startDate'], '2026-11-28T16:30:00Z');
  assert.equal(first['remainingAttendeeCapacity'], 9);
  assert.deepEqual([second?.['startDate'], second?.['endDate']], ['2026-12-01', '2026-12-02']);
  assert.doesNotMatch(json, street);
  assert.match(text, /<circle\s+class="area"/);
});
