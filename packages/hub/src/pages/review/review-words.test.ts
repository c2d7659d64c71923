import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReviewItem, type EventInput } from '@huddlekit/contract';
import { hostOf } from '../../events/hosted.test-helper.ts';
import { campaignWith, verifiedEvent } from '../../review/review.test-helper.ts';
import { publishEvent, startTestHub } from '../../server/test-hub.test-helper.ts';
import { registerPages } from '../pages.ts';
import { visitOf, type Visit } from '../page.ts';
import { itemPage } from './item-page.ts';
import { queuePage } from './queue-page.ts';

const hall: EventInput['location'] = {
  kind: 'community',
  venue: 'Union Hall',
  addressLines: ['1 Main Street'],
  locality: 'Chicago',
  region: 'IL',
  postalCode: '60647',
};

void test('moderators read places, kinds and times in their language, and the street of a hall', async () => {
  await using server = await startTestHub({ pages: registerPages, campaign: campaignWith('by-hand') });
  const { hub } = server;
  const visit = visitOf(hub, { query: { lang: 'es' }, headers: {} } as Visit['request']);
  await verifiedEvent(server);
  await verifiedEvent(server, { location: hall, host: { givenName: 'Sam', email: 'sam@example.org' } });
  const queue = String(queuePage(visit, await hub.review.queue()).body);
  assert.match(queue, /Una casa, Chicago, IL 60647/);
  assert.match(queue, /Union Hall, 1 Main Street, Chicago, IL 60647/);
  assert.doesNotMatch(queue, /Quillfeather/);
  assert.match(queue, /Con el teclado/);

  const host = hostOf(
    server,
    await publishEvent(server, { host: { givenName: 'Ada', email: 'ada@example.org' } }),
  );
  const { timeslots } = await host.get();
  const endDate = new Date(Date.parse(timeslots[0]?.startDate ?? '') + 3 * 3_600_000).toISOString();
  await host.change({
    kind: 'rally',
    timeslots: timeslots.map(({ id, startDate }) => ({ id, startDate, endDate })),
  });
  const item = ReviewItem.parse(await hub.review.item(host.id));
  const page = String(itemPage(visit, item, [], undefined).body);
  assert.deepEqual(
    item.changes.map(({ field }) => field),
    ['kind', 'times'],
  );
  assert.doesNotMatch(page, />rally<|>huddle<|\d{4}-\d\d-\d\dT| to /);
});
