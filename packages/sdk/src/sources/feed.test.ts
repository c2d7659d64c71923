import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '../create-client.ts';
import { isHuddleError, isNotFoundError } from '../errors/guards.ts';
import { startServer } from '../test/server.ts';
import { feed, type FeedOptions } from './feed.ts';

const start = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Soup\r\nDTSTART:${start.replaceAll('-', '')}T190000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const linked = {
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: 'Soup',
  startDate: `${start}T19:00:00Z`,
};
const contents: Readonly<Record<string, string>> = {
  ics: calendar,
  csv: `title,start_date\nSoup,${start}T19:00:00Z\n`,
  geojson: JSON.stringify({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-87.63, 41.88] },
    properties: { title: 'Soup', start_date: `${start}T19:00:00Z` },
  }),
  'json-ld': JSON.stringify(linked),
  page: `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
};

function client(url: string, options: FeedOptions = {}) {
  return createClient({ source: feed(url, options), partner: 'lakefront' });
}

void test('each format is read, told by its content or by name', async () => {
  for (const [name, content] of Object.entries(contents)) {
    await using server = await startServer((response) => response.end(content));
    for (const format of ['auto', name === 'page' ? 'json-ld' : name] as FeedOptions['format'][]) {
      const { data } = await client(`${server.url}/feed`, { format }).events.page();
      assert.deepEqual(
        data.map(({ title, timeslots, rsvp }) => [title, timeslots[0]?.startDate, rsvp]),
        [['Soup', `${start}T19:00:00Z`, 'none']],
        `${name} ${String(format)}`,
      );
    }
  }
});

void test('an event keeps its id and pin from one reading to the next', async () => {
  await using server = await startServer((response) => response.end(calendar));
  const [first, second] = await Promise.all(
    [1, 2].map(async () => (await client(`${server.url}/a.ics`).events.page()).data[0]),
  );
  assert.equal(first?.id, second?.id);
  assert.equal(first?.pin, second?.pin);
  assert.match(first?.id ?? '', /^[\w-]{22}$/);
});

void test('what isn’t a feed is told with the repair', async () => {
  await using server = await startServer((response, { url }) => {
    if (url.pathname === '/gone') response.writeHead(410).end();
    else response.end('nothing that is known');
  });
  await assert.rejects(client(`${server.url}/gone`).events.page(), isNotFoundError);
  await assert.rejects(client(`${server.url}/x`).events.page(), (error: unknown) => {
    assert.ok(isHuddleError(error));
    assert.equal(error.code, 'unreadable_feed');
    return true;
  });
  assert.throws(() => feed('chapters.example.org'), /isn’t the address of a feed/);
  assert.equal(feed('webcal://chapters.example.org/a.ics').name, 'feed:webcal://chapters.example.org/a.ics');
});

void test('a feed that has no event is empty, not broken', async () => {
  await using server = await startServer((response) => response.end('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'));
  assert.deepEqual((await client(`${server.url}/a.ics`).events.page()).data, []);
});

void test('one caller’s end isn’t another’s', async () => {
  const gate = Promise.withResolvers<undefined>();
  await using server = await startServer((response) => {
    void gate.promise.then(() => response.end(calendar));
  });
  const shared = client(`${server.url}/a.ics`);
  const leaving = new AbortController();
  const left = shared.events.page({}, { signal: leaving.signal });
  const stayed = shared.events.page();
  leaving.abort(new Error('left'));
  await assert.rejects(left, /left/);
  gate.resolve(undefined);
  assert.equal((await stayed).data.length, 1);
  assert.equal(server.received.length, 1);
});
