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
import type { Hub } from '../../hub.ts';
import { openToken } from '../../privacy/access.ts';
import type { TokenPurpose } from '../../privacy/tokens.ts';
import { versionTag } from '../if-match.ts';
import { operation } from '../operation.ts';
import { ProblemError } from '../problem-error.ts';

const forAttendance: readonly TokenPurpose[] = ['attendance', 'attendance-mail'];

/** What the holder of a link may see and do. Nothing here is kept by any cache. */
export function manageRoutes(app: FastifyInstance, hub: Hub): void {
  const { events, attendances } = hub;

  async function check(text: string, id: string, purposes: readonly TokenPurpose[]): Promise<void> {
    const token = await openToken(hub, text);
    if (!token || token.id !== id || !purposes.includes(token.purpose))
      throw new ProblemError('unauthorized');
  }

  async function eventView(id: string, reply: FastifyReply): Promise<ManagedEvent> {
    return tagged(found(await events.managed(id, 'host')), reply);
  }

  async function attendanceView(id: string, reply: FastifyReply): Promise<ManagedAttendance> {
    return tagged(found(await attendances.managed(id)), reply);
  }

  operation(app, getManagedEvent, async ({ id, token, reply }) => {
    await check(token, id, ['event']);
    return eventView(id, reply);
  });

  operation(app, changeEvent, async ({ id, token, body, ifMatch, key, reply }) => {
    await check(token, id, ['event']);
    await events.change(id, body, { ifMatch, key });
    return eventView(id, reply);
  });

  operation(app, cancelEvent, async ({ id, token, ifMatch }) => {
    await check(token, id, ['event']);
    found((await events.cancel(id, 'host', ifMatch)) || undefined);
    return undefined;
  });

  operation(app, getManagedAttendance, async ({ id, token, reply }) => {
    await check(token, id, forAttendance);
    return attendanceView(id, reply);
  });

  operation(app, changeAttendance, async ({ id, token, body, ifMatch, key, reply }) => {
    await check(token, id, forAttendance);
    await attendances.change(id, body, { ifMatch, key });
    return attendanceView(id, reply);
  });

  operation(app, cancelAttendance, async ({ id, token, ifMatch }) => {
    await check(token, id, forAttendance);
    found((await attendances.cancel(id, ifMatch)) || undefined);
    return undefined;
  });
}

function tagged<View extends { readonly version: number }>(view: View, reply: FastifyReply): View {
  reply.header('etag', versionTag(view.version));
  return view;
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ProblemError('not_found');
  return value;
}
