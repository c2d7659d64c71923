import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  convertPages,
  joinCopies,
  mobilizeEventsUrl,
  nextMobilizePage,
  nextOsdiPage,
} from '@huddlekit/connectors';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { actionNetworkServer, mobilizeServer, type Platform } from './index.ts';

const mobilize = mobilizeServer();
const actionNetwork = actionNetworkServer();
const network = setupServer(
  http.all('https://api.mobilize.us/*', ({ request }) => mobilize(request)),
  http.all('https://actionnetwork.org/api/*', ({ request }) => actionNetwork(request)),
);

before(() => network.listen({ onUnhandledFrame: 'error' }));
after(() => network.close());

void test('both platforms answer at their own addresses', async () => {
  const feed = await fetch('https://api.mobilize.us/v1/organizations/4242/events?timeslot_start=gte_now');
  assert.equal(feed.status, 200);
  const { data, next } = (await feed.json()) as { data: unknown[]; next: string };
  assert.equal(data.length, 25);
  assert.ok(next.startsWith('https://api.mobilize.us/v1/organizations/4242/events?'));
  const events = await fetch('https://actionnetwork.org/api/v2/events', {
    headers: { 'osdi-api-token': 'harbor-key' },
  });
  assert.equal(events.status, 200);
  assert.equal((await fetch('https://actionnetwork.org/api/v2/events')).status, 403);
});

async function pages(
  platform: Platform,
  first: string,
  nextOf: (page: unknown) => string | null,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let url: string | null = first; url !== null; url = nextOf(found.at(-1))) {
    const headers = url.includes('actionnetwork') ? { 'osdi-api-token': 'harbor-key' } : {};
    found.push(await (await platform(new Request(url, { headers }))).json());
  }
  return found;
}

void test('the connectors read both, keep the home private and find the one copy', async () => {
  const url = mobilizeEventsUrl({ organizationId: 1 });
  const own = await convertPages(
    await pages(mobilizeServer({ rateLimit: false }), url, nextMobilizePage),
    'mobilize',
  );
  const home = own.events.find(({ source }) => source.id === '700101');
  assert.deepEqual(
    [home?.location?.kind, home?.location?.venue, home?.location?.latitude],
    ['home', null, null],
  );
  const events = 'https://actionnetwork.org/api/v2/events';
  const others = await convertPages(
    await pages(actionNetworkServer({ rateLimit: false }), events, nextOsdiPage),
    'osdi',
    { timezoneAt: (_, longitude) => (longitude > -87.5 ? 'America/Detroit' : 'America/Chicago') },
  );
  for (const { events: found, rows } of [own, others]) assert.ok(found.length > 0.9 * rows);
  const { joined, unsure } = joinCopies([...own.events, ...others.events]);
  const copies = joined.filter(({ sources }) => sources.length > 1).map(({ event }) => event.title);
  assert.deepEqual([copies, unsure.length], [['Huddle above the harbor'], 0]);
});
