import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HuddleError } from './errors/huddle-error.ts';
import { safe } from './safe.ts';

void test('a call’s data or its error, and nothing else is kept from being thrown', async () => {
  assert.deepEqual(await safe(Promise.resolve(1)), { data: 1, error: undefined });
  const error = new HuddleError('No', { code: 'offline' });
  assert.deepEqual(await safe(Promise.reject(error)), { data: undefined, error });
  await assert.rejects(safe(Promise.reject(new TypeError('mine'))), TypeError);
});
