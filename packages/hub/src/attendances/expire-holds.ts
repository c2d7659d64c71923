import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import { statement } from '../storage/statement.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { releaseSeats } from './seats.ts';
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
 * Ends parties that weren't confirmed in time, and offers their seats to the waiting line.
 * Answers how many ended.
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
    .where('status', '=', 'unconfirmed')
    .orderBy('expiresAt')
    .orderBy('position')
    .limit(batch)
    .execute();
  for (const row of rows) {
    const ended = { status: 'cancelled', expiresAt: null, version: row.version + 1, updatedAt: at };
    await transaction.updateTable('attendances').set(ended).where('id', '=', row.id).execute();
    await releaseSeats(transaction, row);
    await audit(transaction, at, 'hub', 'expire', row.id);
    // A mailbox that nobody has proven, and that was written to already, is left alone.
    const isKnown = row.confirmedAt !== null || parts.campaign().confirmation === 'none';
    if (row.holdsSeats === 1 && isKnown)
      await tell(parts, transaction, 'attendance-expired', { ...row, ...ended });
  }
  for (const timeslotId of new Set(rows.map((row) => row.timeslotId)))
    await moveLineUp(parts, transaction, timeslotId);
  return rows.length;
}

/** Ends all that is due, a batch at a time; nothing is written where nothing is. */
export async function expireDue(parts: ExpiryParts & Pick<HubParts, 'storage'>): Promise<void> {
  const { storage, now } = parts;
  const isDue = (): Promise<unknown> =>
    storage.read
      .selectFrom('attendances')
      .select('id')
      .where('expiresAt', '<=', now())
      .where('status', '=', 'unconfirmed')
      .limit(1)
      .executeTakeFirst();
  while (await isDue()) await storage.write((transaction) => expireHolds(parts, transaction));
}
