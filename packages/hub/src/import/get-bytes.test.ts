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
