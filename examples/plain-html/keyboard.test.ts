import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage } from './test/browser.ts';
import { Keyboard } from './test/keyboard.ts';
import { setStage } from './test/stage.ts';

const stage = setStage();

void test('by keys alone a visitor finds an event near a ZIP and opens its RSVP', async () => {
  const complaints: string[] = [];
  const page = await openPage(stage.browser, stage.site.url, complaints);
  const map = page.locator('huddle-map');
  await map.getByRole('combobox', { name: 'Find events near' }).waitFor();
  const keyboard = new Keyboard(page);
  await keyboard.pressUntil('Tab', /^combobox Find events near/);
  await page.keyboard.type('60647');
  await keyboard.press('Enter');
  await map
    .getByRole('status')
    .filter({ hasText: /events? within/ })
    .waitFor();
  await keyboard.pressUntil('Tab', /^button RSVP/);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel('First name') });
  await dialog.waitFor();
  assert.ok(keyboard.presses <= 25, `${String(keyboard.presses)} presses`);
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.match(await keyboard.focused(), /^button RSVP/);

  // The map is one stop, never a trap: Tab leads in and on.
  await map.getByRole('application').focus();
  await keyboard.press('Enter');
  assert.match(await keyboard.focused(), /^button .*(events|Huddle|Gathering|Rally|near)/);
  await keyboard.press('Escape');
  assert.match(await keyboard.focused(), /^application/);
  await keyboard.press('Tab');
  assert.doesNotMatch(await keyboard.focused(), /^application/);
  assert.deepEqual(complaints, []);
  await page.close();
});

/** Words that depend on the day and the sample's numbers. */
function withoutChance(transcript: string): string {
  return transcript
    .replaceAll(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b/g, 'DAY')
    .replaceAll(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g, 'MONTH')
    .replaceAll(/\d[\d:.,]*/g, 'N');
}

void test('what a screen reader meets on the map before any event is as it was reviewed', async () => {
  const page = await openPage(stage.browser, stage.site.url, []);
  const map = page.locator('huddle-map');
  await map
    .getByRole('button', { name: /^\d+ events near/ })
    .first()
    .waitFor();
  await map.getByRole('combobox', { name: 'Find events near' }).waitFor();
  // What tells of news comes last.
  await map.locator('.update').waitFor({ state: 'attached' });
  const spoken = withoutChance(await map.ariaSnapshot());
  const lines = spoken.split('\n');
  // Events differ with the day; what stands around them doesn't.
  const list = lines.findIndex((line) => line.includes('listitem'));
  const onMap = lines.findIndex((line) => line.includes('application'));
  const isEvent = /button ".*(events near|Huddle|Gathering|Rally|Canvass|Meeting|Training|Phone|Volunteer)/;
  const around = [...lines.slice(0, list), ...lines.slice(onMap).filter((line) => !isEvent.test(line))];
  const reviewed = readFileSync(new URL('map-transcript.txt', import.meta.url), 'utf8').trimEnd();
  assert.equal(around.join('\n'), reviewed);
  await page.close();
});

void test('the page works at 320 pixels and at four times the size', async () => {
  const page = await openPage(stage.browser, stage.site.url, []);
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    const map = page.locator('huddle-map');
    await map.getByRole('listitem').first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${String(overflow)} pixels too wide at ${String(width)}`);
    await map.getByRole('button', { name: 'Map', exact: true }).click();
    await map.getByRole('application').waitFor();
    await map.getByRole('button', { name: 'List', exact: true }).click();
  }
  await page.close();
});
