import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceReceipt, ManagedAttendance } from '@huddlekit/contract';
import { emptyCampaign } from '../campaign/campaign-file.ts';
import { registerPages } from '../pages/pages.ts';
import { addEvent, patch, post, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';

/** An RSVP whose sender holds the link of its answer, and whose mailbox another may hold. */
async function start(confirmation: 'none' | 'mailed-link') {
  const server = await startTestHub({ campaign: { ...emptyCampaign, confirmation }, pages: registerPages });
  const { hub, url } = server;
  const event = await addEvent(hub, 'one', { capacity: 5 });
  const { body } = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, 'ada@example.org'));
  const { attendances, manageUrl } = AttendanceReceipt.parse(body);
  const id = attendances[0]?.id ?? '';
  const api = `${url}/v1/manage/attendances/${id}`;
  const links = {
    answer: manageUrl.split('/').at(-1) ?? '',
    mailed: hub.tokens.sign('attendance-mail', id, 1),
  };
  const call = (token: string, method: string): Promise<Response> =>
    fetch(api, { method, headers: { authorization: `Bearer ${token}` } });
  const page = (token: string, path = '', form?: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${url}/manage/${token}${path}`, {
      redirect: 'manual',
      ...(form && {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    });
  return { server, hub, id, api, links, call, page };
}

test('once its mailbox is proven an attendance is the mailed link’s, and the answer’s tells only how it stands', async () => {
  const { server, hub, id, api, links, call, page } = await start('mailed-link');
  await using _ = server;
  assert.equal((await patch(api, links.answer, '*', { guests: 1 })).status, 200, 'it isn’t proven yet');
  await hub.attendances.confirm(id);

  const view = ManagedAttendance.parse(await (await call(links.answer, 'GET')).json());
  assert.deepEqual(
    [view.status, view.guests, view.person.givenName, view.person.email],
    ['confirmed', 1, '', ''],
  );
  assert.equal((await patch(api, links.answer, '*', { guests: 0 })).status, 401);
  assert.equal((await call(links.answer, 'DELETE')).status, 401);
  const shown = await (await page(links.answer)).text();
  assert.match(shown, /Open the link in our newest e-mail/);
  assert.doesNotMatch(shown, /Ada/);
  assert.match(
    await (await page(links.answer, '?lang=es')).text(),
    /Abre el enlace de nuestro último correo/,
  );
  assert.equal((await page(links.answer, '/change')).status, 303);
  assert.equal((await page(links.answer, '/change', { givenName: 'Eve', version: '3' })).status, 303);
  assert.equal((await page(links.answer, '', { act: 'cancel' })).status, 303);

  const kept = ManagedAttendance.parse(await (await call(links.mailed, 'GET')).json());
  assert.deepEqual([kept.status, kept.guests, kept.person.givenName], ['confirmed', 1, 'Ada']);
  assert.match(await (await page(links.mailed)).text(), /Your place, Ada/);
  assert.equal((await page(links.mailed, '/change')).status, 200);
  assert.equal((await call(links.mailed, 'DELETE')).status, 204);
});

test('where no mailbox is proven the link of the answer is its sender’s', async () => {
  const { server, api, links, call, page } = await start('none');
  await using _ = server;
  assert.equal((await patch(api, links.answer, '*', { guests: 1 })).status, 200);
  assert.match(await (await page(links.answer)).text(), /Your place, Ada/);
  assert.equal((await call(links.answer, 'DELETE')).status, 204);
});
