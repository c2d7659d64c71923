import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { headerText, mailableName } from './names.ts';

void test('names of people are kept as they are', () => {
  for (const name of [
    'Maribel',
    'Inés María',
    'Mei-Ling',
    'O’Brien',
    "D'Angelo",
    'Nguyễn Thị Hoa',
    'Martin L.',
    '王芳',
  ]) {
    assert.equal(mailableName(name), name);
  }
});

void test('what could be more than a name isn’t repeated', () => {
  for (const text of [
    'evil.example',
    'see http://x',
    'Win 100',
    'a@b',
    'you have won a prize today',
    '<b>',
    '',
  ]) {
    assert.equal(mailableName(text), '');
  }
});

void test('whatever is typed, a header stays one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(headerText(text), /[\r\n\0\u2028\u2029]/);
      assert.doesNotMatch(mailableName(text), /[\r\n.:/@\d<>]./);
    }),
  );
});
