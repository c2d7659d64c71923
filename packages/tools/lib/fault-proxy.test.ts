import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { everyFault, seededPlan } from './fault-plan.mjs';
import { startFaultProxy, type Asked, type Fault } from './fault-proxy.mjs';

let arrived = 0;
const server = createServer((request, response) => {
  arrived += 1;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'text/plain');
    if (request.url === '/chunked') response.write('in two ');
    response.end(request.url === '/chunked' ? 'pieces' : `${String(request.method)} ${chunks.join('')}`);
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const target = `http://127.0.0.1:${typeof address === 'object' && address ? String(address.port) : ''}`;

let fault: Fault = { kind: 'none' };
const proxy = await startFaultProxy(target, () => fault);
after(async () => {
  await proxy.close();
  server.close();
});

/** What a client gets, and whether the server got the request. */
async function through(next: Fault, path = '/', init: RequestInit = {}): Promise<[string | number, boolean]> {
  fault = next;
  const before = arrived;
  const text = await fetch(proxy.url + path, init)
    .then(async (response) => (response.ok ? response.text() : response.status))
    .catch((error: unknown) => (error as Error).name);
  const passage = proxy.passages.at(-1);
  assert.equal(passage?.hasReachedServer, arrived > before, 'the record says what happened');
  return [text, arrived > before];
}

void test('without a fault all passes, in either framing', async () => {
  assert.deepEqual(await through({ kind: 'none' }), ['GET ', true]);
  assert.deepEqual(await through({ kind: 'none' }, '/chunked'), ['in two pieces', true]);
  const body = '{"name":"José"}';
  assert.deepEqual(await through({ kind: 'none' }, '/', { method: 'POST', body }), [`POST ${body}`, true]);
  const stream = new Blob([body]).stream();
  const streamed = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
  assert.deepEqual(await through({ kind: 'none' }, '/', streamed), [`POST ${body}`, true]);
});

void test('latency and drops slow an answer and leave it whole', async () => {
  assert.deepEqual(await through({ kind: 'latency', milliseconds: 20 }), ['GET ', true]);
  assert.deepEqual(await through({ kind: 'drip', milliseconds: 32 }), ['GET ', true]);
  assert.deepEqual(await through({ kind: 'drip', milliseconds: 32 }, '/chunked'), ['in two pieces', true]);
});

void test('a reset loses the request, or the answer to what was done', async () => {
  const post = { method: 'POST', body: 'x' };
  assert.deepEqual(await through({ kind: 'reset', after: false }, '/', post), ['TypeError', false]);
  assert.deepEqual(await through({ kind: 'reset', after: true }, '/', post), ['TypeError', true]);
});

void test('a cut breaks the answer off, after its status', async () => {
  for (const how of ['reset', 'close'] as const) {
    for (const path of ['/', '/chunked']) {
      fault = { kind: 'cut', how };
      const response = await fetch(proxy.url + path);
      assert.equal(response.status, 200);
      await assert.rejects(response.text(), TypeError);
    }
  }
});

void test('the proxy answers in the place of the server, before or after its work', async () => {
  for (const after of [false, true]) {
    assert.deepEqual(await through({ kind: 'status', status: 500, after }), [500, after]);
  }
  fault = { kind: 'status', status: 429, retryAfter: 7, after: false };
  assert.equal((await fetch(proxy.url)).headers.get('retry-after'), '7');
});

void test('a server that is gone is a connection that breaks', async () => {
  const alone = await startFaultProxy('http://127.0.0.1:1', () => ({ kind: 'none' }));
  await assert.rejects(fetch(alone.url), TypeError);
  await alone.close();
});

void test('closing waits for what reached the server and sends nothing more there', async () => {
  const slow = await startFaultProxy(target, ({ path }) =>
    path === '/later' ? { kind: 'latency', milliseconds: 60_000 } : { kind: 'none' },
  );
  const calls = [fetch(`${slow.url}/later`), fetch(`${slow.url}/`)].map((call) =>
    call.catch(() => undefined),
  );
  while (slow.passages.length < 2) await delay(5);
  await slow.close();
  await Promise.all(calls);
  const reached = slow.passages.map(({ path, hasReachedServer }) => [path, hasReachedServer]);
  assert.deepEqual(Object.fromEntries(reached), { '/later': false, '/': true });
});

void test('the same seed gives the same faults in any order, another seed others', () => {
  const asked = Array.from({ length: 400 }, (_, index): Asked => ({
    method: 'GET',
    path: '/',
    subject: String(index >> 1),
    nth: index & 1,
  }));
  const faultsOf = (seed: number, order: readonly Asked[]): Map<Asked, Fault> => {
    const plan = seededPlan(seed, everyFault(100));
    return new Map(order.map((one) => [one, plan(one)]));
  };
  const forwards = faultsOf(1, asked);
  const backwards = faultsOf(1, asked.toReversed());
  for (const one of asked) assert.deepEqual(forwards.get(one), backwards.get(one));
  assert.notDeepEqual([...faultsOf(2, asked).values()], [...forwards.values()]);
  const kinds = new Set([...forwards.values()].map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['cut', 'drip', 'latency', 'none', 'reset', 'status']);
});
