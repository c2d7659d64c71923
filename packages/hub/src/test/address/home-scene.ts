import { hostOf } from '../../events/hosted.test-helper.ts';
import type { CoHost } from '../../events/co-hosts.ts';
import { homeEvent, type TestHub } from '../../server/test-hub.test-helper.ts';
import { sentMails, signUp, submitEvent, type Guest } from '../people.ts';

export const oldStreet = '2417 Quillfeather Avenue';
export const newStreet = '9 Sparrowgate Lane';
const hour = 3_600_000;
const day = 24 * hour;

export const releases = ['24h', 'confirmed', 'approval'] as const;
export type Release = (typeof releases)[number];

/** What has become of the event, and how long it is until its start. */
export const states = [
  'pending',
  'public, 2 days before',
  'public, 12 hours before',
  'change waiting, 12 hours before',
  'cancelled, 12 hours before',
  'past, 1 day after',
] as const;
export type State = (typeof states)[number];

/** A home with its guests, and another event of other people. */
export interface Scene {
  readonly id: string;
  readonly coming: Guest | undefined;
  readonly waiting: Guest | undefined;
  readonly cancelled: Guest | undefined;
  /** Whom the host gave the address; only where the host gives it to each. */
  readonly approved: Guest | undefined;
  /** Asked to host along, and of those one who said yes. */
  readonly invited: CoHost | undefined;
  readonly accepted: CoHost | undefined;
  /** Of another event of other people. */
  readonly other: { readonly hostToken: string; readonly guestToken: string };
}

/** Plays what leads to a state; `setTime` sets the clock from the start of the event, in milliseconds. */
export async function stage(
  server: TestHub,
  release: Release,
  state: State,
  setTime: (fromStart: number) => void,
): Promise<Scene> {
  const { hub } = server;
  const isAsked = release === 'approval';
  const coHosts = ['ina', 'otto'].map((name) => ({ name, email: `${name}@example.org` }));
  const form = homeEvent(hub.now(), { addressRelease: release, capacity: isAsked ? 2 : 1, coHosts });
  const elsewhere = homeEvent(hub.now(), {
    location: { ...form.location, addressLines: ['1 Other Street'] },
    host: { givenName: 'Olga', email: 'olga@example.org' },
  });
  const otherId = await submitEvent(server, elsewhere);
  await hub.events.approve(otherId, 'moderator');
  const stranger = await signUp(server, otherId, 'stranger');
  const other = {
    hostToken: hub.tokens.sign('event', otherId, 1),
    guestToken: hub.tokens.sign('attendance-mail', stranger.id, 1),
  };
  const id = await submitEvent(server, form);
  const nobody = { coming: undefined, waiting: undefined, cancelled: undefined, approved: undefined };
  if (state === 'pending') return { id, other, ...nobody, invited: undefined, accepted: undefined };

  await hub.events.approve(id, 'moderator');
  setTime(state === 'public, 2 days before' ? -2 * day : -12 * hour);
  const [invited, accepted] = await hub.hosting.coHosts(id);
  await hub.hosting.answerInvitation(accepted?.id ?? '', true);
  const approved = isAsked ? await signUp(server, id, 'april') : undefined;
  if (approved) await hub.hosting.approveGuest({ eventId: id, attendanceId: approved.id, actor: 'host' });
  const cancelled = await signUp(server, id, 'cora');
  await hub.attendances.cancel(cancelled.id);
  const coming = await signUp(server, id, 'ada');
  const waiting = await signUp(server, id, 'walt');
  // The form sent once more by somebody who knows the e-mail.
  await signUp(server, id, 'ada');
  if (state === 'change waiting, 12 hours before') {
    const location = { ...form.location, addressLines: [newStreet] };
    const answer = await hostOf(server, id).change({ location });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
  if (state === 'cancelled, 12 hours before') {
    await sentMails(server);
    await hub.events.cancel(id, 'host');
  }
  if (state === 'past, 1 day after') {
    await sentMails(server);
    setTime(day);
  }
  return { id, other, coming, waiting, cancelled, approved, invited, accepted };
}
