import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { imitates, isName, skeleton } from './look-alike.ts';

const name = 'Lakefront Neighbors';

void test('what looks like a name imitates it', () => {
  for (const text of [
    'Lаkefrоnt Nеighbors', // Cyrillic
    'Ｌａｋｅｆｒｏｎｔ Ｎｅｉｇｈｂｏｒｓ',
    'Lakefr0nt Ne1ghb0rs',
    'Lakefront Neighbours',
    'Lakefront-Neighbors huddle',
    'The LakeFrоnt Neighbors of the North',
    'Iakefront Neighbors',
    'Lakefront Neiglıbors',
    'L\u200bakefront Neighbors',
    'Lákefrönt Neighbors',
    'LakefrontNeighbors',
  ])
    assert.ok(imitates(text, name), text);
});

void test('the name itself, other names and short ones don’t', () => {
  for (const text of [
    'Lakefront Neighbors',
    'With «lakefront neighbors»!',
    'Neighbors of the park',
    'Lakefront walk',
    '',
  ])
    assert.ok(!imitates(text, name), text);
  assert.ok(!imitates('A1D for all', 'Aid'), 'three letters are everywhere');
  assert.ok(isName(' lakefront neighbors. '.trim(), name));
});

void test('a skeleton is its own, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.equal(skeleton(skeleton(text)).length <= skeleton(text).length, true);
      imitates(text, name);
    }),
  );
});
