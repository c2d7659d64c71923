import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, DatabaseSync, type StatementSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import { metresBetween } from '@huddlekit/contract/event-list';
import type { PublicSchema, Schema } from '../schema.ts';
import { localDay } from '../../events/local-day.ts';
import type { Storage, StorageFunctions } from '../storage.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { commitTogether } from './group-commit.ts';
import { migrate } from './migrations.ts';
import { commitEach } from './write-line.ts';

/** Options that tests and benchmarks use to see what a part is good for. */
export interface SqliteOptions {
  /** `off` commits each work for itself. */
  readonly groupCommit?: 'on' | 'off';
}

/** Opens (and where needed creates) the database file. Every commit is on the disk before it is acknowledged. */
export function openSqliteStorage(file: string, { groupCommit = 'on' }: SqliteOptions = {}): Storage {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file);
  writer.exec('pragma journal_mode = wal');
  writer.exec('pragma synchronous = full');
  writer.exec('pragma foreign_keys = on');
  // What is deleted is overwritten, so that an erased person isn't still in the file.
  writer.exec('pragma secure_delete = on');
  // Keys are hashes, so a write touches pages all over the file: 64 MiB of them are kept at hand.
  writer.exec('pragma cache_size = -65536');
  migrate(writer);
  const reader = connect(file);
  reader.exec('pragma query_only = on');
  const publicReader = connectPublic(file);

  const write = kysely<Schema>(writer);
  const read = kysely<Schema>(reader);
  const publicRead = kysely<PublicSchema>(publicReader);
  const dataVersion = reader.prepare('pragma data_version');
  // There is one write connection, so works stand in line instead of interleaving on it.
  const line = groupCommit === 'on' ? commitTogether(write) : commitEach(write);

  return {
    read,
    publicRead,
    functions: sqliteFunctions,
    write: line.write,
    scrub: () => {
      emptyLog(file);
    },
    version: () => versionIn(dataVersion),
    async close() {
      await line.idle();
      await publicRead.destroy();
      await read.destroy();
      await write.destroy();
    },
  };
}

/** By a connection that doesn't wait: a writer of this process would wait for it in turn. */
function emptyLog(file: string): void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
}

/** What a thread of its own reads public answers from, without a way to anything else. */
export interface PublicReader extends Pick<Storage, 'publicRead' | 'functions' | 'version'> {
  close(): Promise<void>;
}

/** Opens a database that is there already for public answers alone. */
export function openPublicReader(file: string): PublicReader {
  const database = connectPublic(file);
  const dataVersion = database.prepare('pragma data_version');
  const publicRead = kysely<PublicSchema>(database);
  return {
    publicRead,
    functions: sqliteFunctions,
    version: () => versionIn(dataVersion),
    close: () => publicRead.destroy(),
  };
}

const sqliteFunctions: StorageFunctions = { distance: 'metres_between', localDay: 'local_day' };

function connectPublic(file: string): DatabaseSync {
  const database = connect(file);
  database.exec('pragma query_only = on');
  database.setAuthorizer(onlyPublic);
  return database;
}

function versionIn(statement: StatementSync): number {
  return (statement.get() as { data_version: number }).data_version;
}

const publicTables: ReadonlySet<string | null> = new Set<keyof PublicSchema>(['events', 'timeslots']);

/** What the public connection may do: select from the public tables, call functions, and see that something changed. */
function onlyPublic(action: number, table: string | null): number {
  const { SQLITE_OK, SQLITE_DENY, SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_PRAGMA } = constants;
  if (action === SQLITE_SELECT || action === SQLITE_FUNCTION) return SQLITE_OK;
  if (action === SQLITE_PRAGMA && table === 'data_version') return SQLITE_OK;
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
  database.function('local_day', { deterministic: true }, (instant, timezone) =>
    localDay(Number(instant), String(timezone)),
  );
  return database;
}

function kysely<Tables>(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(database), plugins: [new CamelCasePlugin()] });
}
