import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { migrate } from './migrations.ts';

/** A value that fits a column: its own name for text, its number for the rest. */
function insertRow(
  database: DatabaseSync,
  table: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const columns = database
    .prepare('select name, type, "notnull" as needed from pragma_table_info(?)')
    .all(table);
  const row = columns.flatMap(({ name, type, needed }) => {
    const given = values[String(name)];
    if (given !== undefined) return [[String(name), given] as const];
    return needed === 1 ? [[String(name), type === 'TEXT' ? String(name) : 1] as const] : [];
  });
  const names = row.map(([name]) => name);
  const places = row.map(() => '?').join(', ');
  database
    .prepare(`insert into ${table} (${names.join(', ')}) values (${places})`)
    .run(...row.map(([, value]) => value));
}

test('a file of the first version keeps every attendance, its order and what refers to it', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, 1);
  assert.deepEqual({ ...database.prepare('pragma user_version').get() }, { user_version: 1 });
  insertRow(database, 'events', { pin: 1, id: 'event', location_kind: 'online' });
  insertRow(database, 'timeslots', { id: 'slot', event_id: 'event', pin: 1 });
  for (const position of [7, 3]) {
    const name = `person-${String(position)}`;
    const own = { position, id: name, email_hash: name, invite_code: name, sealed: `sealed-${name}` };
    insertRow(database, 'attendances', {
      ...own,
      event_id: 'event',
      timeslot_id: 'slot',
      status: 'waitlisted',
    });
  }
  const rows = (): object[] =>
    database
      .prepare('select * from attendances order by position')
      .all()
      .map((row) => ({ ...row }));
  const atOnce = {
    holds_seats: 1,
    expires_at: null,
    confirmed_at: null,
    reminder_at: null,
    person_hash: null,
  };
  const before = rows();
  migrate(database);
  assert.deepEqual(
    rows(),
    before.map((row) => ({ ...row, version: 1, approved_at: null, attended_at: null, ...atOnce })),
  );
  assert.deepEqual({ ...database.prepare('select version from events').get() }, { version: 1 });
  assert.deepEqual(database.prepare('pragma foreign_key_check').all(), []);

  // A newcomer stands behind everybody, and a person is in a time once.
  const next = {
    id: 'next',
    invite_code: 'next',
    email_hash: 'next',
    event_id: 'event',
    timeslot_id: 'slot',
  };
  insertRow(database, 'attendances', next);
  const newest = database.prepare("select position from attendances where id = 'next'").get();
  assert.deepEqual({ ...newest }, { position: 8 });
  assert.throws(() => {
    insertRow(database, 'attendances', { ...next, id: 'twice', invite_code: 'twice' });
  }, /UNIQUE constraint failed/);
  database.close();
});
