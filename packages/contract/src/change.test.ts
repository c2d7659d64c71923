import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceChange } from './attendance-change.ts';
import { EventChange } from './event-change.ts';
import { fieldProblems } from './problem.ts';
import type * as z from './zod.ts';

function problemsOf(schema: z.ZodMiniType, input: unknown): string[] {
  const { issues = [] } = schema.safeParse(input).error ?? {};
  return fieldProblems(issues, input).map(({ pointer, code }) => `${pointer} ${code}`);
}

void test('a change that changes nothing is a slip', () => {
  assert.deepEqual(problemsOf(AttendanceChange, {}), [' empty_change']);
  assert.deepEqual(problemsOf(AttendanceChange, { person: {} }), ['/person empty_change']);
  assert.deepEqual(problemsOf(EventChange, {}), [' empty_change']);
  assert.deepEqual(problemsOf(EventChange, { accessibility: {} }), ['/accessibility empty_change']);
});

void test('each field that isn’t known is named, and nothing else is said', () => {
  const change = { status: 'confirmed', 'a/b': 1, person: { email: 'eve@example.org' } };
  assert.deepEqual(problemsOf(AttendanceChange, change).sort(), [
    '/a~1b unknown_field',
    '/person/email unknown_field',
    '/status unknown_field',
  ]);
});

void test('null takes out what may be missing, and only that', () => {
  const person = { givenName: null, familyName: null, phone: null, postalCode: null };
  assert.deepEqual(problemsOf(AttendanceChange, { accessNeeds: null, person }), [
    '/person/givenName wrong_type',
  ]);
  assert.deepEqual(problemsOf(EventChange, { capacity: null, browserUrl: null, title: null }), [
    '/title wrong_type',
  ]);
});

void test('a timeslot is one that is there or has a start', () => {
  const id = 'AAAAAAAAAAAAAAAAAAAAAA';
  const [startDate, endDate] = ['2026-12-01T20:00:00Z', '2026-12-01T19:00:00Z'];
  const timeslots = [{ id }, { startDate }, { endDate }, { id, endDate }, { id, startDate, endDate }];
  assert.deepEqual(problemsOf(EventChange, { timeslots }), [
    '/timeslots/2/startDate required',
    '/timeslots/4/endDate end_before_start',
  ]);
});

void test('defaults of a new event change nothing of one that is there', () => {
  assert.deepEqual(EventChange.parse({ title: 'Soup' }), { title: 'Soup' });
});
