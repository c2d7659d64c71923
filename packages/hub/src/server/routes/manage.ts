import {
  cancelAttendance,
  cancelEvent,
  changeAttendance,
  changeEvent,
  getManagedAttendance,
  getManagedEvent,
} from '@huddlekit/contract/routes';
import type { ManagedAttendance, ManagedEvent } from '@huddlekit/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isLinkReplaced } from '../../attendances/known-mailbox.ts';
import type { EventManager } from '../../events/event-manager.ts';
import type { Hub } from '../../hub.ts';
import { openToken } from '../../privacy/access.ts';
import type { TokenPurpose } from '../../privacy/tokens.ts';
import { versionTag } from '../if-match.ts';
import { operation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

const forAttendance: readonly TokenPurpose[] = ['attendance', 'attendance-mail'];

/** What the holder of a link may see and do. Nothing here is kept by any cache. */
export function manageRoutes(app: FastifyInstance, hub: Hub): void {
  const { events, attendances, hosting } = hub;

  /** Whether a guest's link has given way to the mailed one. @throws ProblemError where it isn't this guest's. */
  async function isGuestReplaced(text: string, id: string): Promise<boolean> {
    const token = await openToken(hub, text);
    if (!token || token.id !== id || !forAttendance.includes(token.purpose))
      throw new ProblemError('unauthorized');
    const { row } = found(await attendances.find(id));
    return isLinkReplaced(row, token, hub.campaign());
  }

  async function checkGuest(text: string, id: string): Promise<void> {
    if (await isGuestReplaced(text, id)) throw new ProblemError('unauthorized');
  }

  /** The host, or a co-host by a link of their own. */
  async function managerOf(text: string, id: string): Promise<EventManager> {
    const token = await openToken(hub, text);
    const manager = token && (await hosting.manager(token));
    if (manager?.eventId !== id) throw new ProblemError('unauthorized');
    return manager;
  }

  async function eventView(id: string, actor: string, reply: FastifyReply): Promise<ManagedEvent> {
    return tagged(found(await events.managed(id, actor)), reply);
  }

  async function attendanceView(id: string, reply: FastifyReply): Promise<ManagedAttendance> {
    return tagged(found(await attendances.managed(id)), reply);
  }

  operation(app, getManagedEvent, async ({ id, token, reply }) => {
    const { actor } = await managerOf(token, id);
    return eventView(id, actor, reply);
  });

  operation(app, changeEvent, async ({ id, token, body, ifMatch, key, reply }) => {
    const { actor, isHost } = await managerOf(token, id);
    if (body.coHosts && !isHost) throw new ProblemError('host_only');
    await events.change(id, body, { ifMatch, key, actor });
    return eventView(id, actor, reply);
  });

  operation(app, cancelEvent, async ({ id, token, ifMatch }) => {
    const { actor, isHost } = await managerOf(token, id);
    if (!isHost) throw new ProblemError('host_only');
    found((await events.cancel(id, actor, ifMatch)) || undefined);
    return undefined;
  });

  operation(app, getManagedAttendance, async ({ id, token, reply }) => {
    const isReplaced = await isGuestReplaced(token, id);
    const view = await attendanceView(id, reply);
    return isReplaced ? withoutPerson(view) : view;
  });

  operation(app, changeAttendance, async ({ id, token, body, ifMatch, key, reply }) => {
    await checkGuest(token, id);
    await attendances.change(id, body, { ifMatch, key });
    return attendanceView(id, reply);
  });

  operation(app, cancelAttendance, async ({ id, token, ifMatch }) => {
    await checkGuest(token, id);
    found((await attendances.cancel(id, ifMatch)) || undefined);
    return undefined;
  });
}

/** How it stands, which a page that sent the RSVP shows on, and nothing of what its owner may have written since. */
function withoutPerson(view: ManagedAttendance): ManagedAttendance {
  const person = { givenName: '', familyName: null, email: '', phone: null, postalCode: null };
  return { ...view, person, accessNeeds: null };
}

function tagged<View extends { readonly version: number }>(view: View, reply: FastifyReply): View {
  reply.header('etag', versionTag(view.version));
  return view;
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ProblemError('not_found');
  return value;
}
