import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { openSqliteStorage } from './sqlite-storage.ts';
import type { Storage, WriteTransaction } from '../storage.ts';

async function withFile(work: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-storage-'));
  try {
    await work(join(folder, 'hub.sqlite'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function note(transaction: WriteTransaction, subject: string): Promise<unknown> {
  return transaction.insertInto('audit').values({ at: 1, actor: 'test', act: 'note', subject }).execute();
}

async function notes({ read }: Storage): Promise<string[]> {
  return (await read.selectFrom('audit').select('subject').orderBy('id').execute()).map(
    ({ subject }) => subject,
  );
}

test('a new file is brought to the newest version, and opening it again changes nothing', () =>
  withFile(async (file) => {
    await openSqliteStorage(file).close();
    const database = new DatabaseSync(file);
    const versionOf = (): unknown => database.prepare('pragma user_version').get();
    const schemaOf = (): unknown => database.prepare('select sql from sqlite_schema order by name').all();
    const [version, schema] = [versionOf(), schemaOf()];
    await openSqliteStorage(file).close();
    assert.deepEqual([versionOf(), schemaOf()], [version, schema]);
    assert.deepEqual(
      { ...(database.prepare('pragma journal_mode').get() as object) },
      { journal_mode: 'wal' },
    );
    database.close();
  }));

test('a file of a newer hub is left alone', () =>
  withFile(async (file) => {
    await openSqliteStorage(file).close();
    const database = new DatabaseSync(file);
    database.exec('pragma user_version = 9999');
    assert.throws(() => openSqliteStorage(file), /newer Huddlekit/);
    assert.deepEqual(
      { ...(database.prepare('pragma user_version').get() as object) },
      { user_version: 9999 },
    );
    database.close();
  }));

test('commits reach the disk before they are acknowledged', () =>
  withFile(async (file) => {
    const storage = openSqliteStorage(file);
    const level = await storage.write((transaction) =>
      sql<{ synchronous: number }>`pragma synchronous`.execute(transaction),
    );
    assert.equal(level.rows[0]?.synchronous, 2, 'FULL');
    await storage.close();
  }));

test('writes stand in line, and one that fails leaves no trace', () =>
  withFile(async (file) => {
    const storage = openSqliteStorage(file);
    const order: string[] = [];
    const work = (name: string, fails = false) =>
      storage.write(async (transaction) => {
        order.push(`${name} begins`);
        await note(transaction, name);
        await new Promise((resolve) => setTimeout(resolve, 3));
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([work('a'), work('b', true), work('c')]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(order, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    assert.deepEqual(await notes(storage), ['a', 'c']);
    await storage.close();
  }));

test('a write holds the lock from its first statement, so another process waits', () =>
  withFile(async (file) => {
    const storage = openSqliteStorage(file);
    const other = new DatabaseSync(file, { timeout: 0 });
    await storage.write(async (transaction) => {
      await transaction.selectFrom('audit').select('id').execute();
      assert.throws(() => other.exec('begin immediate'), /locked/);
    });
    const before = storage.version();
    other.exec("insert into audit (at, actor, act, subject) values (1, 'other', 'note', 'x')");
    assert.notEqual(storage.version(), before, 'a change by another process is noticed');
    other.close();
    await storage.close();
  }));

test('the public connection can read events and timeslots, and the database refuses it everything else', () =>
  withFile(async (file) => {
    const storage = openSqliteStorage(file);
    assert.deepEqual(await storage.publicRead.selectFrom('events').selectAll().execute(), []);
    assert.deepEqual(await storage.publicRead.selectFrom('timeslots').selectAll().execute(), []);
    // What the types forbid is forced here.
    const forced = storage.publicRead as unknown as Kysely<Schema>;
    const tables = [
      'addresses',
      'hosts',
      'homeCells',
      'attendances',
      'idempotencyKeys',
      'outbox',
      'audit',
    ] as const;
    for (const table of tables) {
      await assert.rejects(
        forced.selectFrom(table).selectAll().execute(),
        /prohibited|not authorized/,
        table,
      );
      assert.deepEqual(await storage.read.selectFrom(table).selectAll().execute(), []);
    }
    await assert.rejects(
      sql`select (select sealed from addresses) from events`.execute(forced),
      /prohibited|not authorized/,
    );
    await assert.rejects(sql`delete from events`.execute(forced), /not authorized|readonly/);
    await assert.rejects(sql`attach database ':memory:' as other`.execute(forced), /not authorized/);
    await assert.rejects(sql`pragma query_only = off`.execute(forced), /not authorized/);
    await storage.close();
  }));
