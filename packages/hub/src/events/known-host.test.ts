import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeEvent, post, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';

/** Rows of each table, so that the work done for one form can be held against that for another. */
async function counts({ hub }: TestHub): Promise<Record<string, number>> {
  const tables = ['events', 'hosts', 'timeslots', 'addresses', 'outbox', 'idempotencyKeys', 'audit'] as const;
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await hub.storage.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .execute();
      return [table, rows[0]?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(found);
}

async function sendForm(server: TestHub, email: string, street: string) {
  const before = await counts(server);
  const form = homeEvent(server.hub.now(), { host: { givenName: 'Rosa', email } });
  const { status, headers, body } = await post(`${server.url}/v1/events`, {
    ...form,
    location: { ...form.location, addressLines: [street] },
  });
  const after = await counts(server);
  return {
    id: String(body['id']),
    answer: {
      status,
      headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
      body: { ...body, id: String(body['id']).length },
    },
    work: Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  };
}

test('the answer to a host’s form and the work behind it don’t tell whether the e-mail is known', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  const first = await sendForm(server, 'rosa@example.org', '1 Quillfeather Avenue');
  await hub.events.verify(first.id);
  await hub.events.approve(first.id, 'moderator', undefined, true);
  const blocked = await sendForm(server, 'bob@example.org', '2 Quillfeather Avenue');
  await hub.review.block(blocked.id, 'moderator');
  const others = [
    await sendForm(server, 'rosa@example.org', '3 Quillfeather Avenue'),
    await sendForm(server, 'bob@example.org', '4 Quillfeather Avenue'),
    await sendForm(server, 'nobody@example.org', '5 Quillfeather Avenue'),
  ];
  for (const { answer, work } of others) {
    assert.deepEqual(answer, first.answer);
    assert.deepEqual(work, first.work);
  }
});
