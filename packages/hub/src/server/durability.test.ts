import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AttendanceReceipt } from '@huddlekit/contract';
import { startHubProcess } from './hub-process.test-helper.ts';
import { addEvent, newKey, post, rsvpTo, startTestHub } from './test-hub.test-helper.ts';

test('what was acknowledged is there after the hub was killed in the middle of its work', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-kill-'));
  try {
    const event = await (async () => {
      await using server = await startTestHub({ folder });
      return await addEvent(server.hub, 'x', { capacity: 15 });
    })();

    const { url, child } = await startHubProcess(folder);
    const acknowledged = new Map<string, { key: string; id: string; status: string }>();
    const send = async (index: number): Promise<void> => {
      const email = `p${String(index)}@example.org`;
      const key = newKey();
      const answer = await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email), {
        'idempotency-key': key,
      });
      const [attendance] = AttendanceReceipt.parse(answer.body).attendances;
      assert.ok(attendance);
      acknowledged.set(email, { key, id: attendance.id, status: attendance.status });
      if (acknowledged.size === 25) child.kill('SIGKILL');
    };
    const ended = once(child, 'exit');
    await Promise.allSettled(Array.from({ length: 200 }, (_, index) => send(index)));
    assert.deepEqual(await ended, [null, 'SIGKILL']);
    assert.ok(acknowledged.size >= 25 && acknowledged.size < 200, 'killed in the middle');

    await using again = await startTestHub({ folder });
    const rows = await again.hub.storage.read.selectFrom('attendances').selectAll().execute();
    const stored = new Map(rows.map(({ id, status }) => [id, status]));
    for (const { id, status } of acknowledged.values()) assert.equal(stored.get(id), status);
    const slot = await again.hub.storage.read.selectFrom('timeslots').selectAll().executeTakeFirstOrThrow();
    assert.equal(slot.taken, 15);
    assert.equal(slot.waiting, rows.length - 15, 'seats and people agree, also of those who got no answer');

    const [email, { key, id }] = [...acknowledged][0] ?? ['', { key: '', id: '' }];
    const replay = await post(`${again.url}/v1/events/${event.id}/attendances`, rsvpTo(event, email), {
      'idempotency-key': key,
    });
    assert.equal(AttendanceReceipt.parse(replay.body).attendances[0]?.id, id, 'and a retry is recognised');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
