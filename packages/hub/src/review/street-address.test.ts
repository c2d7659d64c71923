import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsStreetAddress } from './street-address.ts';

void test('street addresses are seen, in English and in Spanish', () => {
  for (const text of [
    'Come to 2417 Quillfeather Avenue',
    'we meet at 77 N. Marrowfield Ln, second floor',
    '1600 Martin Luther King Jr Blvd.',
    '12b Elm St',
    'Ring at Apt 4B',
    'Nos vemos en Calle de la Luna 14',
    'Avenida Central #220',
  ])
    assert.ok(tellsStreetAddress(text), text);
});

void test('other numbers aren’t taken for one', () => {
  for (const text of [
    'Ten actions in 100 days',
    'Bring 2 chairs and a friend',
    'From 7 p.m. to 9 p.m.',
    'Huddle 3 of 10: what we do next',
    'The street party of 2026',
    '',
  ])
    assert.ok(!tellsStreetAddress(text), text);
});

void test('a long text is read in time that grows with its length', () => {
  for (const text of [
    '1 a'.repeat(3300),
    '1'.repeat(10_000),
    `1${' '.repeat(9_000)}a`,
    'calle a '.repeat(1200),
  ])
    assert.equal(tellsStreetAddress(text), false);
});
