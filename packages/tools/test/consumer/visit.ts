import { createClient, feed, hub as hubSource, isNotFoundError, merge, safe } from '@huddlekit/sdk';
import { createHostClient } from '@huddlekit/sdk/host';
import { createClient as createLeanClient } from '@huddlekit/sdk/lean';
import { decodePins } from '@huddlekit/contract/pins';

/** What a program saw of a hub. */
export interface Report {
  readonly titles: readonly string[];
  readonly pins: number;
  /** The same event by the lean client. */
  readonly again: string;
  readonly rsvp: string;
  readonly refusal: string;
  readonly hosts: boolean;
  /** Sources of the event that the hub and its calendar file both list. */
  readonly sources: number;
}

/** Does what visitors do, by published entries alone. */
export async function visit(hub: string): Promise<Report> {
  const client = createClient({ hub, partner: 'consumer' });
  const titles: string[] = [];
  for await (const { title } of client.events.list({ limit: 2 })) {
    if (titles.push(title) === 3) break;
  }

  const { data } = await client.events.page({ hasRoom: 'true', limit: 50 });
  const event =
    data.find(({ rsvp, commitments }) => rsvp === 'native' && commitments.length === 0) ?? data[0];
  const timeslot = event?.timeslots.find(({ isFull }) => !isFull);
  if (!event || !timeslot) throw new Error('No event has room');
  const { attendances } = await client.attendances.create(event.id, {
    timeslotIds: [timeslot.id],
    person: { givenName: 'Maribel', email: `maribel-${crypto.randomUUID()}@example.org` },
    commitments: event.commitments.map(({ id, version }) => ({ id, version })),
  });

  const { error } = await safe(client.events.get('AAAAAAAAAAAAAAAAAAAAAA'));
  const merged = createClient({ source: merge([hubSource(hub), feed(client.events.calendarUrl(event.id))]) });
  const copies = await merged.events.page({ q: event.title, limit: 100 });
  if (copies.failures) throw copies.failures[0]?.error;
  const copy = copies.data.find(({ id }) => id === event.id);
  return {
    titles,
    pins: decodePins(await client.pins.get()).length,
    again: (await createLeanClient({ hub }).events.get(event.id)).title,
    rsvp: attendances[0]?.status ?? 'none',
    refusal: isNotFoundError(error) ? error.code : String(error),
    hosts: typeof createHostClient({ hub }).events.create === 'function',
    sources: copy?.sources?.length ?? 0,
  };
}
