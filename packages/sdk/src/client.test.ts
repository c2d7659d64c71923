import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { send, startServer } from './test/server.ts';

void test('an address that isn’t one is refused with the repair', () => {
  for (const hub of ['', 'hub.example.org', 'localhost:8787', 'javascript:alert(1)', 'https://']) {
    assert.throws(() => createClient({ hub }), { name: 'TypeError', message: /give one like https:\/\// });
  }
});

void test('a hub under a path keeps it', async () => {
  await using server = await startServer((response) => send(response, { data: [], next: null }));
  const client = createClient({ hub: `${server.url}/huddles//` });
  assert.equal(client.hub, `${server.url}/huddles`);
  await client.events.page();
  assert.equal(server.received[0]?.url.pathname, '/huddles/v1/events');
});

void test('own fetch and headers are used, a call’s headers before the client’s', async () => {
  await using server = await startServer((response) => send(response, { data: [], next: null }));
  let calls = 0;
  const client = createClient({
    hub: server.url,
    headers: { 'x-a': 'client', 'x-b': 'client' },
    fetch: (...parts) => {
      calls += 1;
      return fetch(...parts);
    },
  });
  await client.events.page({}, { headers: { 'x-b': 'call' } });
  assert.equal(calls, 1);
  const { headers } = server.received[0] ?? assert.fail('nothing came');
  assert.deepEqual([headers['x-a'], headers['x-b'], headers.accept], ['client', 'call', 'application/json']);
});

void test('a header that can’t be sent is the caller’s mistake, not the network’s', async () => {
  const client = createClient({ hub: 'http://127.0.0.1:1' });
  await assert.rejects(client.events.page({}, { headers: { 'x a': '1' } }), { name: 'TypeError' });
});

void test('places and pins are asked for with their query', async () => {
  await using server = await startServer((response) => send(response, { data: [], next: null }));
  const client = createClient({ hub: server.url });
  assert.deepEqual(await client.places.search('São Paulo & more', { limit: 3 }), []);
  const { searchParams } = server.received[0]?.url ?? assert.fail('nothing came');
  assert.deepEqual(
    [...searchParams],
    [
      ['q', 'São Paulo & more'],
      ['limit', '3'],
    ],
  );
});
