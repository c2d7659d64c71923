import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convertWhole } from '../pacing.ts';
import { contractEvent, keptOf } from '../rows/test/contract-events.ts';
import { readCsv } from './csv.ts';
import { recordsOf } from './records.ts';
import { writeCsv } from './write-csv.ts';

const events = fc.uniqueArray(contractEvent, { maxLength: 5, selector: ({ source }) => source.id });

void test('time, zone, place and id come back from a table as they went in', () => {
  fc.assert(
    fc.property(events, (written) => {
      const { events: read, problems } = convertWhole(readCsv, Buffer.from(writeCsv(written)));
      assert.deepEqual(
        read.map((event) => keptOf(event)),
        written.map((event) => keptOf(event)),
      );
      const codes = new Set(problems.map(({ code }) => code));
      for (const code of ['missing_point', 'missing_place'] as const) codes.delete(code);
      assert.deepEqual([...codes], []);
    }),
    { numRuns: 300 },
  );
});

void test('no cell begins as a formula does', () => {
  fc.assert(
    fc.property(events, (written) => {
      for (const record of recordsOf(writeCsv(written)))
        for (const cell of record?.cells ?? []) assert.match(cell, /^(?![=+@\t\r]|-(?!\d+(\.\d+)?$))/);
    }),
  );
});
