import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from './attendance-input.ts';
import { EventInput } from './event-input.ts';
import { fieldProblems } from './problem.ts';

const timeslotId = 'AAAAAAAAAAAAAAAAAAAAAA';

function problemsOf(input: unknown): Record<string, string> {
  const result = AttendanceInput.safeParse(input);
  return Object.fromEntries(
    fieldProblems(result.error?.issues ?? [], input).map(({ pointer, code }) => [pointer, code]),
  );
}

void test('each wrong field is named with a stable code', () => {
  assert.deepEqual(
    problemsOf({ timeslotIds: [], person: { givenName: ' ', email: 'maribel.okafor' }, guests: -1 }),
    {
      '/timeslotIds': 'too_short',
      '/person/givenName': 'required',
      '/person/email': 'invalid_format',
      '/guests': 'too_small',
    },
  );
  assert.deepEqual(problemsOf({ timeslotIds: [7], person: 'Maribel', guests: '2' }), {
    '/timeslotIds/0': 'wrong_type',
    '/person': 'wrong_type',
    '/guests': 'wrong_type',
  });
  assert.deepEqual(problemsOf({}), { '/timeslotIds': 'required', '/person': 'required' });
});

void test('a value that isn’t an object is named as such', () => {
  for (const input of [null, [], 7, 'text']) assert.deepEqual(Object.keys(problemsOf(input)), ['']);
});

void test('a pointer escapes the characters RFC 6901 reserves', () => {
  const [problem] = fieldProblems(
    [{ code: 'custom', path: ['a/b', 'c~d', 0], message: 'No', input: undefined }],
    {},
  );
  assert.equal(problem?.pointer, '/a~1b/c~0d/0');
});

void test('an end before the start names the end', () => {
  const input = {
    kind: 'huddle',
    title: 'Letters',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: '2026-12-01T20:00:00Z', endDate: '2026-12-01T19:00:00Z' }],
    location: { kind: 'online' },
    host: { givenName: 'Tomasz', email: 'tomasz@example.org' },
  };
  assert.deepEqual(fieldProblems(EventInput.safeParse(input).error?.issues ?? [], input), [
    { pointer: '/timeslots/0/endDate', code: 'end_before_start', message: 'The end must be after the start' },
  ]);
});

void test('what a person typed is never repeated in a problem', () => {
  const secret = 'maribel-secret';
  const input = { timeslotIds: [timeslotId], person: { givenName: 'Maribel', email: secret } };
  const { issues = [] } = AttendanceInput.safeParse(input).error ?? {};
  assert.equal(issues.length, 1);
  assert.doesNotMatch(JSON.stringify(fieldProblems(issues, input)), /secret/);
});
