import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerPages } from '../pages/pages.ts';
import { post, publishEvent, startTestHub, type TestHub } from './test-hub.test-helper.ts';

interface Sent {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly from?: string;
}

async function send({ url }: TestHub, { path, form, from }: Sent) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', ...(from && { 'x-forwarded-for': from }) },
    body: new URLSearchParams(form),
  });
  const headers = [...response.headers].filter(
    ([name]) => !['date', 'x-request-id', 'retry-after'].includes(name),
  );
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    seen: `${String(response.status)}\n${JSON.stringify(headers)}\n${await response.text()}`,
  };
}

test('reports from one network end in 429 by wire and by page, and what was typed stays in the form', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const id = await publishEvent(server);
  const path = `/v1/events/${id}/reports`;
  for (let count = 0; count < 20; count++)
    assert.equal((await post(server.url + path, { reason: 'fake' })).status, 202);
  const refused = await post(server.url + path, { reason: 'fake' });
  assert.equal(refused.status, 429);
  assert.equal(refused.body.code, 'rate_limited');
  const seconds = Number(refused.headers.get('retry-after'));
  assert.ok(seconds >= 1 && seconds <= 300, String(seconds));
  const page = await send(server, {
    path: `/e/${id}/report?lang=en`,
    form: { reason: 'fake', words: 'Nobody lives there', email: 'ada@example.org' },
  });
  assert.equal(page.status, 429);
  assert.ok(page.retryAfter >= 1);
  assert.match(page.seen, /Nobody lives there/);
  assert.match(page.seen, /sent too often/);
  assert.equal((await server.hub.review.reports(id, 'moderator')).length, 20, 'refused ones aren’t taken');
});

test('many networks together fill one event’s limit, not another’s', async () => {
  await using server = await startTestHub({
    pages: registerPages,
    environment: { HUDDLEKIT_TRUSTED_PROXIES: '1' },
  });
  const [one, other] = [await publishEvent(server), await publishEvent(server)];
  const report = (id: string, number: number): Promise<{ status: number }> =>
    send(server, { path: `/e/${id}/report`, form: { reason: 'fake' }, from: `198.51.100.${String(number)}` });
  for (let count = 0; count < 60; count++) assert.equal((await report(one, count)).status, 200);
  assert.equal((await report(one, 61)).status, 429);
  assert.equal((await report(other, 62)).status, 200);
});

test('a forwarded address counts only where a proxy is trusted', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const id = await publishEvent(server);
  const statuses = new Set<number>();
  for (let count = 0; count < 25; count++) {
    const from = `198.51.100.${String(count)}`;
    statuses.add((await send(server, { path: `/e/${id}/report`, form: { reason: 'fake' }, from })).status);
  }
  assert.deepEqual([...statuses], [200, 429]);
});

test('asking for sign-in links ends in the same words whoever moderates', async () => {
  await using server = await startTestHub({
    pages: registerPages,
    environment: { HUDDLEKIT_TRUSTED_PROXIES: '1' },
  });
  const { hub } = server;
  await hub.review.moderators.add('mo@example.org');
  let network = 0;
  const ask = (email: string) =>
    send(server, {
      path: '/review/sign-in?lang=en',
      form: { email },
      from: `198.51.100.${String(network++)}`,
    });
  for (let count = 0; count < 7; count++) {
    const [known, unknown] = [await ask('mo@example.org'), await ask('nobody@example.org')];
    assert.equal(known.seen, unknown.seen);
    assert.equal(known.status, count < 5 ? 200 : 429);
    assert.equal(known.retryAfter > 0, unknown.retryAfter > 0);
  }
  assert.equal((await ask('MO@example.org')).status, 429, 'however it is written');
  assert.equal((await hub.outbox.lease(100, 1)).length, 5);
});

test('one network asks for sign-in links of many mailboxes only so often', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const statuses: number[] = [];
  for (let count = 0; count < 21; count++) {
    const form = { email: `a${String(count)}@example.org` };
    statuses.push((await send(server, { path: '/review/sign-in', form })).status);
  }
  assert.deepEqual([statuses.indexOf(429), statuses.length], [20, 21]);
});
