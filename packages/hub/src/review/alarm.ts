import type { AlarmReason } from '@huddlekit/contract';
import { audit } from '../events/audit.ts';
import { newId } from '../events/event-write.ts';
import type { HubParts } from '../hub.ts';
import { statement } from '../storage/statement.ts';
import type { ReadConnection } from '../storage/storage.ts';
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
  const at = parts.now();
  // In a rush every RSVP comes here, and only the first finds something to write.
  if (!(await isDue(parts.storage.read, eventId, lately, at))) return false;
  return parts.storage.write(async (transaction) => {
    if (!(await isDue(transaction, eventId, lately, at))) return false;
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

/** Whether so many RSVPs call for an alarm, and none was raised lately. */
async function isDue(from: ReadConnection, eventId: string, lately: number, at: number): Promise<boolean> {
  if (lately < fastForAny && !(await isHalfFull(from, eventId, lately))) return false;
  const [earlier] = await earlierAlarm(from, { eventId, after: at - pause });
  return !earlier;
}

const earlierAlarm = statement(
  (from, { eventId, after }: { readonly eventId: string; readonly after: number }) =>
    from
      .selectFrom('reports')
      .select('id')
      .where('eventId', '=', eventId)
      .where('reason', '=', reason)
      .where('createdAt', '>', after)
      .limit(1),
);

/** Whether so many parties are half of what a timeslot of the event holds. */
async function isHalfFull(from: ReadConnection, eventId: string, lately: number): Promise<boolean> {
  const slot = await from
    .selectFrom('timeslots')
    .select('id')
    .where('eventId', '=', eventId)
    .where('capacity', '<=', 2 * lately)
    .executeTakeFirst();
  return slot !== undefined;
}
