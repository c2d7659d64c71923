import { sql } from 'kysely';
import type { AttendanceRow } from '../storage/schema.ts';
import type { ReadConnection } from '../storage/storage.ts';

/** People who come to the event by an invitation to it, each once; guests aren't counted, as they didn't use it. */
export async function friendsThrough(
  read: ReadConnection,
  { eventId, inviteCode }: Pick<AttendanceRow, 'eventId' | 'inviteCode'>,
): Promise<number> {
  const { friends } = await read
    .selectFrom('attendances')
    .select((all) => all.fn.count<number>('emailHash').distinct().as('friends'))
    .where('eventId', '=', eventId)
    .where('status', 'in', ['confirmed', 'attended'])
    .where(sql`json_extract(referrer_json, '$.invitedBy')`, '=', inviteCode)
    .executeTakeFirstOrThrow();
  return friends;
}
