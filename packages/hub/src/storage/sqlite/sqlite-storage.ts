import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import { metresBetween } from '@huddlekit/contract/event-list';
import type { PublicSchema, Schema } from '../schema.ts';
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
  const publicReader = connect(file);
  publicReader.exec('pragma query_only = on');
  publicReader.setAuthorizer(onlyPublic);

  const write = kysely<Schema>(writer);
  const read = kysely<Schema>(reader);
  const publicRead = kysely<PublicSchema>(publicReader);
  const dataVersion = reader.prepare('pragma data_version');
  let turn: Promise<unknown> = Promise.resolve();

  return {
    read,
    publicRead,
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
      await publicRead.destroy();
      await read.destroy();
      await write.destroy();
    },
  };
}

const publicTables: ReadonlySet<string | null> = new Set<keyof PublicSchema>(['events', 'timeslots']);

/** What the public connection may do: select from the public tables and call functions. */
function onlyPublic(action: number, table: string | null): number {
  const { SQLITE_OK, SQLITE_DENY, SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION } = constants;
  if (action === SQLITE_SELECT || action === SQLITE_FUNCTION) return SQLITE_OK;
  return action === SQLITE_READ && publicTables.has(table) ? SQLITE_OK : SQLITE_DENY;
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.function(
    'metres_between',
    { deterministic: true },
    (latitude, longitude, otherLatitude, otherLongitude) => {
      if (latitude === null || longitude === null) return null;
      return metresBetween(
        Number(latitude),
        Number(longitude),
        Number(otherLatitude),
        Number(otherLongitude),
      );
    },
  );
  return database;
}

function kysely<Tables>(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(database), plugins: [new CamelCasePlugin()] });
}
