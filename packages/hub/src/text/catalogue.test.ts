import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './catalogue.ts';

void test('a sentence that ends in an abbreviation has one full stop', () => {
  assert.equal(fill('We start at {time}.', { time: '4:10 p.m.' }), 'We start at 4:10 p.m.');
  assert.equal(fill('We start at {time}.', { time: '16:10' }), 'We start at 16:10.');
  assert.equal(fill('{name}. {name}', { name: 'Jr.' }), 'Jr. Jr.');
});

void test('a value is text, also one that looks like a place', () => {
  assert.equal(fill('{a} {b}', { a: '{b}', b: '$&' }), '{b} $&');
  assert.equal(fill('{count} guest|{count} guests', { count: 2 }), '2 guests');
});
