import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPage } from './test/browser.ts';
import { servePartnerSite } from './test/partner-site.ts';
import { ScreenReader } from './test/screen-reader.ts';
import { setStage } from './test/stage.ts';

const events = `Title,Date,Time,Venue,Address,City,State,Latitude,Longitude
Letters and soup,2096-12-01,18:30,Logan Square Library,3030 W Fullerton Ave,Chicago,IL,41.9247,-87.7028
Know your neighbors,2096-12-02,11:00,Union Hall,600 W Washington Blvd,Chicago,IL,41.8831,-87.6436
Porch huddle,2096-12-03,19:00,City Library,100 Larkin St,San Francisco,CA,37.7792,-122.4157
`;

const stage = setStage({
  async prepare(hub) {
    const file = join(hub.dataFolder, 'events.csv');
    await writeFile(file, events);
    const { code, stderr } = await hub.run('import', file, '--rsvp', 'native', '--json');
    assert.equal(code, 0, stderr);
    return ['--empty'];
  },
});

const journeys = {
  en: { field: /^combobox, Find events near/, count: /^2 events within/ },
  es: { field: /^combobox, Buscar eventos cerca de/, count: /^2 eventos a menos de/ },
} as const;

for (const [language, { field, count }] of Object.entries(journeys)) {
  void test(`a screen reader says what was reviewed, from a ZIP to an RSVP (${language})`, async () => {
    const site = await servePartnerSite(stage.hub.url, {
      change: (page) =>
        page
          .replace('<html lang="en">', `<html lang="${language}">`)
          .replace('data-partner', `data-lang="${language}" data-partner`),
    });
    const page = await openPage(stage.browser, site.url, []);
    await page.locator('huddle-map').getByRole('combobox').first().waitFor();
    const reader = await ScreenReader.listenTo(page);
    await reader.pressUntil('Tab', field);
    await reader.type('60647');
    await reader.hears(/^1 (place|lugar)/);
    // How many events a place has is known once the points are there.
    await page.getByRole('option', { name: /\b2 event/ }).waitFor();
    await reader.press('ArrowDown');
    await reader.press('ArrowDown');
    reader.presses++;
    await page.keyboard.press('Enter');
    await reader.hears(count);
    await reader.reads('listitem');
    await reader.pressUntil('Tab', /^button, (RSVP|Asistiré)/);
    await reader.press('Enter');
    assert.ok(reader.presses <= 25, `${String(reader.presses)} presses`);
    await page.close();
    await site.close();

    const file = new URL(`find-and-rsvp.${language}.txt`, import.meta.url);
    if (process.env['UPDATE_TRANSCRIPTS']) await writeFile(file, `${reader.transcript.join('\n')}\n`);
    assert.equal(reader.transcript.join('\n'), readFileSync(file, 'utf8').trimEnd());
  });
}
