import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode.ts';

void test('reads what spreadsheets write', () => {
  const accents = 'Peña, Zürich';
  assert.deepEqual(decode(Buffer.from(accents)), { text: accents, isGuess: false });
  assert.deepEqual(decode(Buffer.from(`\ufeff${accents}`)), { text: accents, isGuess: false });
  assert.deepEqual(decode(Buffer.from(`\ufeff${accents}`, 'utf16le')), { text: accents, isGuess: false });
  assert.deepEqual(decode(Buffer.from(`\ufeff${accents}`, 'utf16le').swap16()), {
    text: accents,
    isGuess: false,
  });
});

void test('tells UTF-16 without a mark by its zero bytes', () => {
  const table = 'title,date\nPeña,2026-11-28\n';
  assert.deepEqual(decode(Buffer.from(table, 'utf16le')), { text: table, isGuess: false });
  assert.deepEqual(decode(Buffer.from(table, 'utf16le').swap16()), { text: table, isGuess: false });
  const withZeros = 'a\u0000,b\u0000\u0000c';
  assert.equal(decode(Buffer.from(withZeros)).text, withZeros);
});

void test('takes what is no UTF-8 for Windows-1252 and says so', () => {
  assert.deepEqual(decode(Buffer.from('Peña', 'latin1')), { text: 'Peña', isGuess: true });
  assert.deepEqual(decode(Uint8Array.of(0x80, 0x31)), { text: '€1', isGuess: true });
});
