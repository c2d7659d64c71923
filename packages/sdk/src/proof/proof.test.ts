import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Challenge, Proof } from '@huddlekit/contract';
import { createShortHash, longestMessage } from './sha256.ts';
import { solve } from './solve.ts';

const salt = '00112233445566778899aabbccddeeff';
const nonce = 'ffeeddccbbaa99887766554433221100';

function keyOf(counter: number, cost: number): string {
  const message = Buffer.alloc(36);
  message.write(salt + nonce, 'hex');
  message.writeUInt32BE(counter, 32);
  let key: Buffer = message;
  for (let round = 0; round < cost; round++) key = createHash('sha256').update(key).digest();
  return key.toString('hex');
}

function challengeFor(counter: number, cost = 1, bytes = 16): Challenge {
  return {
    parameters: {
      algorithm: 'SHA-256',
      nonce,
      salt,
      cost,
      keyLength: 32,
      keyPrefix: keyOf(counter, cost).slice(0, 2 * bytes),
      expiresAt: 1,
      data: { action: 'createAttendances' },
    },
    signature: 'as it came',
  };
}

async function solutionOf(challenge: Challenge): Promise<Proof['solution']> {
  const proof = JSON.parse(atob((await solve(challenge)) ?? '')) as Proof;
  assert.deepEqual(proof.challenge, challenge, 'it goes back as it came');
  return proof.solution;
}

void suite('a proof of work', () => {
  void test('hashes as SHA-256 does, message by message', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: longestMessage }),
        fc.integer({ min: 0, max: 255 }),
        (message, other) => {
          const hash = createShortHash(message.length);
          for (const bytes of [message, message.map((byte) => byte ^ other)]) {
            bytes.forEach((byte, index) => {
              hash.message.setUint8(index, byte);
            });
            hash.digest();
            const key = Buffer.from(hash.key.buffer).toString('hex');
            assert.equal(key, createHash('sha256').update(bytes).digest('hex'));
          }
        },
      ),
    );
  });

  void test('finds the counter, whatever the cost', async () => {
    for (const [counter, cost] of [
      [0, 1],
      [15, 1],
      [16, 3],
      [4321, 2],
      [70_000, 1],
    ] as const)
      assert.deepEqual(await solutionOf(challengeFor(counter, cost)), {
        counter,
        derivedKey: keyOf(counter, cost),
      });
  });

  void test('takes the first key that begins so', async () => {
    const { counter, derivedKey } = await solutionOf(challengeFor(90_000, 1, 1));
    assert.ok(counter < 90_000);
    assert.equal(derivedKey, keyOf(counter, 1));
    assert.equal(derivedKey.slice(0, 2), keyOf(90_000, 1).slice(0, 2));
  });

  void test('lets others have their turn, and ends when it is told to', async () => {
    const controller = new AbortController();
    // No key begins so: the prefix is longer than what it was made from.
    const endless = challengeFor(1);
    endless.parameters.keyPrefix = '00'.repeat(32);
    let turns = 0;
    const others = setInterval(() => {
      if (++turns === 5) controller.abort(new Error('Enough'));
    }, 1);
    await assert.rejects(solve(endless, controller.signal), /Enough/);
    clearInterval(others);
  });

  void test('leaves work of another kind', async () => {
    const challenge = challengeFor(1);
    challenge.parameters.algorithm = 'PBKDF2/SHA-256';
    assert.equal(await solve(challenge), undefined);
  });
});
