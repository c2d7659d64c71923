import { AttendanceReceipt, type EventInput } from '@huddlekit/contract';
import { compose, type Message } from '../mail/compose.ts';
import type { MailJob } from '../mail/outbox.ts';
import { post, rsvpTo, type TestHub } from '../server/test-hub.test-helper.ts';

/** Sends a host's form and follows the mailed link. Answers the id of the event, which waits for its review. */
export async function submitEvent({ hub, url }: TestHub, form: EventInput): Promise<string> {
  const { body } = await post(`${url}/v1/events`, form);
  const id = String(body['id']);
  if (!(await hub.events.verify(id))) throw new Error(`Refused: ${JSON.stringify(body)}`);
  return id;
}

/** A guest as the answer to their form knows them. */
export interface Guest {
  readonly email: string;
  readonly id: string;
  /** Path of the page that the answer led to. */
  readonly formLink: string;
}

/** Signs a person up for the first time of a public event. */
export async function signUp({ hub, url }: TestHub, eventId: string, name: string): Promise<Guest> {
  const event = await hub.events.get(eventId);
  if (!event) throw new Error('The event is not public');
  const email = `${name}@example.org`;
  const { body } = await post(`${url}/v1/events/${eventId}/attendances`, rsvpTo(event, email));
  const { attendances, manageUrl } = AttendanceReceipt.parse(body);
  return { email, id: attendances[0]?.id ?? '', formLink: new URL(manageUrl).pathname };
}

export interface SentMail {
  readonly kind: MailJob['kind'];
  readonly message: Message;
}

/** The mails that wait, written as they would go out now; none comes twice. */
export async function sentMails({ hub }: Pick<TestHub, 'hub'>): Promise<SentMail[]> {
  const leased = await hub.outbox.lease(100_000, 1e12);
  const written = await Promise.all(
    leased.map(async (mail) => ({ kind: mail.job.kind, message: await compose(hub, mail) })),
  );
  return written.flatMap(({ kind, message }) => (message ? [{ kind, message }] : []));
}
