import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveredMails, linkIn } from '../../mail/mail.test-helper.ts';
import { post, publishEvent, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import { registerPages } from '../pages.ts';

const start = Date.parse('2026-11-23T18:00:00Z');
const week = 7 * 86_400_000;

void test('guests are checked in on the day, found by a few letters, and the mark is taken back', async () => {
  let now = start;
  await using server = await startTestHub({ now: () => now, pages: registerPages });
  const { hub, url } = server;
  const id = await publishEvent(server);
  const host = (await deliveredMails(server)).findLast(({ text }) => text?.includes('/manage/'));
  const page = `${url}${new URL(linkIn(host, 'manage')).pathname}/guests`;
  const event = await hub.events.get(id);
  assert.ok(event);
  for (const [givenName, email, guests] of [
    ['José', 'jose@example.org', 2],
    ['Walt', 'walt@example.org', 0],
  ] as const)
    await post(
      `${url}/v1/events/${id}/attendances`,
      rsvpTo(event, email, { person: { givenName, email }, guests }),
    );

  const show = async (query = ''): Promise<string> => (await fetch(`${page}?lang=en${query}`)).text();
  const mark = (act: 'came' | 'undo', guest: string): Promise<Response> =>
    fetch(page, { method: 'POST', body: new URLSearchParams({ act, guest }), redirect: 'manual' });
  const before = await show();
  assert.match(before, /José/);
  assert.doesNotMatch(before, /value="came"/, 'nobody can have come yet');
  assert.doesNotMatch(before, /@example\.org/, 'who didn’t say so gives the host no address');
  const [jose = ''] = [...before.matchAll(/id="g-([\w-]+)"/g)].map(([, guest = '']) => guest);
  assert.equal((await mark('came', jose)).status, 409);

  now += week;
  const found = await show('&q=JOSE');
  assert.match(found, /aria-label="[^"]*José[^"]*"/, 'the button says whom it is about');
  assert.doesNotMatch(found, /Walt/);
  assert.equal((await mark('came', jose)).status, 303);
  assert.match(await show(), /3 of 4 here/);
  assert.equal((await mark('undo', jose)).status, 303);
  assert.match(await show(), /0 of 4 here/);
});
