import { sql } from 'kysely';
import type { AttendanceRow } from '../storage/schema.ts';
import type { ReadConnection } from '../storage/storage.ts';

/** How many others come to an event through a person's invitation; each counts once, and nobody invites themselves. */
export async function friendsThrough(
  read: ReadConnection,
  { eventId, inviteCode, emailHash }: Pick<AttendanceRow, 'eventId' | 'inviteCode' | 'emailHash'>,
): Promise<number> {
  const { friends } = await read
    .selectFrom('attendances')
    .select(({ fn }) => fn.count<number>('emailHash').distinct().as('friends'))
    .where('eventId', '=', eventId)
    .where('status', 'in', ['confirmed', 'attended'])
    .where('emailHash', '<>', emailHash)
    .where(sql<string>`referrer_json ->> '$.invitedBy'`, '=', inviteCode)
    .executeTakeFirstOrThrow();
  return friends;
}
