import { campaignSystem } from '../campaign/trainings.ts';
import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { keepCounted } from './counted.ts';

/** How long guests are kept once their event is over, in milliseconds. */
export const guestLife = 30 * 24 * 3_600_000;

/** Rows in one transaction, so that RSVPs need not wait long. */
const batch = 200;

type ForgetParts = Pick<HubParts, 'storage' | 'vault' | 'now' | 'campaign'>;

/**
 * Erases guests whose event was over so long ago, those of the training series once its last session and recording
 * are; each stays in the count as a hash. Answers how many attendances went.
 */
export async function forgetGuests(parts: ForgetParts, life: number = guestLife): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const count = await forgetBatch(parts, parts.now() - life);
    forgotten += count;
    if (count < batch) return forgotten;
  }
}

async function forgetBatch(parts: ForgetParts, before: number): Promise<number> {
  const { storage, vault, now } = parts;
  return storage.write(async (transaction) => {
    const rows: AttendanceRow[] = await transaction
      .selectFrom('attendances')
      .selectAll()
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('timeslots')
              .select('timeslots.id')
              .whereRef('timeslots.eventId', '=', 'attendances.eventId')
              .where('timeslots.overAt', '>', before),
          ),
        ),
      )
      .$if(seriesEnd(parts) > before, (query) =>
        query.where((where) =>
          where(
            'eventId',
            'not in',
            where.selectFrom('events').select('id').where('sourceSystem', '=', campaignSystem),
          ),
        ),
      )
      .limit(batch)
      .execute();
    for (const row of rows) await keepCounted(transaction, vault, row);
    if (rows.length === 0) return 0;
    await transaction
      .deleteFrom('attendances')
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    await audit(transaction, now(), 'hub', 'forget-guests', String(rows.length));
    return rows.length;
  });
}

/** When the last session of the series was over, or its last recording came; milliseconds since 1970. */
function seriesEnd({ campaign }: ForgetParts): number {
  const ends = campaign().trainings.flatMap(({ endDate, recording }) => [
    Date.parse(endDate),
    ...(recording?.publishedAt ? [Date.parse(recording.publishedAt)] : []),
  ]);
  return Math.max(0, ...ends);
}
