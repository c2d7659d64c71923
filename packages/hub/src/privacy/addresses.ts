import { z } from '@huddlekit/contract';
import type { ReadConnection, WriteTransaction } from '../storage/storage.ts';
import type { Vault } from './vault.ts';

/** The true address of a home. Only this module reads its table, and every read is audited. */
export const HomeAddress = z.object({
  venue: z.nullable(z.string()),
  addressLines: z.array(z.string()),
  locality: z.nullable(z.string()),
  region: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
});
export type HomeAddress = z.infer<typeof HomeAddress>;

/** Stores the address of a home in the transaction of its event. */
export async function storeAddress(
  transaction: WriteTransaction,
  vault: Vault,
  eventId: string,
  address: HomeAddress,
): Promise<void> {
  const sealed = vault.seal(address, `address:${eventId}`);
  await transaction.insertInto('addresses').values({ eventId, sealed }).execute();
}

/** Whether an event's home is where it was; undefined stands for no home. It hands nothing out, so nobody reads it. */
export async function isSameAddress(
  transaction: WriteTransaction,
  vault: Vault,
  eventId: string,
  address: HomeAddress | undefined,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('addresses')
    .select('sealed')
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  if (!row || !address) return !row && !address;
  const known = HomeAddress.parse(vault.open(row.sealed, `address:${eventId}`));
  return JSON.stringify(known) === JSON.stringify(HomeAddress.parse(address));
}

/** Reads the address of a home for `reader`, who is written down. */
export async function readAddress(
  {
    read,
    write,
  }: {
    read: ReadConnection;
    write: <Result>(work: (transaction: WriteTransaction) => Promise<Result>) => Promise<Result>;
  },
  vault: Vault,
  eventId: string,
  reader: { actor: string; at: number },
): Promise<HomeAddress | undefined> {
  const row = await read
    .selectFrom('addresses')
    .select('sealed')
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  if (!row) return undefined;
  await write((transaction) =>
    transaction
      .insertInto('audit')
      .values({ ...reader, act: 'read-address', subject: eventId })
      .execute(),
  );
  return HomeAddress.parse(vault.open(row.sealed, `address:${eventId}`));
}
