import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeTo, daysLater, publicHost } from '../events/hosted.test-helper.ts';
import { startTestHub } from '../server/test-hub.test-helper.ts';
import { deliveredMails, linkIn } from './mail.test-helper.ts';

void test('who comes learns the new time and place, with a calendar file where they have a seat', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server, { capacity: 1 });
  await comeTo(server, host.id, 'ada');
  await comeTo(server, host.id, 'bob');
  const [slot] = (await host.get()).timeslots;
  const startDate = daysLater(server, 1);
  await host.change({
    timeslots: [{ id: slot?.id, startDate, endDate: null }],
    location: {
      kind: 'community',
      venue: 'Union Hall',
      addressLines: ['1 Main Street'],
      postalCode: '60647',
    },
  });
  assert.equal(await hub.events.approve(host.id, 'moderator'), 'done');
  const mails = await deliveredMails(server);
  const changed = mails.filter(({ subject }) => subject?.startsWith('Changed: Kitchen-table huddle, '));
  assert.equal(changed.length, 2);
  for (const { text } of changed) {
    assert.match(text ?? '', /^The time or the place has changed\n/);
    assert.match(text ?? '', /Union Hall/);
  }
  for (const mail of changed) assert.match(linkIn(mail, 'manage'), /\/manage\/[\w-]{55}$/);
  const calendars = changed.map(({ attachments }) => attachments[0]?.content.toString('utf8'));
  assert.equal(calendars.filter((calendar) => calendar === undefined).length, 1, 'who waits has no seat yet');
  const stamp = startDate.replaceAll(/[-:]|\.\d+/g, '');
  assert.match(calendars.find((calendar) => calendar !== undefined) ?? '', new RegExp(`DTSTART:${stamp}`));
  const own = mails.find(({ subject }) => subject === 'Your change is public: Kitchen-table huddle');
  assert.match(linkIn(own, 'manage'), /\/manage\/[\w-]{55}$/);
});

void test('a host hears in their own language why a change was left out', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const host = await publicHost(server, { language: 'es' });
  await host.change({ title: 'Compra mi libro' });
  assert.equal(await hub.events.reject(host.id, 'moderator', 'Es un anuncio.'), 'done');
  const mail = (await deliveredMails(server)).find(({ subject }) => subject?.startsWith('Sin cambios'));
  assert.equal(mail?.subject, 'Sin cambios: Kitchen-table huddle');
  assert.match(mail.text ?? '', /Es un anuncio\./);
  assert.doesNotMatch(mail.text ?? '', /Compra mi libro/);
});
