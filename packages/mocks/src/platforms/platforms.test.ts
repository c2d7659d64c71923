import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { actionNetworkServer, mobilizeServer } from './index.ts';

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
