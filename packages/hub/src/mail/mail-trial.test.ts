import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { holdTrial } from './test/trial.ts';

// Each mostly waits for the leases of hubs that were killed.
void suite('while hubs are killed', { concurrency: true }, () => {
  void test('no mail is lost, and none comes twice but in the unknown case', async () => {
    const { confirmed, faults } = await holdTrial({ people: 120, kills: 3, seed: 7 });
    assert.equal(confirmed, 120);
    assert.deepEqual(faults, []);
  });

  void test('mails that are stored after their effect are lost, and the trial sees it', async () => {
    const { faults } = await holdTrial({ people: 120, kills: 3, seed: 7, outboxWrite: 'after-effect' });
    assert.ok(faults.some((fault) => fault.endsWith('has no mail')));
  });
});
