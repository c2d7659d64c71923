import {
  cancelAttendance,
  cancelEvent,
  getManagedAttendance,
  getManagedEvent,
} from '@huddlekit/contract/routes';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../../hub.ts';
import { openToken } from '../../privacy/access.ts';
import type { TokenPurpose } from '../../privacy/tokens.ts';
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

  operation(app, getManagedEvent, async ({ id, token }) => {
    await check(token, id, ['event']);
    return found(await events.managed(id, 'host'));
  });

  operation(app, cancelEvent, async ({ id, token }) => {
    await check(token, id, ['event']);
    found((await events.cancel(id, 'host')) || undefined);
    return undefined;
  });

  operation(app, getManagedAttendance, async ({ id, token }) => {
    await check(token, id, forAttendance);
    return found(await attendances.managed(id));
  });

  operation(app, cancelAttendance, async ({ id, token }) => {
    await check(token, id, forAttendance);
    found((await attendances.cancel(id)) || undefined);
    return undefined;
  });
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ProblemError('not_found');
  return value;
}
