import { sql } from 'kysely';
import type { Vault } from '../privacy/vault.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { ReadConnection, WriteTransaction } from '../storage/storage.ts';

/** Statuses of parties that take part. */
export const takingPart: readonly string[] = ['confirmed', 'attended'];

const sumOfPeople = 'people';

/**
 * People who take part in anything, each counted once with the most guests they bring, also once they are erased.
 */
export async function peopleTakingPart(read: ReadConnection): Promise<number> {
  const present = read
    .selectFrom('attendances')
    .select([sql<string>`coalesce(person_hash, email_hash)`.as('personHash'), 'guests'])
    .where('status', 'in', takingPart);
  const parties = read
    .selectFrom(present.unionAll(read.selectFrom('countedPeople').select(['personHash', 'guests'])).as('all'))
    .select(sql<number>`1 + max(guests)`.as('size'))
    .groupBy('personHash')
    .as('parties');
  const { people } = await read
    .selectFrom(parties)
    .select(sql<number>`coalesce(sum(size), 0)`.as('people'))
    .executeTakeFirstOrThrow();
  const sum = await read
    .selectFrom('countedSums')
    .select('value')
    .where('name', '=', sumOfPeople)
    .executeTakeFirst();
  return people + (sum?.value ?? 0);
}

/** Keeps a party in the count when its row goes: who it was, as a hash, and the most guests. */
export async function keepCounted(
  transaction: WriteTransaction,
  vault: Vault,
  { status, emailHash, personHash, guests }: AttendanceRow,
): Promise<void> {
  if (!takingPart.includes(status)) return;
  await transaction
    .insertInto('countedPeople')
    .values({ personHash: personHash ?? vault.personHash(emailHash), guests })
    .onConflict((conflict) =>
      conflict
        .column('personHash')
        .doUpdateSet({ guests: sql<number>`max(counted_people.guests, excluded.guests)` }),
    )
    .execute();
}

/** Adds people to the sum that belongs to nobody. */
export async function addToSum(transaction: WriteTransaction, people: number): Promise<void> {
  if (people === 0) return;
  await transaction
    .insertInto('countedSums')
    .values({ name: sumOfPeople, value: people })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: sql<number>`counted_sums.value + excluded.value` }),
    )
    .execute();
}

/** Turns everybody who is only a hash into a number. */
export async function foldCounted(transaction: WriteTransaction): Promise<void> {
  const { people } = await transaction
    .selectFrom('countedPeople')
    .select(sql<number>`coalesce(sum(1 + guests), 0)`.as('people'))
    .executeTakeFirstOrThrow();
  await addToSum(transaction, people);
  await transaction.deleteFrom('countedPeople').execute();
}
