import { releaseSeats } from '../attendances/seats.ts';
import { moveLineUp } from '../attendances/tell.ts';
import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import { addToSum, takingPart } from './counted.ts';
import { reportsOf } from './person-rows.ts';

/** What an erasure took away; `hostsUpcoming` and `moderates` tell what stands against it, and then nothing was. */
export type Erasure =
  | { readonly state: 'done'; readonly attendances: number; readonly hosted: number }
  | { readonly state: 'hostsUpcoming'; readonly eventIds: readonly string[] }
  | { readonly state: 'moderates' };

/**
 * Erases everything that is kept of the owner of a mailbox, in one transaction: their places go to the waiting line,
 * and the campaign's count keeps them as a number. Who hosts what is still ahead must first have it cancelled, so that
 * guests don't stand before a closed door; who moderates must first be none any more, so that nobody is missed by
 * accident. What stays: that a host was blocked, as a keyed hash, and audited acts.
 */
export async function erasePerson(parts: HubParts, address: string): Promise<Erasure> {
  const { storage, vault, now } = parts;
  const email = normalEmail(address);
  const emailHash = vault.hash('email', email);
  return storage.write(async (transaction) => {
    if (await isModerator(transaction, emailHash)) return { state: 'moderates' };
    const eventIds = await upcomingOf(transaction, emailHash, now());
    if (eventIds.length > 0) return { state: 'hostsUpcoming', eventIds };
    const rows = await transaction
      .selectFrom('attendances')
      .selectAll()
      .where('emailHash', '=', emailHash)
      .orderBy('position')
      .execute();
    await addToSum(transaction, await countOf(parts, transaction, emailHash, rows));
    await transaction.deleteFrom('attendances').where('emailHash', '=', emailHash).execute();
    for (const row of rows) {
      if (row.status === 'cancelled') continue;
      await releaseSeats(transaction, row);
      await moveLineUp(parts, transaction, row.timeslotId);
    }
    const hosted = await eraseHost(transaction, emailHash);
    await eraseCells(transaction, vault.hash('home-host', email));
    await transaction.deleteFrom('coHosts').where('emailHash', '=', emailHash).execute();
    await transaction
      .deleteFrom('hostStandings')
      .where('emailHash', '=', emailHash)
      .where('standing', '=', 'trusted')
      .execute();
    await transaction.deleteFrom('signInLinks').where('emailHash', '=', emailHash).execute();
    await transaction.deleteFrom('unsubscribes').where('emailHash', '=', emailHash).execute();
    await transaction.deleteFrom('outbox').where('recipientHash', '=', emailHash).execute();
    for (const { id } of await reportsOf(transaction, vault, email))
      await transaction.deleteFrom('reports').where('id', '=', id).execute();
    await audit(transaction, now(), 'operator', 'erase-person', rows[0]?.id ?? 'nobody');
    return { state: 'done', attendances: rows.length, hosted };
  });
}

async function isModerator(transaction: WriteTransaction, emailHash: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('moderators')
    .select('emailHash')
    .where('emailHash', '=', emailHash)
    .executeTakeFirst();
  return row !== undefined;
}

async function upcomingOf(transaction: WriteTransaction, emailHash: string, now: number): Promise<string[]> {
  const events = await transaction
    .selectFrom('hosts')
    .innerJoin('events', 'events.id', 'hosts.eventId')
    .innerJoin('timeslots', 'timeslots.eventId', 'events.id')
    .select('events.id')
    .distinct()
    .where('hosts.emailHash', '=', emailHash)
    .where('events.status', '<>', 'cancelled')
    .where('timeslots.overAt', '>', now)
    .execute();
  return events.map(({ id }) => id);
}

/** The person with the most guests of any party, and their hash goes out of the count. */
async function countOf(
  { vault }: HubParts,
  transaction: WriteTransaction,
  emailHash: string,
  rows: readonly AttendanceRow[],
): Promise<number> {
  const personHash = vault.personHash(emailHash);
  const counted = await transaction
    .selectFrom('countedPeople')
    .select('guests')
    .where('personHash', '=', personHash)
    .execute();
  await transaction.deleteFrom('countedPeople').where('personHash', '=', personHash).execute();
  const parties = [...counted, ...rows.filter(({ status }) => takingPart.includes(status))];
  return parties.length === 0 ? 0 : 1 + Math.max(...parties.map(({ guests }) => guests));
}

/** Events stay as what took place, without anybody behind them. Answers how many. */
async function eraseHost(transaction: WriteTransaction, emailHash: string): Promise<number> {
  const rows = await transaction
    .selectFrom('hosts')
    .select('eventId')
    .where('emailHash', '=', emailHash)
    .execute();
  const ids = rows.map(({ eventId }) => eventId);
  if (ids.length === 0) return 0;
  await transaction
    .updateTable('events')
    .set((set) => ({ hostName: null, version: set('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  await transaction.deleteFrom('addresses').where('eventId', 'in', ids).execute();
  await transaction.deleteFrom('pendingChanges').where('eventId', 'in', ids).execute();
  await transaction.deleteFrom('coHosts').where('eventId', 'in', ids).execute();
  await transaction.deleteFrom('hosts').where('eventId', 'in', ids).execute();
  return ids.length;
}

async function eraseCells(transaction: WriteTransaction, hostHash: string): Promise<void> {
  await transaction.deleteFrom('homeCells').where('hostHash', '=', hostHash).execute();
}
