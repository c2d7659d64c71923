import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { movedEvents } from './moved-events.ts';
import { attendanceRows, rsvp, search } from './test/actions.ts';
import { openPage } from './test/browser.ts';
import { mailTo } from './test/mailbox.ts';
import { setStage } from './test/stage.ts';

const file = new URL('../../../shared/data/events/events.csv.gz', import.meta.url);
const skip = existsSync(file) ? false : 'the real events are not beside the repository';

const stage = setStage({
  skip,
  async prepare(hub) {
    const events = join(hub.dataFolder, 'moved.csv');
    await writeFile(events, await movedEvents(file, new Date()));
    const { code, stderr } = await hub.run('import', events, '--rsvp', 'native', '--json');
    assert.equal(code, 0, stderr.slice(0, 500));
    return ['--empty'];
  },
});

void test('a visitor finds a place among 28,000 real events and is coming', { skip }, async () => {
  const { hub, site, browser } = stage;
  const complaints: string[] = [];
  const page = await openPage(browser, site.url, complaints);
  const clusters = page.locator('huddle-map').getByRole('button', { name: /^[\d,]+ events/ });
  await clusters.first().waitFor();

  await search(page, '94110');
  await search(page, 'Chicago');
  await rsvp(page, { givenName: 'Maribel', familyName: 'Okafor', email: 'maribel@example.org', guests: 1 });

  await mailTo(hub.dataFolder, 'maribel@example.org', /coming/i);
  assert.deepEqual(complaints, []);
  await page.close();
  await hub.crash();
  await hub.start('--empty');
  assert.deepEqual(attendanceRows(hub), [{ guests: 1, status: 'confirmed' }]);
});
