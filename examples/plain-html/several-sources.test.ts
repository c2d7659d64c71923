import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve, type Served } from '@huddlekit/mocks/node';
import { mobilizeEvents, mobilizeServer, type MobilizeEvent } from '@huddlekit/mocks/platforms';
import { createClient, type Event } from '@huddlekit/sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, openPage } from './test/browser.ts';
import { HubProcess } from './test/hub-process.ts';
import { servePartnerSite, type PartnerSite } from './test/partner-site.ts';

const organizationId = 4242;
const ownTitle = 'Choir practice for the march';

let hub: HubProcess;
let mobilize: Served;
let feed: Served | undefined;
let site: PartnerSite;
let browser: Browser;
/** An event that only Mobilize lists, one that the feed lists too, and one of the hub that the feed lists too. */
let promoted: MobilizeEvent;
let shared: MobilizeEvent;
let hubEvent: Event;

before(async () => {
  hub = await HubProcess.create();
  await hub.start();
  const listed = mobilizeEvents().filter(isListed);
  [promoted, shared] = [listed[0], listed[1]] as [MobilizeEvent, MobilizeEvent];
  hubEvent = await eventOfHub();
  mobilize = await serve(mobilizeServer());
  feed = await serve(() => Promise.resolve(calendar([entryOf(shared), entryOfHub(hubEvent), ownEntry()])));
  const { url } = feed;
  site = await servePartnerSite(hub.url, {
    file: 'several-sources.html',
    sources: [mobilize.url, url],
    change: (page) =>
      page
        .replace('mobilize:4242', `mobilize:${String(organizationId)}@${mobilize.url}/v1`)
        .replace('https://chapters.example.org', url),
  });
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await site.close();
  await feed?.close();
  await mobilize.close();
  await hub.remove();
});

void test('one map shows a hub, Mobilize and a calendar feed, and what two of them list once', async () => {
  const complaints: string[] = [];
  const page = await openPage(browser, site.url, complaints);
  const cards = await allCards(page);

  const [copy, ...copies] = await cardsOf(cards, shared.title);
  assert.ok(copy && copies.length === 0, 'what Mobilize and the feed list is there once');
  assert.match(await textOf(copy), /Listed by Lakefront Neighbors and 127\.0\.0\.1/);
  // The sample has several events of that name.
  const named = await Promise.all((await cardsOf(cards, hubEvent.title)).map(textOf));
  const joined = named.filter((text) => /Listed by this hub and 127\.0\.0\.1/.test(text));
  assert.equal(joined.length, 1, 'what hub and feed list is there once');
  assert.equal(named.length, (await hubEvents(hubEvent.title)).length);
  assert.equal((await cardsOf(cards, ownTitle)).length, 1);

  const [card] = await cardsOf(cards, promoted.title);
  const link = await card?.getByRole('link', { name: /RSVP/ }).getAttribute('href');
  const expected = new URL(promoted.browser_url);
  expected.searchParams.set('utm_source', 'lakefront');
  assert.equal(link, expected.href);

  // Pins and list are told from the same events.
  await page
    .locator('huddle-map')
    .getByRole('button', { name: /^\d+ events near/ })
    .first()
    .waitFor();
  assert.equal(await page.locator('huddle-map').getByText('can’t be shown').count(), 0);
  assert.deepEqual(complaints, []);
  await page.close();
});

void test('a source that is gone leaves the others, and a visitor is told', async () => {
  await feed?.close();
  feed = undefined;
  const page = await openPage(browser, site.url, []);
  const map = page.locator('huddle-map');
  const notice = map.getByRole('status').filter({ hasText: 'can’t be shown right now' });
  await notice.waitFor();
  assert.match(
    await notice.innerText(),
    /Events from 127\.0\.0\.1 can’t be shown right now\. All others are here\./,
  );
  const cards = await allCards(page);
  assert.equal((await cardsOf(cards, promoted.title)).length, 1);
  assert.equal((await cardsOf(cards, hubEvent.title)).length, (await hubEvents(hubEvent.title)).length);
  assert.equal((await cardsOf(cards, ownTitle)).length, 0);
  await page.close();
});

void test('a feed that no other site’s page may read says so by its code', async () => {
  const closed = await serve(() => Promise.resolve(new Response('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')));
  const partner = await servePartnerSite(hub.url, {
    file: 'several-sources.html',
    sources: [closed.url],
    change: (page) => page.replace(/source="[^"]*"/, `source="feed:${closed.url}/calendar.ics"`),
  });
  const page = await openPage(browser, 'about:blank', []);
  await page.addInitScript(() => {
    addEventListener('huddle-error', (event) => {
      document.title = (event as globalThis.Event & { code: string }).code;
    });
  });
  await page.goto(partner.url);
  await page.waitForFunction(() => document.title === 'no_cors');
  await page.locator('huddle-map').getByRole('alert').waitFor();
  await page.close();
  await partner.close();
  await closed.close();
});

