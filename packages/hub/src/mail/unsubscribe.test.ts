import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { registerPages } from '../pages/pages.ts';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import { deliveredMails } from './mail.test-helper.ts';
import { putReminders } from './reminders.ts';

const day = 86_400_000;

void test('one request stops reminders, a GET changes nothing, and mails about the seat still come', async () => {
  const clock = { now: Date.parse('2026-11-23T13:00:00Z') };
  await using server = await startTestHub({ now: () => clock.now, pages: registerPages });
  const { hub, url } = server;
  const ids: string[] = [];
  const remind = async (name: string) => {
    const event = await addEvent(hub, name);
    const request = AttendanceInput.parse(rsvpTo(event, 'Ada@example.org'));
    const { attendances } = await hub.attendances.create(event.id, request, newKey());
    ids.push(attendances[0]?.id ?? '');
    clock.now += 6.5 * day;
    assert.equal(await putReminders(hub), 1);
    const mails = await deliveredMails(server);
    return mails.filter(({ subject }) => subject?.startsWith(`Reminder: Gathering ${name}, `));
  };

  const [mail] = await remind('one');
  const { unsubscribe } = mail?.headers.get('list') as unknown as { unsubscribe: { url: string } };
  const raw = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line;
  assert.equal(raw, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  assert.ok(mail?.text?.includes(unsubscribe.url), 'people have the same link');
  const page = `${url}${new URL(unsubscribe.url).pathname}`;

  const shown = await fetch(`${page}?lang=es`);
  assert.match(await shown.text(), /Dejar de recibirlos/);
  assert.match(shown.headers.get('cache-control') ?? '', /no-store/);
  assert.equal((await remind('two')).length, 1, 'looking stops nothing');

  const post = (body: string) =>
    fetch(page, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  assert.equal((await post('List-Unsubscribe=One-Click')).status, 200);
  assert.equal((await post('List-Unsubscribe=One-Click')).status, 200);
  assert.deepEqual(await remind('three'), []);
  await hub.attendances.cancel(ids.at(-1) ?? '');
  const after = await deliveredMails(server);
  assert.ok(after.some(({ subject }) => subject === 'Your place is given back: Gathering three'));

  assert.equal((await post('act=again')).status, 200);
  assert.equal((await remind('four')).length, 1);

  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  assert.equal((await fetch(page, { method: 'POST', body: multipart })).status, 200);
  assert.deepEqual(await remind('five'), []);
  multipart.set('List-Unsubscribe', 'long'.repeat(5_000));
  assert.equal((await fetch(page, { method: 'POST', body: multipart })).status, 413);
  const manage = `${url}/manage/${hub.tokens.sign('attendance', ids.at(-1) ?? '', 1)}`;
  assert.equal(
    (await fetch(manage, { method: 'POST', body: multipart })).status,
    415,
    'no other page takes it',
  );

  const forged = page.slice(0, -1) + (page.endsWith('A') ? 'B' : 'A');
  assert.equal((await fetch(forged)).status, 404);
  assert.equal((await fetch(page.replace('/unsubscribe/', '/manage/'))).status, 404, 'it opens nothing else');
});
