import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClient as createFull } from './create-client.ts';
import { createClient as createLean } from './lean.ts';
import { isConflictError, isHuddleError, isOfflineError, isRateLimitedError } from './errors/guards.ts';
import { eventId, receipt, rsvp } from './test/samples.ts';
import { send, sendProblem, startServer, type Responder, type TestServer } from './test/server.ts';

const keysOf = ({ received }: TestServer): Set<unknown> =>
  new Set(received.map(({ headers }) => headers['idempotency-key']));

const page: Responder = (response) => send(response, { data: [], next: null });

for (const [client, createClient] of [
  ['the client', createFull],
  ['the lean client', createLean],
] as const) {
  void describe(client, () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
      void test(`a write is tried again after ${String(status)}, with the same key and body`, async () => {
        await using server = await startServer((response, _, nth) => {
          if (nth < 2) sendProblem(response, status, 'unavailable', { headers: { 'retry-after': '0' } });
          else send(response, receipt, 201);
        });
        const client = createClient({ hub: server.url });
        assert.deepEqual(await client.attendances.create(eventId, rsvp), receipt);
        assert.equal(server.received.length, 3);
        assert.equal(keysOf(server).size, 1);
        assert.match([...keysOf(server)].join(), /^[0-9a-f]{32}$/);
        for (const { body } of server.received) assert.deepEqual(body, rsvp);
      });
    }

    void test('a connection that breaks is tried again', async () => {
      await using server = await startServer((response, request, nth) => {
        if (nth === 0) response.destroy();
        else page(response, request, nth);
      });
      assert.deepEqual((await createClient({ hub: server.url }).events.page()).data, []);
      assert.equal(server.received.length, 2);
    });

    void test('an answer that doesn’t come in time is asked for again, with the same key', async () => {
      await using server = await startServer((response, _, nth) => {
        if (nth > 0) send(response, receipt, 201);
      });
      await createClient({ hub: server.url, timeout: 200 }).attendances.create(eventId, rsvp);
      assert.equal(server.received.length, 2);
      assert.equal(keysOf(server).size, 1);
    });

    void test('three tries without an answer are an OfflineError', async () => {
      await using server = await startServer(() => undefined);
      const call = createClient({ hub: server.url }).events.page({}, { timeout: 50 });
      await assert.rejects(call, (error: unknown) => {
        assert.ok(isOfflineError(error));
        assert.deepEqual([error.code, error.retryable, error.status], ['timeout', true, undefined]);
        return true;
      });
      assert.equal(server.received.length, 3);
    });

    void test('a first try still under way is waited for', async () => {
      await using server = await startServer((response, _, nth) => {
        if (nth === 0) sendProblem(response, 409, 'idempotency_in_flight');
        else send(response, receipt, 201);
      });
      await createClient({ hub: server.url }).attendances.create(eventId, rsvp);
      assert.equal(keysOf(server).size, 1);
    });

    void test('a wait too long for a visitor is the caller’s to make', async () => {
      await using server = await startServer((response) =>
        sendProblem(response, 429, 'rate_limited', { headers: { 'retry-after': '60' } }),
      );
      await assert.rejects(createClient({ hub: server.url }).campaign.get(), (error: unknown) => {
        assert.ok(isRateLimitedError(error));
        assert.deepEqual([error.retryAfter, error.retryable], [60, true]);
        return true;
      });
      assert.equal(server.received.length, 1);
    });

    void test('a wait until a date counts in seconds', async () => {
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      await using server = await startServer((response) =>
        sendProblem(response, 503, 'unavailable', { headers: { 'retry-after': date } }),
      );
      await assert.rejects(createClient({ hub: server.url }).campaign.get(), isHuddleError);
      assert.equal(server.received.length, 1);
    });

    void test('a refusal is not tried again', async () => {
      await using server = await startServer((response) => sendProblem(response, 409, 'event_over'));
      const call = createClient({ hub: server.url }).attendances.create(eventId, rsvp);
      await assert.rejects(call, isConflictError);
      assert.equal(server.received.length, 1);
    });

    void test('an abort between two tries ends the call with its reason', async () => {
      const reason = new Error('The visitor went on');
      const controller = new AbortController();
      await using server = await startServer((response) => {
        sendProblem(response, 503, 'unavailable', { headers: { 'retry-after': '5' } });
        setTimeout(() => controller.abort(reason), 50);
      });
      const call = createClient({ hub: server.url }).events.page({}, { signal: controller.signal });
      await assert.rejects(call, (error: unknown) => error === reason);
      assert.equal(server.received.length, 1);
    });

    void test('an abort while waiting for the answer ends the call with its reason', async () => {
      const reason = new Error('The visitor went on');
      const controller = new AbortController();
      await using server = await startServer(() => controller.abort(reason));
      const call = createClient({ hub: server.url }).events.page({}, { signal: controller.signal });
      await assert.rejects(call, (error: unknown) => error === reason);
    });

    void test('a call that is aborted before it begins sends nothing', async () => {
      await using server = await startServer(page);
      const call = createClient({ hub: server.url }).events.page({}, { signal: AbortSignal.abort() });
      await assert.rejects(call, { name: 'AbortError' });
      assert.equal(server.received.length, 0);
    });
  });
}
