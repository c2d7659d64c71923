import { EventReceipt, type EventInput } from '@huddlekit/contract';
import { homeEvent, post, type JsonAnswer, type TestHub } from '../server/test-hub.test-helper.ts';

/** A campaign with a review of a kind and two organizations. */
export function campaignWith(review: string) {
  const organizations = [{ id: 'lakefront', name: 'Lakefront Neighbors', asks: [] }];
  return {
    slug: 'test',
    title: 'Test',
    summary: '',
    organizer: { name: 'River Alliance' },
    organizations,
    review,
  };
}

/** Sends a host's form and follows the mailed link; answers the event's id. */
export async function verifiedEvent(
  { hub, url }: TestHub,
  changes: Partial<EventInput> = {},
): Promise<string> {
  const answer = await post(`${url}/v1/events`, homeEvent(hub.now(), changes));
  const { id } = EventReceipt.parse(answer.body);
  await hub.events.verify(id);
  return id;
}

/** A host by the first part of an e-mail. */
export function hostNamed(name: string): Pick<EventInput, 'host'> {
  return { host: { givenName: 'Rosa', email: `${name}@example.org` } };
}

/** Whether anybody sees an event. */
export async function isPublic({ url }: TestHub, id: string): Promise<boolean> {
  return (await fetch(`${url}/v1/events/${id}`)).status === 200;
}

/** The acts that were written down, in their order. */
export async function actsOf({ hub }: TestHub): Promise<string[]> {
  const rows = await hub.storage.read.selectFrom('audit').select(['actor', 'act']).orderBy('id').execute();
  return rows.map(({ actor, act }) => `${actor.split(':')[0] ?? ''} ${act}`);
}

/** Tells the moderators about an event, over HTTP. */
export function reportTo(
  { url }: TestHub,
  id: string,
  report: object = { reason: 'fake' },
): Promise<JsonAnswer> {
  return post(`${url}/v1/events/${id}/reports`, report);
}
