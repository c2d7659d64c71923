import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifiedEvent } from '../review/review.test-helper.ts';
import { publishEvent, startTestHub } from '../server/test-hub.test-helper.ts';
import { registerPages } from './pages.ts';

async function send(url: string, form: Record<string, string>, site = 'same-origin') {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'sec-fetch-site': site },
    body: new URLSearchParams(form),
  });
  return { status: response.status, text: await response.text() };
}

void test('an event is reported by a plain form, which keeps what was typed until it fits', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const { hub, url } = server;
  const id = await publishEvent(server);
  const page = `${url}/e/${id}/report`;
  assert.match(await (await fetch(`${url}/e/${id}`)).text(), new RegExp(`href="/e/${id}/report\\?lang=en"`));
  const form = await (await fetch(`${page}?lang=es`)).text();
  assert.match(form, /Denunciar este evento[\s\S]*name="reason"\s+value="unsafe"/);
  assert.doesNotMatch(form, /<script/);

  const typed = { words: '<b>Nobody</b> lives there.', email: 'not one' };
  const refused = await send(page, typed);
  assert.equal(refused.status, 422);
  assert.match(
    refused.text,
    /role="alert"[\s\S]*&#60;b&#62;Nobody&#60;\/b&#62; lives there\.[\s\S]*value="not one"/,
  );
  assert.match(refused.text, /<title>Error: /);
  for (const field of ['reason', 'email'])
    assert.match(refused.text, new RegExp(`href="#${field}"[\\s\\S]*id="${field}-error"`));
  assert.doesNotMatch(refused.text, /id="words-error"/);
  assert.equal((await send(page, { reason: 'fake' }, 'cross-site')).status, 403);
  assert.equal((await hub.review.queue()).waiting, 0);

  const sent = await send(page, { reason: 'fake', words: typed.words, email: '' });
  assert.deepEqual([sent.status, /Thank you for telling us/.test(sent.text)], [200, true]);
  const [report] = await hub.review.reports(id, 'moderator');
  assert.deepEqual([report?.reason, report?.words, report?.email], ['fake', typed.words, null]);
});

void test('what isn’t public has no such form', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const id = await verifiedEvent(server);
  assert.equal((await fetch(`${server.url}/e/${id}/report`)).status, 404);
  assert.equal((await send(`${server.url}/e/${id}/report`, { reason: 'fake' })).status, 404);
});
