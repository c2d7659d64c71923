import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from './attack.ts';
import { corpus, sampleOfCorpus } from './corpus.ts';

test('the corpus is large and nothing in it comes twice', () => {
  assert.ok(corpus.length >= 300);
  assert.equal(new Set(corpus).size, corpus.length);
});

for (const way of ['form', 'change'] as const) {
  test(`hostile texts by a host’s ${way} stay texts on every page, in mails and calendars`, async () => {
    const { findings, cards, mails, calendars, pages } = await attack(sampleOfCorpus, { way, mostPages: 60 });
    assert.deepEqual(findings, []);
    assert.ok(cards >= 2 * sampleOfCorpus.length && mails > 60 && calendars > 50 && pages > 100);
  });
}

test('with the escaping undone the same look finds that they run', async () => {
  const { findings } = await attack(sampleOfCorpus.slice(0, 8), {
    way: 'form',
    escaping: 'off',
    withoutPolicy: true,
  });
  assert.ok(findings.includes('script ran'), 'so the tests above have teeth');
});
