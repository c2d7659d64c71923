import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Converter } from './conversion.ts';
import { convertPaced } from './pacing.ts';
import { problem } from './problem.ts';

/** A format that never comes to an end. */
const endless: Converter = function* (_bytes, _context, gathering) {
  for (;;) {
    gathering.rows++;
    gathering.problems.push(problem(gathering.rows, 'missing_title'));
    yield;
  }
};

void test('a conversion stops at its limit and keeps what it has', async () => {
  let now = 0;
  const { rows, problems } = await convertPaced(
    endless,
    new Uint8Array(),
    {},
    { limit: 100, clock: () => now++ },
  );
  assert.ok(rows > 0 && rows < 100);
  assert.equal(problems.length, rows + 1);
  assert.equal(problems.at(-1)?.code, 'too_slow');
});

void test('others have their turn while it works, and may end it', async () => {
  const controller = new AbortController();
  const reason = new Error('The page was left');
  setTimeout(() => {
    controller.abort(reason);
  }, 20);
  const call = convertPaced(endless, new Uint8Array(), {}, { limit: 60_000, signal: controller.signal });
  await assert.rejects(call, reason);
});
