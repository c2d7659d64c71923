import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdTrial, reviews } from './test/moderation.ts';

const runs = Number(process.env['MODERATION_RUNS'] ?? '12');

for (const review of reviews)
  void test(`nothing unapproved is public, whatever happens: ${review}`, () =>
    holdTrial({ review, runs, seed: 5 }));

void test('without the approval check it is, and the model sees it', () =>
  assert.rejects(
    holdTrial({ review: 'by-hand', runs: 100, seed: 5, approvalCheck: 'off' }),
    /Property failed after/,
  ));
