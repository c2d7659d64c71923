import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { movedEvents } from './moved-events.ts';
import { attendanceRows, rsvp, search } from './test/actions.ts';
import { launchChromium, openPage } from './test/browser.ts';
import { HubProcess } from './test/hub-process.ts';
import { mailTo } from './test/mailbox.ts';
import { servePartnerSite, type PartnerSite } from './test/partner-site.ts';

const file = new URL('../../../shared/data/events/events.csv.gz', import.meta.url);
const skip = existsSync(file) ? false : 'the real events are not beside the repository';

let hub: HubProcess;
let site: PartnerSite;
let browser: Browser;

before(async () => {
  if (skip) return;
  hub = await HubProcess.create();
  const events = join(hub.dataFolder, 'moved.csv');
  await writeFile(events, await movedEvents(file, new Date()));
  const { code, stderr } = await hub.run('import', events, '--rsvp', 'native', '--json');
  assert.equal(code, 0, stderr.slice(0, 500));
  await hub.start('--empty');
  site = await servePartnerSite(hub.url);
  browser = await launchChromium();
});

after(async () => {
  if (skip) return;
  await browser.close();
  await site.close();
  await hub.remove();
});

void test('a visitor finds a place among 28,000 real events and is coming', { skip }, async () => {
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
