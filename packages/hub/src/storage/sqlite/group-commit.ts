import { setImmediate } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WriteTransaction } from '../storage.ts';
import type { WriteLine } from './write-line.ts';

/** Works that one commit holds at most. */
const mostWorks = 256;
/** After this time, in milliseconds, a commit takes no further work, so that the first isn't kept waiting. */
const longest = 60;

interface Waiting {
  run(transaction: WriteTransaction): Promise<void>;
  /** Tells how it ended; an error of the commit tells it of works that had gone well. */
  settle(commitError?: { readonly error: unknown }): void;
}

/**
 * One commit, and with it one wait for the disk, for all works that have come together. Each is run in a savepoint of
 * its own, so that a throw undoes it alone; all are told once the commit is on the disk, or none where it fails.
 */
export function commitTogether(database: Kysely<Schema>): WriteLine {
  const waiting: Waiting[] = [];
  let turn: Promise<void> | undefined;

  async function runAll(): Promise<void> {
    do {
      // Whoever's request has arrived by now comes along.
      await setImmediate();
      await commitSome(database, waiting);
    } while (waiting.length > 0);
    turn = undefined;
  }

  return {
    write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        waiting.push(waitingFor(work, resolve, reject));
        turn ??= runAll();
      });
    },
    async idle() {
      await turn;
    },
  };
}

async function commitSome(database: Kysely<Schema>, waiting: Waiting[]): Promise<void> {
  const batch = waiting.splice(0, mostWorks);
  let begun = 0;
  try {
    await database.transaction().execute(async (transaction) => {
      const end = performance.now() + longest;
      for (const work of batch) {
        begun += 1;
        await work.run(transaction);
        if (performance.now() > end) break;
      }
    });
  } catch (error) {
    // Nobody has begun where the lock wasn't to be had: then it isn't for any of them.
    for (const work of batch.splice(0, begun || batch.length)) work.settle({ error });
    waiting.unshift(...batch);
    return;
  }
  waiting.unshift(...batch.splice(begun));
  for (const work of batch) work.settle();
}

function waitingFor<Result>(
  work: (transaction: WriteTransaction) => Promise<Result>,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting {
  let end: ((commitError?: { readonly error: unknown }) => void) | undefined;
  return {
    async run(transaction) {
      await execute(transaction, 'savepoint work');
      try {
        const result = await work(transaction);
        end = (failed) => {
          if (failed) reject(failed.error);
          else resolve(result);
        };
      } catch (error) {
        end = () => {
          reject(error);
        };
        // Fails where the database has undone everything by itself, as on a full disk; then nobody is told of success.
        await execute(transaction, 'rollback to work');
      }
      await execute(transaction, 'release work');
    },
    settle(commitError) {
      if (end) end(commitError);
      else reject(commitError?.error);
    },
  };
}

async function execute(transaction: WriteTransaction, statement: string): Promise<void> {
  await transaction.executeQuery(CompiledQuery.raw(statement));
}
