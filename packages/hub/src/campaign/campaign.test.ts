import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { watchCampaign } from '../server/campaign-watch.ts';
import { createLog } from '../server/log.ts';
import { post, rsvpTo, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { localize } from './campaign-file.ts';
import { loadCampaign, publicCampaign, readCampaign, writeCampaign } from './campaign.ts';
import { campaignSystem, listTrainings, publishTrainings } from './trainings.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-campaign-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const least = { slug: 'spring', title: 'Spring', summary: '', organizer: { name: 'Alliance' } };

function withContent(content: string): () => unknown {
  const file = join(folder, 'tried.json');
  writeFileSync(file, content);
  return () => readCampaign(file);
}

test('a file that doesn’t fit is told by its key', () => {
  assert.throws(withContent('{'), /tried\.json is not JSON/);
  assert.throws(withContent('{}'), /slug/);
  assert.throws(withContent(JSON.stringify({ ...least, colour: 'red' })), /take out colour/);
  assert.throws(
    withContent(JSON.stringify({ ...least, goal: { metric: 'people', target: 1, tarjet: 2 } })),
    /goal: take out tarjet/,
  );
  assert.throws(
    withContent(JSON.stringify({ ...least, links: { safety: 'javascript:alert(1)' } })),
    /links\.safety/,
  );
  assert.equal((withContent(JSON.stringify(least))() as { slug: string }).slug, 'spring');
});

test('without a file there is an empty campaign', () => {
  assert.deepEqual(loadCampaign(join(folder, 'nowhere')).trainings, []);
});

test('a text is given in the language asked for, else in English, else in what there is', () => {
  assert.equal(localize('Hello', 'es'), 'Hello');
  assert.equal(localize({ en: 'Hello', es: 'Hola' }, 'es-MX'), 'Hola');
  assert.equal(localize({ en: 'Hello', es: 'Hola' }, 'fr'), 'Hello');
  assert.equal(localize({ es: 'Hola' }, 'fr'), 'Hola');
});

function training(number: number, changes: object = {}): object {
  return {
    id: `session-${String(number)}`,
    number,
    title: `Session ${String(number)}`,
    startDate: '2099-01-01T18:00:00Z',
    endDate: '2099-01-01T19:00:00Z',
    timezone: 'UTC',
    ...changes,
  };
}

function change({ hub }: TestHub, trainings: readonly object[]): void {
  writeCampaign(hub.settings.dataFolder, { ...least, trainings });
}

test('trainings follow the file: changed, taken out and put back', async () => {
  await using server = await startTestHub({ campaign: { ...least, trainings: [training(1), training(2)] } });
  const { hub } = server;
  const takeUp = async (): Promise<void> => {
    hub.reloadCampaign();
    await publishTrainings(hub);
  };
  await takeUp();
  const [first, second] = await hub.events.ofSource(campaignSystem);
  assert.ok(first && second);
  assert.equal(
    (await post(`${server.url}/v1/events/${first.id}/attendances`, rsvpTo(first, 'a@example.org'))).status,
    201,
  );

  change(server, [training(1, { title: 'New name', recording: { url: '/r/1', views: 3 } })]);
  await takeUp();
  const [renamed, ...others] = await listTrainings(hub);
  assert.equal(renamed?.id, first.id);
  assert.equal(renamed.title, 'New name');
  assert.equal(renamed.recording?.views, 3);
  assert.deepEqual(others, []);
  assert.equal((await hub.events.get(second.id))?.status, 'cancelled');
  assert.equal((await hub.storage.read.selectFrom('attendances').select('id').execute()).length, 1);

  change(server, [training(1), training(2)]);
  await takeUp();
  assert.equal((await hub.events.get(second.id))?.status, 'confirmed');
});

test('a running hub takes up a file that another process wrote, and keeps the old one when it doesn’t fit', async () => {
  await using server = await startTestHub({ campaign: least });
  const { hub } = server;
  const lines: string[] = [];
  const watch = watchCampaign(
    hub,
    createLog((line) => lines.push(line), hub.now),
    20,
  );
  try {
    change(server, [training(1)]);
    while ((await listTrainings(hub)).length === 0) await setTimeout(20);
    writeFileSync(join(hub.settings.dataFolder, 'campaign.json'), '{"slug":');
    while (lines.length === 0) await setTimeout(20);
    assert.equal(hub.campaign().trainings.length, 1);
  } finally {
    watch.stop();
  }
});

test('people are counted once, however many times they come', async () => {
  await using server = await startTestHub({ campaign: { ...least, trainings: [training(1), training(2)] } });
  const { hub, url } = server;
  await publishTrainings(hub);
  const [first, second] = await hub.events.ofSource(campaignSystem);
  assert.ok(first && second);
  for (const [event, email] of [
    [first, 'a@example.org'],
    [second, 'A@example.org'],
    [second, 'b@example.org'],
  ] as const) {
    assert.equal((await post(`${url}/v1/events/${event.id}/attendances`, rsvpTo(event, email))).status, 201);
  }
  const { progress } = await publicCampaign(hub.campaign(), hub.storage.read, {
    now: hub.now(),
    baseUrl: url,
  });
  assert.equal(progress.count, 2);
});
