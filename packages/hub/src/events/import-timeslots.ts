import { shortenHolds } from '../attendances/expire-holds.ts';
import { moveLineUp } from '../attendances/tell.ts';
import type { HubParts } from '../hub.ts';
import type { TimeslotRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import {
  insertTimeslots,
  timeslotColumns,
  type TimeslotDefaults,
  type TimeslotInput,
} from './event-write.ts';

/** A time as its source lists it now, with the columns that it has here. */
interface ListedTime {
  readonly input: TimeslotInput;
  readonly columns: ReturnType<typeof timeslotColumns>;
}

/** A timeslot and the time that it shall have. */
interface Pair {
  readonly slot: TimeslotRow;
  readonly columns: ListedTime['columns'];
}

/**
 * Makes the timeslots of an event those that its source lists. One with the same start is the same, and of the others
 * that are ahead the first is taken to have become the first, so that people stay signed up; the rest goes where nobody
 * is in. Answers the ids of those with another time than before.
 */
export async function replaceTimeslots(
  parts: HubParts,
  transaction: WriteTransaction,
  eventId: string,
  event: TimeslotDefaults & { readonly timeslots: readonly TimeslotInput[] },
): Promise<string[]> {
  const present = await transaction
    .selectFrom('timeslots')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy('startAt')
    .execute();
  const listed = event.timeslots.map((input) => ({ input, columns: timeslotColumns(eventId, input, event) }));
  const { pairs, added, left } = paired(present, listed, parts.now());
  for (const pair of pairs) await setTime(parts, transaction, pair);
  await insertTimeslots(
    transaction,
    eventId,
    added.map(({ input }) => input),
    event,
  );
  for (const { id } of left) await removeEmpty(transaction, id);
  return pairs.filter(isMoved).map(({ slot }) => slot.id);
}

function paired(
  present: readonly TimeslotRow[],
  listed: readonly ListedTime[],
  now: number,
): { readonly pairs: Pair[]; readonly added: ListedTime[]; readonly left: TimeslotRow[] } {
  const starts = Map.groupBy(present, ({ startAt }) => startAt);
  const pairs: Pair[] = [];
  const others: ListedTime[] = [];
  for (const time of listed) {
    const slot = starts.get(time.columns.startAt)?.shift();
    if (slot) pairs.push({ slot, columns: time.columns });
    else others.push(time);
  }
  const left = [...starts.values()].flat();
  // What is over stays what it was, however many times come after it.
  const movable = left.filter(({ overAt }) => overAt > now);
  const ahead = others
    .filter(({ columns }) => columns.overAt > now)
    .sort((a, b) => a.columns.startAt - b.columns.startAt);
  const moves = movable.slice(0, ahead.length).flatMap((slot, index) => {
    const time = ahead[index];
    return time ? [{ slot, time }] : [];
  });
  return {
    pairs: [...pairs, ...moves.map(({ slot, time: { columns } }) => ({ slot, columns }))],
    added: others.filter((time) => !moves.some((move) => move.time === time)),
    left: left.filter((slot) => !moves.some((move) => move.slot === slot)),
  };
}

function isMoved({ slot, columns: { startAt, endAt, allDay } }: Pair): boolean {
  return slot.startAt !== startAt || slot.endAt !== endAt || slot.allDay !== allDay;
}

async function setTime(parts: HubParts, transaction: WriteTransaction, pair: Pair): Promise<void> {
  const { slot, columns } = pair;
  await transaction.updateTable('timeslots').set(columns).where('id', '=', slot.id).execute();
  if (isMoved(pair)) await shortenHolds(parts, transaction, slot.id, columns.startAt);
  // The source may have found more chairs.
  if (slot.waiting > 0) await moveLineUp(parts, transaction, slot.id);
}

async function removeEmpty(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction
    .deleteFrom('timeslots')
    .where('id', '=', id)
    .where((where) =>
      where.not(where.exists(where.selectFrom('attendances').select('id').where('timeslotId', '=', id))),
    )
    .execute();
}
