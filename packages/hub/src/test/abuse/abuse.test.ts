import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flood } from './flood.ts';
import { compareMailboxes, mailsToOne } from './mailboxes.ts';

const size = { bots: 200, networks: 20, honest: 10 };

test('bots without a proof of their own take nothing, and people come in', async () => {
  const { taken, seatsHeld, honestPassed, answers } = await flood({ ...size, admission: 'checked' });
  assert.deepEqual([taken, seatsHeld, honestPassed], [0, 0, 1]);
  assert.deepEqual(new Set(answers.keys()), new Set(['428 proof_required', '403 proof_invalid']));
});

test('with the check off they hold seats', async () => {
  const { seatsHeld } = await flood({ ...size, admission: 'open' });
  assert.equal(seatsHeld, size.bots);
});

test('one address gets three mails, however often it is typed', async () => {
  assert.equal(await mailsToOne(60), 3);
});

test('an answer doesn’t tell whether a mailbox is signed up', async () => {
  assert.equal((await compareMailboxes(20)).shapes.size, 1);
});
