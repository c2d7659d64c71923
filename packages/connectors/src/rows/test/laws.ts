import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Conversion, Converter } from '../../conversion.ts';
import { ImportedEvent } from '../../imported-event.ts';
import { convertWhole } from '../../pacing.ts';
import { fatalCodes } from '../../problem.ts';

/** Every row gave an event or one problem with a fatal code, and every event has the shape it promises. */
export function assertLaws({ events, problems, rows }: Conversion): void {
  const lost = problems.filter(({ code }) => fatalCodes.has(code));
  assert.equal(events.length + lost.length, rows);
  if (rows === 0) assert.ok(problems.length > 0, 'a source without a row says why');
  for (const event of events) {
    assert.deepEqual(ImportedEvent.parse(event), event);
    assert.ok(event.timeslots.length > 0 && event.title !== '');
    for (const { startDate, endDate } of event.timeslots)
      assert.ok(endDate === null || Date.parse(endDate) > Date.parse(startDate));
  }
}

/** Bytes of a good source after a few bytes or pieces were changed, left out or doubled. */
export function mutated(good: readonly string[]): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    put: fc.oneof(
      fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\u0000',
        '<',
        '>',
        '-->',
        'null',
        '1e999',
        '-',
        '\n',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) =>
      Buffer.from(
        changes.reduce((source, { at, length, put }) => {
          const start = Math.floor(at * source.length);
          return source.slice(0, start) + put + source.slice(start + length);
        }, text),
      ),
    );
}

/** No bytes make a converter throw or break its laws. */
export function assertAnyBytes(converter: Converter, good: readonly string[]): void {
  const bytes = fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: fc.json().map((json) => Buffer.from(json)) },
    { weight: 6, arbitrary: mutated(good) },
  );
  fc.assert(
    fc.property(bytes, (source) => assertLaws(convertWhole(converter, source, { now: 0 }))),
    { numRuns: 1_000 },
  );
}

/** The most rows that any one step of a conversion takes. */
export function rowsPerStep(converter: Converter, bytes: Uint8Array): number {
  const gathering: { -readonly [Name in keyof Conversion]: Conversion[Name] } & Parameters<Converter>[2] = {
    events: [],
    problems: [],
    rows: 0,
  };
  let most = 0;
  let before = 0;
  for (const _ of converter(bytes, {}, gathering)) {
    most = Math.max(most, gathering.rows - before);
    before = gathering.rows;
  }
  return most;
}
