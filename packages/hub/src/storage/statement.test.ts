import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSqliteStorage } from './sqlite/sqlite-storage.ts';
import { statement } from './statement.ts';
import type { WriteTransaction } from './storage.ts';

const actsOf = statement(
  (
    from,
    { actor, after, limit }: { readonly actor: string; readonly after: number; readonly limit: number },
  ) =>
    from
      .selectFrom('audit')
      .select('act')
      .where('actor', '=', actor)
      .where('at', '>', after)
      .where('subject', 'in', ['first', 'second'])
      .orderBy('id')
      .limit(limit),
);
const rename = statement((from, { from: old, to }: { readonly from: string; readonly to: string }) =>
  from.updateTable('audit').set({ actor: to }).where('actor', '=', old),
);
const note = (transaction: WriteTransaction, actor: string, at: number, act: string): Promise<unknown> =>
  transaction.insertInto('audit').values({ at, actor, act, subject: 'first' }).execute();

const actors = ['host', "o'brien", 'limit'];

test('a statement answers for each set of values as a query that is put together for it', async () => {
  const storage = openSqliteStorage(':memory:');
  await storage.write(async (transaction) => {
    for (const actor of actors)
      for (const at of [1, 2, 3]) await note(transaction, actor, at, `${actor} ${String(at)}`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actors, 'actor', '?'),
        fc.nat(4),
        fc.nat(4),
        async (actor, after, limit) => {
          const rows = await actsOf(transaction, { actor, after, limit });
          const expected = [1, 2, 3].filter((at) => at > after).slice(0, limit);
          assert.deepEqual(
            rows.map(({ act }) => act),
            actors.includes(actor) ? expected.map((at) => `${actor} ${String(at)}`) : [],
          );
        },
      ),
    );
    await rename(transaction, { from: 'host', to: 'guest' });
    assert.equal((await actsOf(transaction, { actor: 'guest', after: 0, limit: 9 })).length, 3);
  });
  await storage.close();
});
