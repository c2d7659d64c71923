import { hostOf } from '../../events/hosted.test-helper.ts';
import { homeEvent, post, type TestHub } from '../../server/test-hub.test-helper.ts';
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

  const off = await submit(server, 'approved');
  await signUp(server, off, 'olga');
  mails.push(...(await sentMails(server)));
  await hub.events.cancel(off, 'host');
  await submit(server, 'rejected');
  const bad = await submit(server, 'approved');
  await hub.review.takeDown(bad, { actor: 'moderator', message: 'Not a huddle' });
  await hub.review.moderators.add('mo@example.org');
  await hub.review.moderators.requestLink('mo@example.org', 'en');
  // The last one's link is never followed.
  await post(`${server.url}/v1/events`, homeEvent(hub.now()));
  return [...mails, ...(await sentMails(server))];
}

async function submit(server: TestHub, until: 'approved' | 'rejected'): Promise<string> {
  const { events } = server.hub;
  const id = await submitEvent(server, homeEvent(server.hub.now(), { capacity: 1 }));
  if (until === 'approved') await events.approve(id, 'moderator');
  else await events.reject(id, 'moderator', 'Too far away');
  return id;
}