/** Listed with a pin, once, for a week ahead, so that it is among what the page shows. */
function isListed({
  visibility,
  approval_status: approval,
  location,
  timeslots,
  sponsor,
  address_visibility,
}: MobilizeEvent): boolean {
  return (
    visibility === 'PUBLIC' &&
    approval === 'APPROVED' &&
    address_visibility === 'PUBLIC' &&
    sponsor.id === organizationId &&
    timeslots.length === 1 &&
    timeslots[0]?.is_full !== true &&
    location?.location?.latitude != null &&
    (timeslots[0]?.start_date ?? 0) * 1_000 > Date.now() + 86_400_000
  );
}

async function eventOfHub(): Promise<Event> {
  for await (const event of createClient({ hub: hub.url }).events.list({ limit: 100 })) {
    const { location, timeslots } = event;
    if (location?.precision === 'exact' && timeslots.length === 1 && timeslots[0]?.allDay === false)
      return event;
  }
  assert.fail('The sample has no event in a public place');
}

async function hubEvents(title: string): Promise<Event[]> {
  const found: Event[] = [];
  for await (const event of createClient({ hub: hub.url }).events.list({ limit: 100 }))
    if (event.title === title) found.push(event);
  return found;
}

/** Shows everything, and answers the cards. */
async function allCards(page: Page): Promise<Locator> {
  const map = page.locator('huddle-map');
  const cards = map.getByRole('list', { name: 'Events' }).getByRole('listitem');
  await cards.first().waitFor();
  const more = map.getByRole('button', { name: 'Show more' });
  // Cards come in slices, and this behind the last one of a page; the hub alone has several pages.
  await more.waitFor();
  while ((await more.count()) > 0) {
    const before = await cards.count();
    await more.click();
    await page.waitForFunction((count) => {
      const root = document.querySelector('huddle-map')?.shadowRoot;
      const isDone = ![...(root?.querySelectorAll('button') ?? [])].some((button) =>
        button.textContent.includes('Show more'),
      );
      return isDone || (root?.querySelectorAll('li.card').length ?? 0) > count;
    }, before);
  }
  return cards;
}

async function cardsOf(cards: Locator, title: string): Promise<Locator[]> {
  return cards.filter({ has: cards.page().getByRole('heading', { name: title, exact: true }) }).all();
}

async function textOf(card: Locator): Promise<string> {
  return (await card.innerText()).replaceAll(/\s+/g, ' ');
}

/** What an entry of a calendar file says. */
interface Entry {
  readonly uid: string;
  readonly title: string;
  readonly start: number;
  readonly place: string;
  readonly latitude: number;
  readonly longitude: number;
}

function entryOf({ id, title, timeslots, location }: MobilizeEvent): Entry {
  const { latitude, longitude } = location?.location ?? {};
  return {
    uid: `copy-${String(id)}`,
    title,
    start: (timeslots[0]?.start_date ?? 0) * 1_000,
    place: [
      location?.venue,
      location?.locality,
      `${location?.region ?? ''} ${location?.postal_code ?? ''}`,
    ].join(', '),
    latitude: latitude ?? 0,
    longitude: longitude ?? 0,
  };
}

function entryOfHub({ id, title, timeslots, location }: Event): Entry {
  return {
    uid: `copy-${id}`,
    title,
    start: Date.parse(timeslots[0]?.startDate ?? ''),
    place: [location?.venue, location?.locality, location?.region].join(', '),
    latitude: location?.latitude ?? 0,
    longitude: location?.longitude ?? 0,
  };
}

function ownEntry(): Entry {
  const start = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3 * 86_400_000;
  return { uid: 'choir', title: ownTitle, start, place: 'Chicago, IL', latitude: 41.9, longitude: -87.65 };
}

function calendar(entries: readonly Entry[]): Response {
  const stamp = (milliseconds: number): string =>
    new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&');
  const lines = entries.flatMap(({ uid, title, start, place, latitude, longitude }) => [
    'BEGIN:VEVENT',
    `UID:${uid}@chapters.example.org`,
    `DTSTAMP:${stamp(Date.now())}`,
    `DTSTART:${stamp(start)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `GEO:${String(latitude)};${String(longitude)}`,
    'END:VEVENT',
  ]);
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chapters//EN',
    'X-WR-TIMEZONE:America/Chicago',
    ...lines,
    'END:VCALENDAR',
    '',
  ];
  return new Response(text.join('\r\n'), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'access-control-allow-origin': '*' },
  });
}
