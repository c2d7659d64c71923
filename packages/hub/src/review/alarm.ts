import type { AlarmReason } from '@huddlekit/contract';
import { audit } from '../events/audit.ts';
import { newId } from '../events/event-write.ts';
import type { HubParts } from '../hub.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { sealReport } from './reports.ts';

/** RSVPs of ten minutes from which a small event fills abnormally fast, if they take half of its seats. */
export const fastForSmall = 20;
/** RSVPs of ten minutes that are abnormal whatever the seats. */
const fastForAny = 200;
/** A moderator is called once in this time, in milliseconds. */
const pause = 3_600_000;

const reason: AlarmReason = 'filling-fast';

/**
 * Calls the moderators to an event that got so many RSVPs lately, where that is more than people do by themselves.
 * Answers whether it did: at most once an hour.
 */
export async function raiseAlarm(parts: HubParts, eventId: string, lately: number): Promise<boolean> {
  if (lately < fastForSmall) return false;
  return parts.storage.write(async (transaction) => {
    const at = parts.now();
    if (lately < fastForAny && !(await isHalfFull(transaction, eventId, lately))) return false;
    const earlier = await transaction
      .selectFrom('reports')
      .select('id')
      .where('eventId', '=', eventId)
      .where('reason', '=', reason)
      .where('createdAt', '>', at - pause)
      .executeTakeFirst();
    if (earlier) return false;
    const id = newId();
    const sealed = sealReport(parts, id, { words: String(Math.round(lately)), email: null });
    await transaction
      .insertInto('reports')
      .values({ id, eventId, reason, sealed, createdAt: at, closedAt: null })
      .execute();
    await audit(transaction, at, 'hub', 'alarm', eventId);
    return true;
  });
}

/** Whether so many parties are half of what a timeslot of the event holds. */
async function isHalfFull(transaction: WriteTransaction, eventId: string, lately: number): Promise<boolean> {
  const slot = await transaction
    .selectFrom('timeslots')
    .select('id')
    .where('eventId', '=', eventId)
    .where('capacity', '<=', 2 * lately)
    .executeTakeFirst();
  return slot !== undefined;
}
