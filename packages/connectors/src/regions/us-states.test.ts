import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateCodeOf } from './state-codes.ts';
import { isInState } from './us-states.ts';

void test('a town lies in its own state and not in another', () => {
  assert.equal(isInState('IL', 41.88, -87.63), true);
  assert.equal(isInState('TX', 41.88, -87.63), false);
  assert.equal(isInState('HI', 21.31, -157.86), true);
  assert.equal(isInState('AK', 51.87, -176.64), true, 'Adak, far west in the Aleutians');
  assert.equal(isInState('NC', 35.128, -75.9154), true, 'Ocracoke, on the Outer Banks');
  assert.equal(isInState('DC', 37.13054, -113.50829), false, 'Washington, Utah');
});

void test('a point just over the border is let pass, one far over it not', () => {
  assert.equal(isInState('KS', 39.1, -94.58), true, 'Kansas City, Missouri: 3 km');
  assert.equal(isInState('KS', 38.95, -92.33), false, 'Columbia, Missouri: 195 km');
});

void test('answers nothing for a state whose border isn’t known', () => {
  assert.equal(isInState('ZZ', 0, 0), undefined);
});

void test('knows a state by code and name', () => {
  for (const words of ['DC', 'd.c.', 'District of Columbia']) assert.equal(stateCodeOf(words), 'DC', words);
  for (const words of ['Ontario', '', 'constructor', '__proto__'])
    assert.equal(stateCodeOf(words), undefined);
});
