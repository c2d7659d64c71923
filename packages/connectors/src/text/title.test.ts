import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf } from './title.ts';

void test('a title is one line of text without markup, and cut where it is too long', () => {
  const told: string[] = [];
  const title = (text: string): string => titleOf(text, (code) => told.push(code));
  assert.equal(title('Rally\n &amp; <b>March</b>\u0000'), 'Rally & March');
  assert.equal(title('<CODE/CRAFTS>'), '<CODE/CRAFTS>', 'a name in angle brackets is a name');
  assert.equal(title(' \u0007 '), '');
  assert.deepEqual(told, []);
  assert.equal(title('✊'.repeat(201)), '✊'.repeat(200));
  assert.deepEqual(told, ['long_title']);
});
