import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { isBadResponseError, isOfflineError } from './errors/guards.ts';
import { eventId, sampleEvents } from './test/samples.ts';
import { send, startServer } from './test/server.ts';

void test('a value of the wrong type is named by its path', async () => {
  const [event] = sampleEvents(1);
  await using server = await startServer((response) =>
    send(response, { data: [event, { ...event, title: 7 }], next: null }),
  );
  await assert.rejects(createClient({ hub: server.url }).events.page(), (error: unknown) => {
    assert.ok(isBadResponseError(error));
    assert.deepEqual([error.path, error.code, error.status], ['data.1.title', 'bad_response', 200]);
    assert.match(error.message, /data\.1\.title.*one version/);
    return true;
  });
});

void test('fields and values of a newer hub pass', async () => {
  const [event] = sampleEvents(1);
  const newer = { ...event, kind: 'flotilla', status: 'postponed', weather: 'fine' };
  await using server = await startServer((response) => send(response, newer));
  const answer = await createClient({ hub: server.url }).events.get(eventId);
  assert.deepEqual(answer, newer);
});

void test('a page instead of JSON is a BadResponseError', async () => {
  await using server = await startServer((response) => response.end('<!doctype html>'));
  await assert.rejects(createClient({ hub: server.url }).campaign.get(), (error: unknown) => {
    assert.ok(isBadResponseError(error));
    assert.match(error.message, /Check that the address/);
    return error.path === '';
  });
});

void test('an answer that breaks off is an OfflineError', async () => {
  await using server = await startServer((response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"data":[');
    setTimeout(() => response.destroy(), 20);
  });
  await assert.rejects(createClient({ hub: server.url }).events.page(), isOfflineError);
});

void test('a body that stops coming is an OfflineError', async () => {
  await using server = await startServer((response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"data":[');
  });
  const call = createClient({ hub: server.url }).events.page({}, { timeout: 100 });
  await assert.rejects(call, (error: unknown) => isOfflineError(error) && error.code === 'timeout');
});
