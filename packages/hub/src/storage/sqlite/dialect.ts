import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';

/** Prepared statements that are kept; each page of each filter has its own text. */
const maximumStatements = 200;

/** Kysely on `node:sqlite`, with write transactions that take the lock at once instead of at their first write. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    const statements = new Map<string, SqliteStatement>();
    const config: SqliteDialectConfig = {
      database: {
        close: () => {
          database.close();
        },
        prepare: (sql) => prepared(database, statements, sql),
      },
    };
    super(config);
    this.#config = config;
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config, this.#database);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config);
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  // The database undoes everything by itself on a full disk, and would then answer that there is nothing to undo.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

function prepared(
  database: DatabaseSync,
  statements: Map<string, SqliteStatement>,
  sql: string,
): SqliteStatement {
  const statement = statements.get(sql) ?? prepare(database, sql);
  // Set again at the end, so that the first entry is the one not used for longest.
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > maximumStatements && oldest !== undefined) statements.delete(oldest);
  return statement;
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    // A walk may be under way when the same text is run again, so it gets a statement of its own.
    iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
  };
}
