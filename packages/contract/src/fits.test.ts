import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fixtures } from '@huddlekit/mocks';
import { fits } from './fits.ts';
import { routes } from './routes.ts';
import * as z from './zod.ts';

const { events, trainings, campaign, places } = fixtures({ now: Date.parse('2026-11-23T15:34:20Z') });

/** Answers of the wire, so that whatever is changed in one is near what fits. */
const answers: unknown[] = [
  ...events,
  ...trainings,
  campaign,
  { data: events.slice(0, 3), next: 'a-cursor' },
  { data: trainings, next: null, now: '2026-11-23T15:34:20Z' },
  { data: places, next: null },
  { data: [], next: null },
];

const responses = routes.flatMap(({ id, response }) => (response ? [[id, response] as const] : []));

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Infinity,
    2 ** 60,
    1.5,
    '',
    '2026-02-29T00:00:00Z',
    '2026-11-23',
    [],
  ),
);

/** A copy of an answer with one value somewhere in it taken out or put in the place of another. */
function changed(answer: unknown, path: readonly number[], value: unknown, isRemoved: boolean): unknown {
  const copy: unknown = structuredClone(answer);
  let place = copy;
  for (const [depth, step] of path.entries()) {
    if (typeof place !== 'object' || place === null) return copy;
    const keys = Object.keys(place);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return copy;
    const inner: unknown = Reflect.get(place, key);
    if (depth < path.length - 1 && typeof inner === 'object' && inner !== null) place = inner;
    else {
      if (isRemoved) Reflect.deleteProperty(place, key);
      else Reflect.set(place, key, value);
      return copy;
    }
  }
  return copy;
}

void suite('whether a value fits is what zod says', () => {
  for (const [id, schema] of responses) {
    void test(`answers of ${id}`, () => {
      for (const answer of answers) assert.equal(fits(schema, answer), schema.safeParse(answer).success);
      const whole = answers.filter((answer) => schema.safeParse(answer).success);
      const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 });
      fc.assert(
        fc.property(
          fc.constantFrom(...(whole.length > 0 ? whole : answers)),
          path,
          strange,
          fc.boolean(),
          (answer, steps, value, isRemoved) => {
            const other = changed(answer, steps, value, isRemoved);
            assert.equal(fits(schema, other), schema.safeParse(other).success);
          },
        ),
        { numRuns: 300 },
      );
    });
  }

  const kinds: Record<string, z.ZodMiniType> = {
    trimmed: z.string().check(z.trim(), z.minLength(1)),
    refined: z.string().check(z.refine((value) => value !== 'no')),
    coerced: z.coerce.number(),
    union: z.union([z.string(), z.int()]),
    withDefault: z.object({ a: z._default(z.string(), 'x') }),
    exact: z.object({ a: z.exactOptional(z.string()) }),
    strict: z.strictObject({ a: z.optional(z.string()) }),
    unknown: z.object({ a: z.unknown() }),
    long: z.array(z.string().check(z.maxLength(2))).check(z.maxLength(2)),
    bounded: z.number().check(z.gt(0), z.lte(10)),
    address: z.url(),
  };
  for (const [name, schema] of Object.entries(kinds)) {
    void test(`a schema that is ${name}`, () => {
      const values = [
        ' ',
        'no',
        'yes',
        '7',
        7,
        0,
        10,
        11,
        1.5,
        null,
        {},
        { a: 'x' },
        { a: 1 },
        { a: undefined },
      ];
      const lists = [['a'], ['abc'], ['a', 'b', 'c'], 'https://example.org', { b: 1 }, undefined, Number.NaN];
      for (const value of [...values, ...lists])
        assert.equal(fits(schema, value), schema.safeParse(value).success, JSON.stringify(value));
    });
  }
});
