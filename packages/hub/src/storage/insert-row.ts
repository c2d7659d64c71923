import type { CompiledQuery, DialectAdapter, Insertable } from 'kysely';
import type { Schema } from './schema.ts';
import type { WriteTransaction } from './storage.ts';

const statements = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

/**
 * Inserts a row of plain values. Its statement is put together once for each database and set of columns: for the rows
 * of an RSVP that takes longer than to insert them.
 */
export async function insertRow<Table extends keyof Schema>(
  transaction: WriteTransaction,
  table: Table,
  row: Insertable<Schema[Table]> & Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const { adapter } = transaction.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, CompiledQuery>();
  statements.set(adapter, known);
  const key = `${table} ${Object.keys(row).join()}`;
  const statement = known.get(key) ?? transaction.insertInto(table).values(row).compile();
  known.set(key, statement);
  await transaction.executeQuery({ ...statement, parameters: Object.values(row) });
}
