import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import { createClient } from './create-client.ts';
import { isConflictError, isHuddleError, isNotFoundError, isValidationError } from './errors/guards.ts';
import { createReviewClient, type ReviewClient } from './review.ts';
import { moderatorKey, verifiedEvent } from './test/hosted-event.ts';

const places = new URL('../../hub/data/places.sqlite', import.meta.url);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';

void suite('a moderator’s client against a real hub', { skip }, () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let review: ReviewClient;
  let key: string;

  before(async () => {
    hub = await startHub();
    key = await moderatorKey(hub);
    review = createReviewClient({ hub: hub.url, key });
  });
  after(() => hub.stop());

  const isPublic = async (id: string): Promise<boolean> =>
    createClient({ hub: hub.url })
      .events.get(id)
      .then(
        () => true,
        (error: unknown) => {
          assert.ok(isNotFoundError(error));
          return false;
        },
      );

  void test('from the queue to the public, and away again', async () => {
    const id = await verifiedEvent(hub, 'ada');
    const { data, waiting } = await review.queue();
    assert.deepEqual([data.map((item) => item.id), waiting], [[id], 1]);
    const item = await review.get(id);
    assert.deepEqual(item, data[0]);
    assert.doesNotMatch(JSON.stringify(item), /Quillfeather|ada\.of/, 'no address, no e-mail');

    await assert.rejects(
      review.approve(id, { version: item.version - 1 }),
      (error: unknown) => isConflictError(error) && error.code === 'version_mismatch',
    );
    assert.equal(await isPublic(id), false);
    const approved = await review.approve(id, { version: item.version, trustHost: true });
    assert.deepEqual([approved.status, approved.version], ['confirmed', item.version + 1]);
    assert.equal(await isPublic(id), true);
    assert.equal((await review.get(id)).isTrustedHost, true);
    await assert.rejects(
      review.approve(id, { version: approved.version }),
      (error: unknown) => isConflictError(error) && error.code === 'not_waiting',
    );

    assert.equal((await review.takeDown(id, { message: 'This isn’t real.' })).status, 'cancelled');
    assert.equal(await isPublic(id), false);
    await assert.rejects(review.get(id), isNotFoundError);
  });

  void test('rejected, or blocked with all that is public', async () => {
    const rejected = await verifiedEvent(hub, 'bob');
    const { version } = await review.get(rejected);
    await assert.rejects(review.reject(rejected, { version, message: '' }), isValidationError);
    assert.equal((await review.reject(rejected, { version, message: 'Name a place.' })).status, 'rejected');

    const id = await verifiedEvent(hub, 'cleo');
    await review.approve(id, await review.get(id).then((item) => ({ version: item.version })));
    const block = { eventId: id, takedown: { message: 'This was a trap.' } };
    assert.deepEqual(await review.block(block), { takenDown: 1 });
    assert.equal(await isPublic(id), false);
  });

  void test('another key opens nothing, and none may come from a web page', async () => {
    const fails = (options: Partial<Parameters<typeof createReviewClient>[0]>, code: string): Promise<void> =>
      assert.rejects(
        createReviewClient({ hub: hub.url, key, ...options }).queue(),
        (error: unknown) => isHuddleError(error) && error.code === code,
      );
    await fails({ key: `${key}x` }, 'unauthorized');
    await fails({ key: '' }, 'unauthorized');
    await fails({ headers: { origin: 'https://partner.example' } }, 'key_in_browser');
  });
});
