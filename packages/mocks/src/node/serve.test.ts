import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mobilizeServer } from '../platforms/mobilize/mobilize.ts';
import { serve } from './serve.ts';

void test('a platform answers behind a port, its links lead back there, and closing frees it', async () => {
  const mobilize = await serve(mobilizeServer());
  const first = await fetch(`${mobilize.url}/v1/organizations/4242/events?per_page=5`);
  assert.equal(first.headers.get('access-control-allow-origin'), '*');
  const { next } = (await first.json()) as { next: string };
  assert.ok(next.startsWith(`${mobilize.url}/v1/`));
  assert.equal((await fetch(next)).status, 200);
  const refused = await fetch(next, { headers: { authorization: 'Bearer wrong' } });
  assert.equal(refused.status, 403);
  await mobilize.close();
  await assert.rejects(fetch(next));
});

void test('method, headers and body arrive as they were sent', async () => {
  const echo = await serve(async (request) =>
    Response.json(
      { method: request.method, type: request.headers.get('content-type'), body: await request.text() },
      { status: 201 },
    ),
  );
  const response = await fetch(echo.url, { method: 'POST', body: '¡Hola!' });
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), {
    method: 'POST',
    type: 'text/plain;charset=UTF-8',
    body: '¡Hola!',
  });
  await echo.close();
});

void test('what a platform throws is told in a 500', async () => {
  const broken = await serve(() => Promise.reject(new TypeError('No such fixture')));
  const response = await fetch(broken.url);
  assert.deepEqual([response.status, await response.text()], [500, 'TypeError: No such fixture']);
  await broken.close();
});
