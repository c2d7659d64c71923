import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBatches } from './batches.ts';
import { nextTry, usualTempo } from './tempo.ts';

const refusal = (responseCode: number, command: string) =>
  Object.assign(new Error('Refused'), { responseCode, command });

void test('waits double up to the longest, and no two mails wait alike', () => {
  const waits = (random: number) =>
    Array.from({ length: 12 }, (_, index) =>
      nextTry({ attempts: index + 1, age: 0 }, new Error('Down'), usualTempo, () => random),
    );
  assert.deepEqual(waits(0.5).slice(0, 4), [30_000, 60_000, 120_000, 240_000]);
  assert.equal(waits(0.5).at(-1), usualTempo.longestWait);
  assert.notDeepEqual(waits(0.1), waits(0.9));
});

void test('what the server refuses for good isn’t tried again, what may pass or is the operator’s is', () => {
  const next = (error: unknown) => nextTry({ attempts: 1, age: 0 }, error, usualTempo);
  assert.equal(next(refusal(550, 'RCPT TO')), 'never');
  assert.equal(next(refusal(554, 'DATA')), 'never');
  for (const error of [
    refusal(450, 'RCPT TO'),
    refusal(535, 'AUTH PLAIN'),
    refusal(554, 'CONN'),
    new Error('x'),
    5,
  ])
    assert.notEqual(next(error), 'never');
});

void test('a mail is given up after days, and before that never', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(usualTempo.patience * 2), (attempts, age) => {
      const next = nextTry({ attempts: attempts + 1, age }, new Error('Down'), usualTempo);
      if (age >= usualTempo.patience) assert.equal(next, 'never');
      else assert.ok(next !== 'never' && next >= 0.75 * usualTempo.firstWait);
    }),
  );
});

void test('items are written together while a batch is written, each once, and a failed batch is told', async () => {
  const written: (readonly number[])[] = [];
  const add = createBatches<number>(async (items) => {
    written.push([...items]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (items.includes(13)) throw new Error('Full');
  });
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index));
      await add(index);
    }),
  );
  assert.deepEqual(
    written.flat().sort((one, other) => one - other),
    Array.from({ length: 20 }, (_, index) => index),
  );
  assert.ok(written.length < 20);
  for (const items of written) {
    const expected = items.includes(13) ? 'rejected' : 'fulfilled';
    for (const item of items) assert.equal(results[item]?.status, expected);
  }
});
