import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordsOf } from './records.ts';

const cellsOf = (text: string): unknown[] => recordsOf(text).map(({ cells }) => cells);

void test('parts by comma, semicolon or tab, whichever the header has', () => {
  for (const sign of [',', ';', '\t']) {
    assert.deepEqual(cellsOf(['a', 'b'].join(sign) + '\n' + ['1', '2'].join(sign)), [
      ['a', 'b'],
      ['1', '2'],
    ]);
  }
});

void test('reads a byte order mark, quotes, all line breaks and an empty line', () => {
  assert.deepEqual(cellsOf('a,b\r\n"x, ""y""","1\n2"\r\n\r\n3,4\r\n'), [
    ['a', 'b'],
    ['x, "y"', '1\n2'],
    ['3', '4'],
  ]);
  assert.deepEqual(cellsOf('a,b\r1,2\r'), [
    ['a', 'b'],
    ['1', '2'],
  ]);
});

void test('tells the line on which each record begins', () => {
  const lines = recordsOf('a,b\n1,"x\ny\nz"\n\n2,y\nbro"ken,1\n3,z\n').map(({ line }) => line);
  assert.deepEqual(lines, [1, 2, 6, 7, 8]);
});

void test('a stray quote within a cell is text', () => {
  assert.deepEqual(cellsOf('a,b\n1,6" of rain\n2,z\n'), [
    ['a', 'b'],
    ['1', '6" of rain'],
    ['2', 'z'],
  ]);
});

void test('a quote that nothing closes costs its own line only', () => {
  assert.deepEqual(recordsOf('a,b\n1,"open\n2,x\n3,"y"\n4,z\n'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: undefined },
    { line: 3, cells: ['2', 'x'] },
    { line: 4, cells: ['3', 'y'] },
    { line: 5, cells: ['4', 'z'] },
  ]);
});

void test('a file full of open quotes is read in one pass, each line counted', () => {
  const count = 20_000;
  const records = recordsOf(`a,b\n${'1,"open\n2,x\n'.repeat(count)}`);
  assert.equal(records.length, 1 + 2 * count);
  assert.equal(records.filter(({ cells }) => cells === undefined).length, count);
});

void test('what was written is what is read', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff'));
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
      assert.deepEqual(cellsOf(`a,b\n${text}`).slice(1), rows);
    }),
  );
});
