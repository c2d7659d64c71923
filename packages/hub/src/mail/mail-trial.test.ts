import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdTrial } from './test/trial.ts';

void test('no mail is lost, and none comes twice but in the unknown case, while hubs are killed', async () => {
  const { confirmed, faults } = await holdTrial({ people: 120, kills: 3, seed: 7 });
  assert.equal(confirmed, 120);
  assert.deepEqual(faults, []);
});

void test('with mails stored after their effect a kill loses some, and the trial sees it', async () => {
  const { faults } = await holdTrial({ people: 120, kills: 3, seed: 7, outboxWrite: 'after-effect' });
  assert.ok(faults.some((fault) => fault.endsWith('has no mail')));
});
