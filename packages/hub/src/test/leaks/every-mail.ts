import { AttendanceInput } from '@huddlekit/contract';
import { hostOf } from '../../events/hosted.test-helper.ts';
import { homeEvent, newKey, post, rsvpTo, type TestHub } from '../../server/test-hub.test-helper.ts';
import { putReminders } from '../../mail/reminders.ts';
import { sentMails, signUp, submitEvent, type SentMail } from '../people.ts';

/** Does what makes the hub send a mail of each kind and answers them as they go out. */
export async function everyMail(server: TestHub): Promise<SentMail[]> {
  const { hub } = server;
  const home = await submit(server, 'approved');
  const host = hostOf(server, home);
  const ada = await signUp(server, home, 'ada');
  await signUp(server, home, 'ada');
  await signUp(server, home, 'walt');
  await host.change({ title: 'Not so' });
  await hub.events.reject(home, 'moderator', 'Not so');
  const { location } = homeEvent(hub.now());
  await host.change({ location: { ...location, addressLines: ['9 Sparrowgate Lane'] } });
  await hub.events.approve(home, 'moderator');
  const mails = await sentMails(server);
  // Walt moves up, into a mail of its own.
  await hub.attendances.cancel(ada.id);
  mails.push(...(await sentMails(server)));

  mails.push(...(await runOut(server)), ...(await remind(server)));
  const off = await submit(server, 'approved');
  await signUp(server, off, 'olga');
  await welcome(server, off);
  mails.push(...(await sentMails(server)));
  await hub.events.cancel(off, 'host', undefined, 'The roof leaks. Sorry!');
  await submit(server, 'rejected');
  const bad = await submit(server, 'approved');
  await hub.review.takeDown(bad, { actor: 'moderator', message: 'Not a huddle' });
  await hub.review.moderators.add('mo@example.org');
  await hub.review.moderators.requestLink('mo@example.org', 'en');
  // The last one's link is never followed.
  const vera = { givenName: 'Vera', email: 'vera@example.org' };
  await post(`${server.url}/v1/events`, homeEvent(hub.now(), { host: vera }));
  return [...mails, ...(await sentMails(server))];
}

/** A guest of tomorrow, who signed up long ago. */
async function remind(server: TestHub): Promise<SentMail[]> {
  const { hub } = server;
  const id = await submit(server, 'approved');
  const { id: guest } = await signUp(server, id, 'tia');
  const mails = await sentMails(server);
  const soon = hub.now() + 3_600_000;
  await hub.storage.write(async (transaction) => {
    await transaction
      .updateTable('timeslots')
      .set({ startAt: soon, endAt: soon + 1, overAt: soon + 1 })
      .where('eventId', '=', id)
      .execute();
    const longAgo = { createdAt: hub.now() - 7 * 86_400_000 };
    await transaction.updateTable('attendances').set(longAgo).where('id', '=', guest).execute();
  });
  await putReminders(hub);
  mails.push(...(await sentMails(server)));
  await hub.events.cancel(id, 'host');
  return mails;
}

/** A guest who was asked to confirm and one who moved up, neither of whom says yes in time. */
async function runOut(server: TestHub): Promise<SentMail[]> {
  const { hub } = server;
  const id = await submit(server, 'approved');
  const first = await signUp(server, id, 'zoe');
  await signUp(server, id, 'yan');
  await hub.attendances.cancel(first.id);
  const event = await hub.events.get(id);
  if (!event) throw new Error('The event is not public');
  const request = AttendanceInput.parse(rsvpTo(event, 'xen@example.org'));
  await hub.attendances.create(id, request, newKey(), 'page');
  const mails = await sentMails(server);
  await hub.storage.write((transaction) =>
    transaction
      .updateTable('attendances')
      .set({ expiresAt: hub.now() - 1 })
      .where('eventId', '=', id)
      .where('status', '=', 'unconfirmed')
      .execute(),
  );
  await hub.attendances.expire();
  await hub.events.cancel(id, 'host');
  return [...mails, ...(await sentMails(server))];
}

/** What a host does on the pages behind the link: guests, messages, co-hosts, links. */
async function welcome({ hub: { hosting } }: TestHub, eventId: string): Promise<void> {
  const act = { eventId, actor: 'host' };
  for (const { id } of await hosting.guests(eventId))
    await hosting.approveGuest({ ...act, attendanceId: id });
  await hosting.message({ ...act, text: 'Bring a bowl\nand a spoon', key: newKey() });
  await hosting.invite(eventId, { name: 'Ina', email: 'ina@example.org' }, 'host');
  const [sam] = await hosting.coHosts(eventId);
  await hosting.answerInvitation(sam?.id ?? '', true);
  await hosting.renewCoHostLink({ ...act, coHostId: sam?.id ?? '' });
  await hosting.renewLink(eventId, 'host');
}

async function submit(server: TestHub, until: 'approved' | 'rejected'): Promise<string> {
  const { events } = server.hub;
  const coHosts = [{ name: 'Sam', email: 'sam@example.org' }];
  const form = homeEvent(server.hub.now(), { capacity: 1, addressRelease: 'approval', coHosts });
  const id = await submitEvent(server, form);
  if (until === 'approved') await events.approve(id, 'moderator');
  else await events.reject(id, 'moderator', 'Too far away');
  return id;
}
