import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem, ReviewItem, ReviewQueue, type Route } from '@huddlekit/contract';
import { routes } from '@huddlekit/contract/routes';
import { verifiedEvent } from '../review/review.test-helper.ts';
import { hostOf } from '../events/hosted.test-helper.ts';
import { post, startTestHub, type JsonAnswer } from './test-hub.test-helper.ts';

const someId = 'AAAAAAAAAAAAAAAAAAAAAA';
const ofReview = routes.filter(({ authorization }: Route) => authorization === 'review');

/** `status code` of an answer that is a problem. */
async function problemOf(response: Response): Promise<string> {
  const { status, code } = Problem.parse(await response.json());
  return `${String(status)} ${code}`;
}

test('no route of the review opens without a moderator’s key that is in use, nor from a web page', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const { key } = await hub.review.keys.add('moderator', 'tests');
  const old = await hub.review.keys.add('moderator', 'old');
  assert.equal(await hub.review.keys.revoke(old.id), true);
  assert.equal(await hub.review.keys.revoke(old.id), false);
  const id = await verifiedEvent(server);
  const bodies: Readonly<Record<string, object>> = {
    rejectEvent: { message: 'No.' },
    takeDownEvent: { message: 'No.' },
    closeReports: { reportIds: [someId] },
    blockPerson: { eventId: id },
  };
  assert.equal(ofReview.length, 8);
  for (const route of ofReview) {
    const send = (headers: Record<string, string>, query = ''): Promise<Response> =>
      fetch(url + route.path.replace('{id}', id) + query, {
        method: route.method,
        headers: { 'if-match': '*', ...headers, ...(route.body && { 'content-type': 'application/json' }) },
        ...(route.body && { body: JSON.stringify(bodies[route.id] ?? {}) }),
      });
    const unauthorized = [
      {},
      { authorization: `Bearer ${key}x` },
      { authorization: `Bearer ${old.key}` },
      { authorization: `Bearer ${hub.tokens.sign('event', id, 1)}` },
      { authorization: `Basic ${key}` },
      { cookie: `huddlekit_review=${key}` },
    ];
    for (const headers of unauthorized)
      assert.equal(await problemOf(await send(headers)), '401 unauthorized', route.id);
    assert.equal(await problemOf(await send({}, `?key=${key}`)), '401 unauthorized');
    for (const origin of ['https://partner.example', 'null', hub.settings.baseUrl]) {
      const fromPage = await send({ authorization: `Bearer ${key}`, origin });
      assert.equal(fromPage.headers.get('access-control-allow-origin'), null);
      assert.equal(await problemOf(fromPage), '403 key_in_browser', route.id);
    }
  }
  assert.equal((await hub.review.queue()).waiting, 1, 'nothing was done');
  assert.doesNotMatch(server.log.join(''), new RegExp(key), 'no key in the log');
});

test('a decision names the version that was read, and is made once', async () => {
  await using server = await startTestHub();
  const { hub, url } = server;
  const { id: keyId, key } = await hub.review.keys.add('moderator', 'tests');
  const authorization = `Bearer ${key}`;
  const id = await verifiedEvent(server);
  const at = `${url}/v1/review/events/${id}`;
  const told = ({ status, body }: JsonAnswer): string =>
    `${String(status)} ${body.code ?? String(body['status'])}`;
  const decide = async (act: string, ifMatch: string | undefined, body: object): Promise<string> =>
    told(
      await post(`${at}/${act}`, body, {
        authorization,
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      }),
    );

  const queue = await fetch(`${url}/v1/review/queue`, { headers: { authorization } });
  assert.equal(queue.headers.get('cache-control'), 'no-store');
  assert.equal(ReviewQueue.parse(await queue.json()).data[0]?.id, id);
  const response = await fetch(at, { headers: { authorization } });
  const item = ReviewItem.parse(await response.json());
  const tag = response.headers.get('etag') ?? '';
  assert.equal(tag, `"${String(item.version)}"`);

  assert.equal(await decide('approve', undefined, {}), '428 precondition_required');
  await hostOf(server, id).change({ title: 'Bait' });
  assert.equal(await decide('approve', tag, {}), '412 version_mismatch');
  assert.equal(await decide('approve', '*', { trusthost: true }), '422 validation_failed');
  assert.equal(await decide('takedown', undefined, { message: 'No.' }), '409 event_not_public');
  assert.equal(await decide('approve', '*', { trustHost: true }), '200 confirmed');
  assert.equal(await decide('approve', '*', {}), '409 not_waiting');
  assert.equal(await decide('reject', '*', { message: 'No.' }), '409 not_waiting');
  assert.equal(await decide('takedown', '"1"', { message: 'No.' }), '412 version_mismatch');
  assert.equal(await decide('takedown', undefined, { message: 'No.' }), '200 cancelled');
  const blocked = await post(`${url}/v1/review/people/block`, { eventId: someId }, { authorization });
  assert.equal(told(blocked), '404 not_found');

  const acts = await hub.storage.read.selectFrom('audit').select(['actor', 'act']).execute();
  const byKey = acts.filter(({ actor }) => actor === `key:${keyId}`).map(({ act }) => act);
  assert.deepEqual(byKey, ['event-approved', 'trust-host', 'cancel-event', 'take-down']);
});
