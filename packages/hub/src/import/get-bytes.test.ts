import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '@huddlekit/mocks/node';
import { getBytes } from './get-bytes.ts';
import { isOwnNetwork } from './own-network.ts';

void test('a stranger’s server can’t lead into the operator’s network', async (context) => {
  const targets = ['http://127.0.0.1:9/', 'http://169.254.169.254/latest', 'http://[::ffff:10.0.0.1]/'];
  for (const target of targets) {
    const fetched = context.mock.method(globalThis, 'fetch', () =>
      Promise.resolve(new Response(null, { status: 302, headers: { location: target } })),
    );
    await assert.rejects(getBytes('http://93.184.215.14/calendar.ics'), /your own network/);
    assert.equal(fetched.mock.callCount(), 1);
    fetched.mock.restore();
  }
});

void test('what the operator names may be anywhere, and may lead on there', async () => {
  const { url, close } = await serve((request) =>
    Promise.resolve(
      request.url.endsWith('/old')
        ? new Response(null, { status: 301, headers: { location: '/new' } })
        : request.url.endsWith('/round')
          ? new Response(null, { status: 302, headers: { location: '/round' } })
          : new Response('here'),
    ),
  );
  try {
    assert.equal(Buffer.from(await getBytes(`${url}/old`)).toString(), 'here');
    await assert.rejects(getBytes(`${url}/round`), /leads on too often/);
  } finally {
    await close();
  }
});

void test('addresses of the own network are told from others', async () => {
  const own = [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '[::1]',
    '[fe80::1]',
    '[fd00::1]',
    '0.0.0.0',
  ];
  const others = ['93.184.215.14', '172.32.0.1', '[2606:4700::1]'];
  for (const host of own) assert.equal(await isOwnNetwork(`http://${host}/`), true, host);
  for (const host of others) assert.equal(await isOwnNetwork(`http://${host}/`), false, host);
});

void test('a body without an end is given up at 64 MB', async (context) => {
  const chunk = new Uint8Array(1_000_000);
  let isCancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(chunk);
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  context.mock.method(globalThis, 'fetch', () => Promise.resolve(new Response(endless)));
  await assert.rejects(getBytes('http://93.184.215.14/calendar.ics'), /more than 64 MB/);
  assert.ok(isCancelled);
});

void test('a key isn’t taken to where a server leads on', async () => {
  let seen: string | null = null;
  const other = await serve((request) => {
    seen = request.headers.get('osdi-api-token');
    return Promise.resolve(new Response('{}'));
  });
  const first = await serve(() => Promise.resolve(Response.redirect(`${other.url}/api/v2/events`)));
  process.env['OSDI_API_TOKEN'] = 'harbor-key';
  try {
    await assert.rejects(getBytes(`${first.url}/api/v2/events`), (error: Error) => {
      assert.doesNotMatch(String(error.stack), /harbor-key/);
      return true;
    });
    assert.equal(seen, null);
    await getBytes(`${other.url}/api/v2/events`);
    assert.equal(seen, 'harbor-key');
  } finally {
    delete process.env['OSDI_API_TOKEN'];
    await first.close();
    await other.close();
  }
});

void test('asked to wait, it waits and tries again', async () => {
  let calls = 0;
  const { url, close } = await serve(() =>
    Promise.resolve(
      ++calls === 1
        ? new Response(null, { status: 429, headers: { 'retry-after': '0' } })
        : new Response('here'),
    ),
  );
  try {
    assert.equal(Buffer.from(await getBytes(url)).toString(), 'here');
    assert.equal(calls, 2);
  } finally {
    await close();
  }
});
