import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createClient } from '../create-client.ts';
import { eventId, rsvp } from '../test/samples.ts';
import { sendProblem, startServer, type Responder } from '../test/server.ts';
import { BadResponseError } from './bad-response-error.ts';
import { ConflictError } from './conflict-error.ts';
import {
  isBadResponseError,
  isConflictError,
  isHuddleError,
  isNotFoundError,
  isValidationError,
} from './guards.ts';
import { HuddleError } from './huddle-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { ValidationError } from './validation-error.ts';

async function errorOf(respond: Responder): Promise<HuddleError> {
  await using server = await startServer(respond);
  const client = createClient({ hub: server.url });
  const error: unknown = await client.attendances.create(eventId, rsvp).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof HuddleError);
  return error;
}

void test('each problem is the error a caller can act on', async () => {
  const cases = [
    [404, 'not_found', NotFoundError],
    [409, 'event_cancelled', ConflictError],
    [401, 'unauthorized', HuddleError],
    [422, 'idempotency_mismatch', HuddleError],
  ] as const;
  for (const [status, code, type] of cases) {
    const error = await errorOf((response) => sendProblem(response, status, code));
    assert.equal(error.constructor, type);
    assert.deepEqual(
      [error.name, error.code, error.status, error.requestId, error.retryable, error.message],
      [type.name, code, status, 'r-1', false, `Title of ${code}`],
    );
  }
});

void test('fields to put right keep their pointers', async () => {
  const fields = [{ pointer: '/person/email', code: 'invalid_format', message: 'Check the spelling' }];
  const error = await errorOf((response) =>
    sendProblem(response, 422, 'validation_failed', { errors: fields, detail: 'Put one field right' }),
  );
  assert.ok(error instanceof ValidationError && isValidationError(error));
  assert.deepEqual(error.fields, fields);
  assert.equal(error.message, 'Put one field right');
});

void test('what isn’t a hub is told from a hub that knows no such event', async () => {
  const error = await errorOf((response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  });
  assert.ok(error instanceof BadResponseError && isBadResponseError(error));
  assert.match(error.message, /Check the hub’s address/);
});

void test('a proxy’s failure may pass', async () => {
  const error = await errorOf((response) => {
    response.writeHead(502, { 'content-type': 'text/html', 'retry-after': '0' }).end('<h1>Bad gateway</h1>');
  });
  assert.deepEqual([error.name, error.code, error.retryable], ['HuddleError', 'unavailable', true]);
});

void test('no error carries the token, the person or the key to a log', async () => {
  const responders: readonly Responder[] = [
    (response) => sendProblem(response, 409, 'event_over'),
    (response) => response.destroy(),
    () => undefined,
    (response) => response.end('{}'),
  ];
  for (const respond of responders) {
    await using server = await startServer(respond);
    const { attendances } = createClient({ hub: server.url, timeout: 50 });
    const calls = [
      attendances.create(eventId, rsvp, { idempotencyKey: 'secret-key-of-the-page' }),
      attendances.get(eventId, 'secret-token'),
    ];
    for (const result of await Promise.allSettled(calls)) {
      assert.equal(result.status, 'rejected');
      const text = inspect(result.reason, { depth: 20, showHidden: true });
      assert.doesNotMatch(text, /secret|maribel/i);
    }
  }
});

void test('guards know the errors of another copy of the package', () => {
  class ConflictErrorOfAnotherCopy extends Error {
    override name = 'ConflictError';
    code = 'event_over';
    retryable = false;
  }
  const error = new ConflictErrorOfAnotherCopy();
  assert.ok(isConflictError(error) && isHuddleError(error));
  assert.ok(!isNotFoundError(error));
});

void test('guards refuse what only shares a name', () => {
  assert.ok(!isNotFoundError(new DOMException('No such node', 'NotFoundError')));
  assert.ok(!isHuddleError(new TypeError('fetch failed')));
  for (const value of [undefined, null, 'ConflictError', 7, {}]) assert.ok(!isHuddleError(value));
});
