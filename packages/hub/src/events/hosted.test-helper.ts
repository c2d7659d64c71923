import { AttendanceReceipt, ManagedEvent, type EventInput } from '@huddlekit/contract';
import {
  homeEvent,
  patch,
  post,
  publishEvent,
  rsvpTo,
  type JsonAnswer,
  type TestHub,
} from '../server/test-hub.test-helper.ts';

const day = 86_400_000;

/** An instant so many days after the start of a host's event. */
export function daysLater({ hub }: TestHub, days: number, hours = 0): string {
  const [slot] = homeEvent(hub.now()).timeslots;
  return new Date(Date.parse(slot?.startDate ?? '') + days * day + hours * 3_600_000).toISOString();
}

/** A host with an event, over HTTP. */
export interface Hosted {
  readonly id: string;
  readonly url: string;
  readonly token: string;
  get(): Promise<ManagedEvent>;
  /** From the present version unless another is given. */
  change(change: object, version?: number | string): Promise<JsonAnswer>;
}

/** The host of an event with an id. */
export function hostOf({ hub, url: base }: TestHub, id: string): Hosted {
  const url = `${base}/v1/manage/events/${id}`;
  const token = hub.tokens.sign('event', id, 1);
  const get = async (): Promise<ManagedEvent> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const managed = ManagedEvent.parse(await response.json());
    if (response.headers.get('etag') !== `"${String(managed.version)}"`) throw new Error('Another ETag');
    return managed;
  };
  return {
    id,
    url,
    token,
    get,
    change: async (change, version) => patch(url, token, version ?? (await get()).version, change),
  };
}

/** A host whose event is public. */
export async function publicHost(server: TestHub, changes: Partial<EventInput> = {}): Promise<Hosted> {
  return hostOf(server, await publishEvent(server, changes));
}

/** Signs a person up for a timeslot of an event, the first unless told; answers the attendance's status. */
export async function comeTo(
  { hub, url }: TestHub,
  eventId: string,
  name: string,
  { timeslot = 0, guests = 0 }: { timeslot?: number; guests?: number } = {},
): Promise<string> {
  const event = await hub.events.get(eventId);
  const slot = event?.timeslots[timeslot];
  if (!event || !slot) throw new Error('No such time');
  const request = rsvpTo(event, `${name}@example.org`, { timeslotIds: [slot.id], guests });
  const { body } = await post(`${url}/v1/events/${eventId}/attendances`, request);
  return AttendanceReceipt.parse(body).attendances[0]?.status ?? '';
}

/** `status code pointers` of a refusal. */
export function refusal({ status, body }: JsonAnswer): string {
  const pointers = (body.errors ?? []).map(({ pointer }) => pointer);
  return [String(status), body.code, ...pointers].filter(Boolean).join(' ');
}

/** The mails that wait, by kind and address. */
export async function mailsOf({ hub }: TestHub): Promise<string[]> {
  return (await hub.outbox.lease(100, 60_000)).map(({ job }) => `${job.kind} ${job.to}`).sort();
}
