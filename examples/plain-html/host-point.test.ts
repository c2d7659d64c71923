import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPage } from './test/browser.ts';
import { formOn } from './test/host-journey.ts';
import { setStage } from './test/stage.ts';

const stage = setStage();

void test('the host moves the point by keys, by dragging and by a press, and sees what everybody will see', async (context) => {
  const complaints: string[] = [];
  const page = await openPage(stage.browser, stage.site.url, complaints);
  context.after(() => page.close());
  const form = await openWhere(page);
  const map = form.getByRole('application', { name: 'Map to set the point' });
  await map.waitFor();
  await form.getByText('Until you set the point, only “60647 Chicago, IL” is shown.').waitFor();
  const area = form.locator('.shown-area');
  assert.equal(await area.count(), 0, 'a ZIP is no area');
  const areaAt = async (): Promise<string> => JSON.stringify(await area.boundingBox());

  await map.press('ArrowRight');
  await form.getByText('Near Chicago').waitFor();
  let before = await areaAt();
  await map.press('Shift+ArrowDown');
  await changes(areaAt, before);

  const box = await map.boundingBox();
  assert.ok(box);
  before = await areaAt();
  await page.mouse.move(box.x + 200, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 8 });
  await page.mouse.up();
  await changes(areaAt, before);

  before = await areaAt();
  await page.mouse.click(box.x + 60, box.y + 40);
  await changes(areaAt, before);

  await form.getByRole('button', { name: 'Show only the town or ZIP code' }).click();
  await area.waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

void test('a visitor drags the map', async (context) => {
  const complaints: string[] = [];
  const page = await openPage(stage.browser, stage.site.url, complaints);
  context.after(() => page.close());
  const map = page.locator('huddle-map').getByRole('application');
  const pane = map.locator('.leaflet-map-pane');
  const mark = page.locator('huddle-map').getByRole('button', { name: /^\d+ events near/ });
  await mark.first().waitFor();
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await map.boundingBox();
  assert.ok(box);
  const moved = async (): Promise<string> => (await pane.getAttribute('style')) ?? '';
  const before = await moved();
  await page.mouse.move(box.x + 200, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 8 });
  await page.mouse.up();
  await changes(moved, before);
  assert.deepEqual(complaints, []);
});

/** Goes to the step about the place, and fills in a home. */
async function openWhere(page: Page): Promise<Locator> {
  await page.locator('huddle-host-form').evaluate((element) => element.scrollIntoView());
  const form = formOn(page).locator('huddle-host-form');
  const next = form.getByRole('button', { name: 'Continue' });
  await form.getByLabel('Title', { exact: true }).fill('Letters and soup');
  await next.click();
  await form.getByLabel(/^Date/).fill('2096-12-01');
  await form.getByLabel(/^Start/).fill('18:30');
  await next.click();
  await form.getByLabel('Street address').fill('2817 W Palmer St');
  await form.getByLabel('City', { exact: true }).fill('Chicago');
  await form.getByLabel('ZIP code').fill('60647');
  await form.getByLabel('ZIP code').blur();
  return form;
}

async function changes(read: () => Promise<string>, before: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await read()) !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It stayed ${before}`);
}
