import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, SimilarNames } from './similar-names.ts';

const names = ['chicago', 'chico', 'springfield', 'minneapolis'].map((compact) => ({
  compact,
  region: 'IL',
}));
const similar = new SimilarNames(names);
const nearest = (typed: string, region: string | null = null): string[] =>
  similar.nearest(typed, region).map(({ compact }) => compact);

void test('a letter left out, added, changed or swapped is forgiven, in long names two', () => {
  for (const typed of ['chicaago', 'chiccago', 'chivago', 'chciago'])
    assert.deepEqual(nearest(typed), ['chicago'], typed);
  assert.deepEqual(nearest('mineapolls'), ['minneapolis']);
  assert.deepEqual(nearest('chczgo'), []);
  assert.deepEqual(nearest('chicgo').toSorted(), ['chicago', 'chico']);
  assert.deepEqual(nearest('chicgo', 'WI'), []);
  assert.deepEqual(nearest('chi'), []);
});

void test('a distance is the same both ways, none to itself, and no less than the difference in length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 8);
      assert.equal(distance, editDistance(b, a, 8));
      assert.equal(distance === 0, a === b);
      assert.ok(distance >= Math.abs(a.length - b.length));
      assert.ok(editDistance(a, b, 2) > 2 === distance > 2);
    }),
  );
});
