import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeText, fold } from './written-lines.ts';

void test('folded lines are at most 75 octets and unfold to what they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`;
      const folded = fold(line);
      for (const part of folded.split('\r\n')) assert.ok(Buffer.byteLength(part) <= 75);
      assert.equal(folded.replaceAll('\r\n ', ''), line);
    }),
  );
});

void test('a text read back by the rules of RFC 5545 is the text', () => {
  const read = (value: string): string =>
    value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ');
      assert.equal(read(escapeText(text)), lines);
    }),
  );
  assert.equal(escapeText('a\\n; b,\nc'), 'a\\\\n\\; b\\,\\nc');
});
