import type { Insertable } from 'kysely';
import type { Schema } from './schema.ts';
import { statement } from './statement.ts';
import type { WriteTransaction } from './storage.ts';

type Values = Readonly<Record<string, string | number | null>>;
type Insert = (transaction: WriteTransaction, values: Values) => Promise<unknown>;

const inserts = new Map<string, Insert>();

/** Inserts a row of plain values, by one statement for each set of columns. */
export async function insertRow<Table extends keyof Schema>(
  transaction: WriteTransaction,
  table: Table,
  row: Insertable<Schema[Table]> & Values,
): Promise<void> {
  const names = Object.keys(row);
  const key = `${table} ${names.join()}`;
  let insert = inserts.get(key);
  if (!insert) {
    insert = statement((into, places: Values) =>
      into
        .insertInto(table)
        .values(Object.fromEntries(names.map((name) => [name, places[name]])) as Insertable<Schema[Table]>),
    );
    inserts.set(key, insert);
  }
  await insert(transaction, row);
}
