import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicCampaign } from '../campaign/campaign.ts';
import { listTrainings, publishTrainings } from '../campaign/trainings.ts';
import { metresBetween } from '@huddlekit/contract/event-list';
import { startTestHub } from '../server/test-hub.test-helper.ts';
import { cities } from './cities.ts';
import { loadSampleCampaign } from './sample.ts';
import { sampleEvents } from './sample-events.ts';

const now = Date.parse('2026-11-23T13:00:00Z');
const day = 86_400_000;

async function sampleHub() {
  const test = await startTestHub({ now: () => now });
  await loadSampleCampaign(test.hub);
  await publishTrainings(test.hub);
  const events = await test.hub.events.ofSource('sample');
  return {
    ...test,
    events,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
    },
  };
}

void test('the sample is marked as one and has every kind of event that widgets must show', async () => {
  await using sample = await sampleHub();
  const { hub, events } = sample;
  const { slug, title, isSample, actions } = await publicCampaign(hub.campaign(), hub.storage.read, {
    now,
    baseUrl: sample.url,
  });
  assert.equal(slug, 'sample');
  assert.match(title, /Sample/);
  assert.ok(isSample);
  assert.equal(actions.length, 10);
  assert.equal(actions.filter(({ status }) => status === 'current').length, 1);

  assert.equal(events.length, 300);
  const some = (name: string, least: number, is: (event: (typeof events)[number]) => boolean): void => {
    const found = events.filter(is).length;
    assert.ok(found >= least, `${String(found)} events are ${name}`);
  };
  some('homes by area', 60, ({ location }) => location?.kind === 'home' && location.precision === 'area');
  some('homes by ZIP', 15, ({ location }) => location?.kind === 'home' && location.precision === 'locality');
  some(
    'public places',
    60,
    ({ location }) => location?.kind === 'community' && location.precision === 'exact',
  );
  some('online', 5, ({ isVirtual }) => isVirtual);
  some('in Spanish', 10, ({ languages }) => languages[0] === 'es');
  some('full', 5, ({ timeslots }) => timeslots.every(({ isFull }) => isFull));
  some('nearly full', 20, ({ timeslots }) =>
    timeslots.some(({ spotsLeft }) => spotsLeft !== null && spotsLeft > 0 && spotsLeft < 5),
  );
  some('at several times', 10, ({ timeslots }) => timeslots.length > 1);
  some('all day', 2, ({ timeslots }) => timeslots[0]?.allDay === true);
  some('past', 5, ({ timeslots }) => timeslots.every(({ startDate }) => Date.parse(startDate) < now));
  const last = Math.max(
    ...events.flatMap(({ timeslots }) => timeslots.map(({ startDate }) => Date.parse(startDate))),
  );
  assert.ok(last < now + 57 * day && last > now + 42 * day);
});

void test('no home of the sample has its street or its true point in the public view', async () => {
  await using sample = await sampleHub();
  for (const event of sample.events) {
    if (event.location?.kind !== 'home') continue;
    assert.doesNotMatch(JSON.stringify(event), /Street/);
    assert.equal(event.location.venue, null);
  }
});

void test('of three trainings one lies ahead, the others have recordings with views', async () => {
  await using sample = await sampleHub();
  const trainings = await listTrainings(sample.hub);
  assert.equal(trainings.length, 3);
  const [first, second, third] = trainings;
  for (const past of [first, second]) {
    assert.ok(Date.parse(past?.timeslots[0]?.endDate ?? '') < now);
    assert.ok((past?.recording?.views ?? 0) > 0);
  }
  const ahead = Date.parse(third?.timeslots[0]?.startDate ?? '') - now;
  assert.ok(ahead > 8 * day && ahead < 11 * day);
  assert.equal(third?.recording, null);
});

void test('the same day gives the same events, each at a ZIP of its city', async () => {
  await using sample = await sampleHub();
  const { places } = sample.hub;
  const pointOf = (code: string) => places.postalCode(code, 'US');
  assert.deepEqual(sampleEvents(now, pointOf), sampleEvents(now, pointOf));
  assert.ok(cities.length >= 110);
  for (const { name, state, timezone, postalCodes } of cities) {
    const found = postalCodes.map(pointOf);
    assert.deepEqual(
      found.map((place) => `${place?.locality ?? '?'}, ${place?.region ?? '?'}`),
      postalCodes.map(() => `${name}, ${state}`),
    );
    // Near the border between two zones the table of zones is coarse.
    assert.ok(
      found.some((place) => place?.timezone === timezone),
      `${name} in ${timezone}`,
    );
  }
  for (const { location } of sample.events) {
    if (location?.latitude === undefined || location.latitude === null || location.longitude === null)
      continue;
    const middle = pointOf(location.postalCode ?? '');
    assert.ok(
      middle &&
        metresBetween(middle.latitude, middle.longitude, location.latitude, location.longitude) < 3000,
    );
  }
});
