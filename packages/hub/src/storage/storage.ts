import type { Kysely, Transaction } from 'kysely';
import type { PublicSchema, Schema } from './schema.ts';

export type ReadConnection = Kysely<Schema>;
/** A connection that can read what anybody may know and nothing else. */
export type PublicConnection = Kysely<PublicSchema>;
export type WriteTransaction = Transaction<Schema>;

/** Functions that SQL has under another name in each database. */
export interface StorageFunctions {
  /** Metres between two points: `(latitude, longitude, otherLatitude, otherLongitude)`. */
  readonly distance: string;
  /** Days from 1970-01-01 to the date that clocks in a zone show: `(instant, timezone)`. */
  readonly localDay: string;
}

/** The seam to the database: everything else speaks Kysely and names no engine. */
export interface Storage {
  /** Committed data; never waits for a writer. */
  readonly read: ReadConnection;
  /** For public answers: the database itself refuses it every other table. */
  readonly publicRead: PublicConnection;
  /**
   * Runs `work` in a transaction that holds the write lock from its first statement. One at a time, in the order
   * of the calls; a throw undoes what it did and comes out again. Fulfilled once it is on the disk. Works may share a
   * commit, so a work sees those before it through its own transaction and not through `read`.
   */
  write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result>;
  /** Names of the functions of the database that the queries use. */
  readonly functions: StorageFunctions;
  /**
   * Empties the log of writes, so that what was erased stands in no file; as far as nobody writes at this moment, else
   * it is for the next time.
   */
  scrub(): void;
  /** Rises whenever any process has committed a change. */
  version(): number;
  close(): Promise<void>;
}
