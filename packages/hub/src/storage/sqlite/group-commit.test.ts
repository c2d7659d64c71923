import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Storage, WriteTransaction } from '../storage.ts';
import { openSqliteStorage } from './sqlite-storage.ts';

async function withStorage(work: (storage: Storage, file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-commit-'));
  const file = join(folder, 'hub.sqlite');
  const storage = openSqliteStorage(file);
  try {
    await work(storage, file);
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

function note(transaction: WriteTransaction, subject: string): Promise<unknown> {
  return transaction.insertInto('audit').values({ at: 1, actor: 'test', act: 'note', subject }).execute();
}

/** What another process finds in the file. */
function notesIn(file: string): string[] {
  const other = new DatabaseSync(file, { readOnly: true });
  const rows = other.prepare('select subject from audit order by id').all();
  other.close();
  return rows.map(({ subject }) => String(subject));
}

/** Commits that reached the file while `work` ran, as another connection sees them. */
async function commitsDuring(storage: Storage, work: () => Promise<unknown>): Promise<number> {
  let commits = 0;
  let before = storage.version();
  const looking = setInterval(() => {
    if (storage.version() !== before) commits += 1;
    before = storage.version();
  }, 0);
  await work();
  clearInterval(looking);
  return commits + (storage.version() === before ? 0 : 1);
}

const step = fc.record({
  notes: fc.nat(3),
  /** Whether it gives way to others before it ends. */
  waits: fc.boolean(),
  fails: fc.boolean(),
});

test('of works that come together each leaves all it did or, where it throws, nothing; the order is kept', () =>
  withStorage(async (storage, file) => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        run += 1;
        const before = notesIn(file).length;
        const namesOf = (index: number): string[] =>
          Array.from({ length: steps[index]?.notes ?? 0 }, (_, part) => [run, index, part].join(' '));
        const results = await Promise.allSettled(
          steps.map(({ waits, fails }, index) =>
            storage.write(async (transaction) => {
              for (const name of namesOf(index)) await note(transaction, name);
              if (waits) await new Promise((resolve) => setImmediate(resolve));
              if (fails) throw new Error(`work ${String(index)}`);
              return index;
            }),
          ),
        );
        for (const [index, { fails }] of steps.entries()) {
          const result = results[index];
          if (result?.status === 'rejected')
            assert.equal((result.reason as Error).message, `work ${String(index)}`);
          assert.equal(result?.status, fails ? 'rejected' : 'fulfilled');
        }
        const expected = steps.flatMap(({ fails }, index) => (fails ? [] : namesOf(index)));
        assert.deepEqual(notesIn(file).slice(before), expected);
      }),
      { numRuns: 60 },
    );
  }));

test('works that come together share commits, and many are parted into several', () =>
  withStorage(async (storage, file) => {
    const all = Array.from({ length: 1000 }, (_, index) => String(index));
    const commits = await commitsDuring(storage, () =>
      Promise.all(all.map((name) => storage.write((transaction) => note(transaction, name)))),
    );
    assert.ok(commits >= 4 && commits <= 250, String(commits));
    assert.deepEqual(notesIn(file), all);
  }));

test('each is told only when another process can read what it did', () =>
  withStorage(async (storage, file) => {
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await storage.write((transaction) => note(transaction, String(index)));
        assert.ok(notesIn(file).includes(String(index)));
      }),
    );
  }));

test('a commit that fails acknowledges none of its works, and the next ones go on', () =>
  withStorage(async (storage, file) => {
    const own = new Error('own');
    const results = await Promise.allSettled([
      storage.write((transaction) => note(transaction, 'before')),
      storage.write(async () => Promise.reject(own)),
      // Looked at when everything is committed, and not before.
      storage.write(async (transaction) => {
        await sql`pragma defer_foreign_keys = on`.execute(transaction);
        await sql`insert into co_hosts (id, event_id, sealed, status, language, created_at, updated_at)
          values ('a', 'no event', '', 'named', 'en', 1, 1)`.execute(transaction);
      }),
      storage.write((transaction) => note(transaction, 'after')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected', 'rejected'],
    );
    assert.equal((results[1] as PromiseRejectedResult).reason, own);
    assert.match(String((results[0] as PromiseRejectedResult).reason), /FOREIGN KEY/);
    assert.deepEqual(notesIn(file), []);
    await storage.write((transaction) => note(transaction, 'next'));
    assert.deepEqual(notesIn(file), ['next']);
  }));

test('where another process keeps the lock too long, no work is run and none is acknowledged', () =>
  withStorage(async (storage, file) => {
    await storage.write((transaction) => sql`pragma busy_timeout = 20`.execute(transaction));
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    let run = 0;
    const work = (name: string) =>
      storage.write(async (transaction) => {
        run += 1;
        await note(transaction, name);
      });
    const results = await Promise.allSettled([work('a'), work('b')]);
    assert.ok(results.every(({ status }) => status === 'rejected'));
    assert.equal(run, 0);
    other.exec('rollback');
    other.close();
    await work('c');
    assert.deepEqual(notesIn(file), ['c']);
  }));

test('on a full disk what is acknowledged is there, and what is not is not', () =>
  withStorage(async (storage, file) => {
    await storage.write(async (transaction) => {
      const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(transaction);
      await sql`pragma max_page_count = ${sql.raw(String((rows[0]?.pageCount ?? 0) + 40))}`.execute(
        transaction,
      );
    });
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        storage.write((transaction) => note(transaction, `${String(index)} ${'x'.repeat(3000)}`)),
      ),
    );
    const told = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [String(index)] : []));
    assert.ok(told.length < 200, 'the disk was full');
    assert.deepEqual(
      notesIn(file).map((subject) => subject.split(' ')[0]),
      told,
    );
  }));
