import type { Kysely, Transaction } from 'kysely';
import type { PublicSchema, Schema } from './schema.ts';

export type ReadConnection = Kysely<Schema>;
/** A connection that can read what anybody may know and nothing else. */
export type PublicConnection = Kysely<PublicSchema>;
export type WriteTransaction = Transaction<Schema>;

/** The seam to the database: everything else speaks Kysely and names no engine. */
export interface Storage {
  /** Committed data; never waits for a writer. */
  readonly read: ReadConnection;
  /** For public answers: the database itself refuses it every other table. */
  readonly publicRead: PublicConnection;
  /**
   * Runs `work` in a transaction that holds the write lock from its first statement. One at a time;
   * a throw rolls everything back and comes out again.
   */
  write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result>;
  /** Metres between two points as an expression of the database. */
  readonly distanceFunction: string;
  /** Rises whenever any process has committed a change. */
  version(): number;
  close(): Promise<void>;
}
