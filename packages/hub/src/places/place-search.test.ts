import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchNames } from './place-search.ts';

/** Counts the lookups of a text of which nothing is found, by their kind. */
function lookupsOf(words: string): { exact: number; begun: number; similar: number } {
  const counts = { exact: 0, begun: 0, similar: 0 };
  const found = searchNames(
    {
      exactly: () => (counts.exact++, []),
      beginning: () => (counts.begun++, []),
      mistyped: () => (counts.similar++, []),
    },
    words,
    8,
  );
  assert.deepEqual(found, []);
  return counts;
}

void test('whatever is typed, the lookups are few', () => {
  const piece = fc.constantFrom(
    'a',
    'oak',
    'springfield',
    'IL',
    'Georgia',
    'NY',
    '/',
    ',',
    ' and ',
    '-',
    '(',
    ' ',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 100));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 100 })), (words) => {
      const { exact, begun, similar } = lookupsOf(words);
      assert.ok(exact <= 200 && begun <= 50 && similar <= 12, JSON.stringify({ exact, begun, similar }));
    }),
  );
});
