import { tell } from '../attendances/tell.ts';
import type { Hub } from '../hub.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** How long before the start a reminder goes out, in milliseconds. */
export const reminderLead = 24 * 3_600_000;
const pause = 60_000;
/** Rows of one transaction. */
const batch = 500;

type Parts = Pick<Hub, 'storage' | 'vault' | 'outbox' | 'now'>;

/**
 * Puts the reminders that are due in the outbox and answers how many: once for each time a party is expected at, and
 * none to who signed up within the day before, as the confirmation is as good. A time that moves on gets another one.
 */
export async function putReminders(parts: Parts): Promise<number> {
  let count = 0;
  for (;;) {
    // Most of the time there are none, and then nobody has to wait for a writer.
    const [first] = await dueReminders(parts.storage.read, parts.now(), 1);
    if (!first) return count;
    count += await parts.storage.write(async (transaction) => {
      const rows = await dueReminders(transaction, parts.now(), batch);
      for (const row of rows) await tell(parts, transaction, 'attendance-reminder', row);
      await transaction
        .updateTable('attendances')
        .set({ reminderAt: parts.now() })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
      return rows.length;
    });
  }
}

function dueReminders(from: Pick<WriteTransaction, 'selectFrom'>, now: number, limit: number) {
  return from
    .selectFrom('timeslots')
    .innerJoin('events', 'events.id', 'timeslots.eventId')
    .innerJoin('attendances', 'attendances.timeslotId', 'timeslots.id')
    .selectAll('attendances')
    .where('timeslots.startAt', '>', now)
    .where('timeslots.startAt', '<=', now + reminderLead)
    .where('events.status', '=', 'confirmed')
    .where('attendances.status', '=', 'confirmed')
    .where(({ eb, fn, or, ref }) => {
      const from = eb(ref('timeslots.startAt'), '-', reminderLead);
      return or([eb('attendances.reminderAt', 'is', null), eb('attendances.reminderAt', '<', from)]).and(
        fn.coalesce('attendances.confirmedAt', 'attendances.createdAt'),
        '<=',
        from,
      );
    })
    .orderBy('timeslots.startAt')
    .limit(limit)
    .execute();
}

/** Looks for due reminders from time to time. Any number of processes may; each reminder is put out once. */
export function startReminders(parts: Parts, fail: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const work = (): void => {
    running = running.then(() => putReminders(parts)).catch(fail);
  };
  work();
  const timer = setInterval(work, pause);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
