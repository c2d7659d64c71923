import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { recordsOf, type CsvRecord } from './records.ts';

const readAll = (text: string): CsvRecord[] => [...recordsOf(text)].filter((record) => record !== undefined);
const cellsOf = (text: string): unknown[] => readAll(text).map(({ cells }) => cells);

void test('parts by comma, semicolon, tab or bar, whichever the header has', () => {
  for (const sign of [',', ';', '\t', '|']) {
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
  const lines = readAll('a,b\n1,"x\ny\nz"\n\n2,y\nbro"ken,1\n3,z\n').map(({ line }) => line);
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
  const lines = readAll('a,b\n1,"open\n2,x\n3,"y"\n4,z\n').map(({ line, cells }) => [line, cells]);
  assert.deepEqual(lines, [
    [1, ['a', 'b']],
    [2, undefined],
    [3, ['2', 'x']],
    [4, ['3', 'y']],
    [5, ['4', 'z']],
  ]);
});

void test('a file full of open quotes is read in one pass, each line counted', () => {
  const count = 20_000;
  const records = readAll(`a,b\n${'1,"open\n2,x\n'.repeat(count)}`);
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

void test('what a table says of its sign counts, and spaces around quotes don’t', () => {
  assert.deepEqual(cellsOf('sep=;\r\na,b;c\r\n1;2\r\n'), [
    ['a,b', 'c'],
    ['1', '2'],
  ]);
  assert.deepEqual(cellsOf('a,b\n1, "x, y" \n'), [
    ['a', 'b'],
    ['1', 'x, y'],
  ]);
});

void test('reads as another parser does wherever that one reads at all', () => {
  const piece = fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', 'b c', '1');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `x,y\n${pieces.join('')}`;
      const read = parsed(text);
      if (!read) return;
      assert.deepEqual(cellsOf(text).filter(isWritten), read.filter(isWritten));
    }),
    { numRuns: 3000 },
  );
});

/** The records by csv-parse, or undefined where it refuses the text. */
function parsed(text: string): unknown[] | undefined {
  try {
    return parse(text, { relaxColumnCount: true, skipEmptyLines: true, recordDelimiter: ['\r\n', '\n'] });
  } catch {
    return undefined;
  }
}

// A line of nothing but a pair of quotes is a record to one parser and an empty line to the other.
function isWritten(cells: unknown): boolean {
  return Array.isArray(cells) && cells.join('').trim() !== '';
}

void test('huge lines are read in small steps, and only their first thousand cells are kept', () => {
  const cases = [
    `a${',a'.repeat(1_000_000)}`,
    'x'.repeat(10_000_000),
    `"${'y""'.repeat(1_000_000)}`,
    `"${'z'.repeat(1_000_000)}",1`,
    '"\n'.repeat(200_000),
    `a${'\r"b'.repeat(200_000)}`,
  ];
  for (const text of cases) {
    const steps = [...recordsOf(text)];
    assert.ok(steps.every((record) => (record?.cells?.length ?? 0) <= 1_000));
    const lines = steps.filter((record) => record !== undefined).length;
    if (lines === 1 && text.length > 3_000_000) assert.ok(steps.length > 15, `${steps.length} steps`);
  }
});
