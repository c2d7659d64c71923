import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import { statement } from '../storage/statement.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { isEcho } from './echo.ts';
import { isMailboxKnown } from './known-mailbox.ts';
import { openPerson, sealPerson } from './person.ts';
import { offerUntil, releaseSeats } from './seats.ts';
import { moveLineUp, tell } from './tell.ts';

type ExpiryParts = Pick<HubParts, 'vault' | 'outbox' | 'now' | 'campaign'>;

/** Parties ended in one transaction, so that RSVPs need not wait long. */
const batch = 200;

const earliestEnd = statement((from) =>
  from
    .selectFrom('attendances')
    .select((select) => select.fn.min('expiresAt').as('earliest'))
    .where('expiresAt', 'is not', null),
);

/**
 * Ends parties that weren't confirmed in time, and offers their seats to the waiting line; an echo of one ends as it
 * would. Answers how many ended.
 */
export async function expireHolds(parts: ExpiryParts, transaction: WriteTransaction): Promise<number> {
  const at = parts.now();
  // Nearly always nothing is due, and each RSVP asks: this query is one look into an index.
  const [row] = await earliestEnd(transaction, {});
  if (!row || row.earliest === null || row.earliest > at) return 0;
  const rows = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('expiresAt', '<=', at)
    .orderBy('expiresAt')
    .orderBy('position')
    .limit(batch)
    .execute();
  for (const row of rows) await endHold(parts, transaction, row);
  const freed = rows.filter(({ status }) => status === 'unconfirmed').map(({ timeslotId }) => timeslotId);
  for (const timeslotId of new Set(freed)) await moveLineUp(parts, transaction, timeslotId);
  return rows.length;
}

/** Ends all that is still to be confirmed at some times, whenever it would end. */
export async function endHoldsOf(
  parts: ExpiryParts,
  transaction: WriteTransaction,
  timeslotIds: readonly string[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('attendances')
    .selectAll()
    .where('timeslotId', 'in', timeslotIds)
    .where('expiresAt', 'is not', null)
    .execute();
  for (const row of rows) await endHold(parts, transaction, row);
}

/** Has what is still to be confirmed at a time that moved end well before its new start; never later than it would. */
export async function shortenHolds(
  { now }: Pick<ExpiryParts, 'now'>,
  transaction: WriteTransaction,
  timeslotId: string,
  startAt: number,
): Promise<void> {
  const at = now();
  const expiresAt = offerUntil(startAt, at) ?? startAt;
  await transaction
    .updateTable('attendances')
    .set((set) => ({ expiresAt, version: set('version', '+', 1), updatedAt: at }))
    .where('timeslotId', '=', timeslotId)
    .where('expiresAt', '>', expiresAt)
    .execute();
}

/** Ends one that is to be confirmed, or the echo of one: no other row has an instant at which it ends. */
async function endHold(parts: ExpiryParts, transaction: WriteTransaction, row: AttendanceRow): Promise<void> {
  const at = parts.now();
  const isReal = row.status === 'unconfirmed';
  const ended = {
    status: 'cancelled',
    sealed: isReal ? row.sealed : endedEcho(parts, row),
    expiresAt: null,
    version: row.version + 1,
    updatedAt: at,
  };
  await transaction.updateTable('attendances').set(ended).where('id', '=', row.id).execute();
  await audit(transaction, at, 'hub', 'expire', row.id);
  if (!isReal) return;
  await releaseSeats(transaction, row);
  // A mailbox that nobody has proven, and that was written to already, is left alone.
  if (row.holdsSeats === 0 || !isMailboxKnown(row, parts.campaign())) return;
  if (await takesPlace(transaction, row.eventId))
    await tell(parts, transaction, 'attendance-expired', { ...row, ...ended });
}

async function takesPlace(transaction: WriteTransaction, eventId: string): Promise<boolean> {
  const event = await transaction
    .selectFrom('events')
    .select('status')
    .where('id', '=', eventId)
    .executeTakeFirst();
  return event?.status === 'confirmed';
}

function endedEcho({ vault }: ExpiryParts, row: AttendanceRow): string {
  const person = openPerson(vault, row);
  return isEcho(person)
    ? sealPerson(vault, row.id, { ...person, echo: { status: 'cancelled' } })
    : row.sealed;
}

/** Ends all that is due, a batch at a time; nothing is written where nothing is. */
export async function expireDue(parts: ExpiryParts & Pick<HubParts, 'storage'>): Promise<void> {
  const { storage, now } = parts;
  const isDue = (): Promise<unknown> =>
    storage.read
      .selectFrom('attendances')
      .select('id')
      .where('expiresAt', '<=', now())
      .limit(1)
      .executeTakeFirst();
  while (await isDue()) await storage.write((transaction) => expireHolds(parts, transaction));
}
