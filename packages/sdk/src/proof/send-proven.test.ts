import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient as createFull } from '../create-client.ts';
import { isHuddleError } from '../errors/guards.ts';
import { createClient as createLean } from '../lean.ts';
import { eventId, receipt, rsvp } from '../test/samples.ts';
import { send, sendProblem, startServer } from '../test/server.ts';

const challenge = {
  parameters: {
    algorithm: 'SHA-256',
    cost: 1,
    data: { action: 'createAttendances', event: eventId },
    expiresAt: 4_000_000_000,
    keyLength: 32,
    keyPrefix: '00',
    nonce: '0123456789abcdef0123456789abcdef',
    salt: 'fedcba9876543210fedcba9876543210',
  },
  signature: 'of the hub',
};

for (const [name, createClient] of [
  ['the client', createFull],
  ['the lean client', createLean],
] as const) {
  for (const refusals of [0, 1, 2])
    void test(`${name} proves its work where it is asked, ${String(refusals)} proofs being refused`, async () => {
      let refused = 0;
      await using server = await startServer((response, { method, headers }) => {
        if (method === 'GET') send(response, challenge);
        else if (headers['huddlekit-proof'] === undefined) sendProblem(response, 428, 'proof_required');
        else if (refused++ < refusals) sendProblem(response, 403, 'proof_invalid');
        else send(response, receipt, 201);
      });
      const call = createClient({ hub: server.url }).attendances.create(eventId, rsvp);
      if (refusals < 2) assert.deepEqual(await call, receipt);
      else await assert.rejects(call, (error) => isHuddleError(error) && error.code === 'proof_invalid');
      const asked = server.received.filter(({ method }) => method === 'GET');
      assert.equal(asked.length, Math.min(2, refusals + 1));
      assert.equal(
        `${asked[0]?.url.pathname ?? ''}${asked[0]?.url.search ?? ''}`,
        `/v1/challenge?action=createAttendances&event=${eventId}`,
      );
      const posts = server.received.filter(({ method }) => method === 'POST');
      const proof = JSON.parse(atob(String(posts.at(-1)?.headers['huddlekit-proof']))) as object;
      assert.deepEqual({ ...proof, solution: undefined }, { challenge, solution: undefined });
      assert.equal(new Set(posts.map(({ headers }) => headers['idempotency-key'])).size, 1, 'one effect');
    });
}
