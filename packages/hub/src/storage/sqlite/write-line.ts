import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Storage, WriteTransaction } from '../storage.ts';

/** Works on the one write connection stand in a line, and each has its turn. */
export interface WriteLine {
  readonly write: Storage['write'];
  /** Fulfils when nothing is under way or waits. */
  idle(): Promise<void>;
}

/** A transaction and a commit for each work. */
export function commitEach(database: Kysely<Schema>): WriteLine {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
      const result = turn.then(() => database.transaction().execute(work));
      turn = result.catch(() => undefined);
      return result;
    },
    async idle() {
      await turn;
    },
  };
}
