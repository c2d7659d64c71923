import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import { metresBetween } from '../../places/distance.ts';
import type { Schema } from '../schema.ts';
import type { Storage, WriteTransaction } from '../storage.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { migrate } from './migrations.ts';

/** Opens (and where needed creates) the database file. Every commit is on the disk before it is acknowledged. */
export function openSqliteStorage(file: string): Storage {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file);
  writer.exec('pragma journal_mode = wal');
  writer.exec('pragma synchronous = full');
  writer.exec('pragma foreign_keys = on');
  migrate(writer);
  const reader = connect(file);
  reader.exec('pragma query_only = on');

  const write = kysely(writer);
  const read = kysely(reader);
  const dataVersion = reader.prepare('pragma data_version');
  let turn: Promise<unknown> = Promise.resolve();

  return {
    read,
    distanceFunction: 'metres_between',
    // There is one write connection, so transactions stand in line instead of interleaving on it.
    write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
      const result = turn.then(() => write.transaction().execute(work));
      turn = result.catch(() => undefined);
      return result;
    },
    version: () => (dataVersion.get() as { data_version: number }).data_version,
    async close() {
      await turn;
      await read.destroy();
      await write.destroy();
    },
  };
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.function('metres_between', { deterministic: true }, (...values) => {
    const [latitude, longitude, otherLatitude, otherLongitude] = values.map(Number);
    return metresBetween(latitude ?? 0, longitude ?? 0, otherLatitude ?? 0, otherLongitude ?? 0);
  });
  return database;
}

function kysely(database: DatabaseSync): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new NodeSqliteDialect(database), plugins: [new CamelCasePlugin()] });
}
