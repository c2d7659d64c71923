import { AttendanceReceipt } from '@huddlekit/contract';
import { hostOf } from '../../events/hosted.test-helper.ts';
import { compose, type Message } from '../../mail/compose.ts';
import type { MailJob } from '../../mail/outbox.ts';
import { homeEvent, post, rsvpTo, type TestHub } from '../../server/test-hub.test-helper.ts';

export interface SentMail {
  readonly kind: MailJob['kind'];
  readonly message: Message;
}

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
  await hub.attendances.cancel(ada);
  mails.push(...(await sentMails(server)));

  const off = await submit(server, 'approved');
  await signUp(server, off, 'olga');
  mails.push(...(await sentMails(server)));
  await hub.events.cancel(off, 'host');
  await submit(server, 'rejected');
  await submit(server, 'new');
  return [...mails, ...(await sentMails(server))];
}

async function submit({ hub, url }: TestHub, until: 'new' | 'approved' | 'rejected'): Promise<string> {
  const { body } = await post(`${url}/v1/events`, homeEvent(hub.now(), { capacity: 1 }));
  const id = String(body['id']);
  if (until === 'new') return id;
  await hub.events.verify(id);
  if (until === 'approved') await hub.events.approve(id, 'moderator');
  else await hub.events.reject(id, 'moderator', 'Too far away');
  return id;
}

async function signUp({ hub, url }: TestHub, eventId: string, name: string): Promise<string> {
  const event = await hub.events.get(eventId);
  if (!event) throw new Error('The event is not public');
  const answer = await post(`${url}/v1/events/${eventId}/attendances`, rsvpTo(event, `${name}@example.org`));
  return AttendanceReceipt.parse(answer.body).attendances[0]?.id ?? '';
}

async function sentMails({ hub }: TestHub): Promise<SentMail[]> {
  const leased = await hub.outbox.lease(1000, 1e12);
  const composed = await Promise.all(
    leased.map(async (mail) => ({ kind: mail.job.kind, message: await compose(hub, mail) })),
  );
  return composed.flatMap(({ kind, message }) => (message ? [{ kind, message }] : []));
}
