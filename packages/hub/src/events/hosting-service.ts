import { approveGuest, asksForAddress, checkIn, type GuestAct } from '../attendances/welcome-guests.ts';
import { guestList, type GuestEntry } from '../attendances/guest-list.ts';
import type { HubParts } from '../hub.ts';
import type { Token } from '../privacy/tokens.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { audit } from './audit.ts';
import {
  answerInvitation,
  inviteCoHost,
  removeCoHost,
  renewCoHostLink,
  type CoHostAct,
  type Invited,
} from './co-host-acts.ts';
import { coHostNamed, coHostsOf, type CoHost, type NamedCoHost } from './co-hosts.ts';
import { managerOf, type EventManager } from './event-manager.ts';
import { messageComing, messagesLeft, type HostMessage } from './message-coming.ts';
import { tellHost } from './tell-host.ts';

/** What hosts do beside changing and cancelling: guests, messages, co-hosts and links. */
export interface HostingService {
  /** Whose link a genuine token is; undefined where it opens no event. */
  manager(token: Token): Promise<EventManager | undefined>;
  /** Version of the links of the event's host, or of a co-host; undefined where there is none any more. */
  tokenVersion(eventId: string, coHostId?: string): Promise<number | undefined>;
  /** Everybody who comes or waits, as far as they consented. */
  guests(eventId: string): Promise<GuestEntry[]>;
  /** Whether the host gives each guest of this event the address of the home. */
  asksForAddress(eventId: string): Promise<boolean>;
  approveGuest(act: GuestAct): Promise<'done' | 'not_found'>;
  checkIn(act: GuestAct, hasCome: boolean): Promise<'done' | 'not_found' | 'too_early'>;
  messagesLeft(eventId: string): Promise<number>;
  /** How many people a message reaches. */
  peopleToTell(eventId: string): Promise<number>;
  message(message: HostMessage): ReturnType<typeof messageComing>;
  coHosts(eventId: string): Promise<CoHost[]>;
  coHost(id: string): Promise<CoHost | undefined>;
  invite(eventId: string, person: NamedCoHost, actor: string): Promise<Invited>;
  /** Takes a co-host out; the link is dead from then on. Answers false where there is none. */
  removeCoHost(act: CoHostAct): Promise<boolean>;
  /** Mails a co-host another link; the old one is dead. Answers false where there is none. */
  renewCoHostLink(act: CoHostAct): Promise<boolean>;
  /** A co-host's own answer. */
  answerInvitation(id: string, accepts: boolean): Promise<boolean>;
  /** Makes and mails the host another link and answers its token; the old one is dead. */
  renewLink(eventId: string, actor: string): Promise<string | undefined>;
}

export function createHostingService(parts: HubParts): HostingService {
  const { storage, vault, now } = parts;
  return {
    manager: (token) => managerOf(parts, token),
    async tokenVersion(eventId, coHostId = '') {
      const table = coHostId === '' ? 'events' : 'coHosts';
      const row = await storage.read
        .selectFrom(table)
        .select('tokenVersion')
        .where('id', '=', coHostId || eventId)
        .executeTakeFirst();
      return row?.tokenVersion;
    },
    guests: (eventId) => guestList(parts, eventId),
    asksForAddress: (eventId) => asksForAddress(storage.read, eventId),
    approveGuest: (act) => storage.write((transaction) => approveGuest(parts, transaction, act)),
    checkIn: (act, hasCome) => storage.write((transaction) => checkIn(parts, transaction, act, hasCome)),
    messagesLeft: (eventId) => messagesLeft(storage.read, eventId, now()),
    async peopleToTell(eventId) {
      const { people } = await storage.read
        .selectFrom('attendances')
        .select(({ fn }) => fn.count<number>('emailHash').distinct().as('people'))
        .where('eventId', '=', eventId)
        .where('status', 'in', ['confirmed', 'waitlisted'])
        .executeTakeFirstOrThrow();
      return people;
    },
    message: (message) => messageComing(parts, message),
    coHosts: (eventId) => coHostsOf(storage.read, vault, eventId),
    coHost: (id) => coHostNamed(storage.read, vault, id),
    invite: (eventId, person, actor) =>
      storage.write((transaction) => inviteCoHost(parts, transaction, eventId, person, actor)),
    removeCoHost: (act) => storage.write((transaction) => removeCoHost(parts, transaction, act)),
    renewCoHostLink: (act) => storage.write((transaction) => renewCoHostLink(parts, transaction, act)),
    answerInvitation: (id, accepts) =>
      storage.write((transaction) => answerInvitation(parts, transaction, id, accepts)),
    renewLink: (eventId, actor) =>
      storage.write((transaction) => renewLink(parts, transaction, eventId, actor)),
  };
}

async function renewLink(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  actor: string,
): Promise<string | undefined> {
  const event = await transaction
    .updateTable('events')
    .set(({ eb }) => ({ tokenVersion: eb('tokenVersion', '+', 1) }))
    .where('id', '=', eventId)
    .returning('tokenVersion')
    .executeTakeFirst();
  if (!event) return undefined;
  await audit(transaction, parts.now(), actor, 'renew-link', eventId);
  await tellHost(parts, transaction, eventId, 'host-link');
  return parts.tokens.sign('event', eventId, event.tokenVersion);
}
