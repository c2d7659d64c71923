import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPage } from './test/browser.ts';
import { formOn } from './test/host-journey.ts';
import { Keyboard } from './test/keyboard.ts';
import { servePartnerSite } from './test/partner-site.ts';
import { setStage } from './test/stage.ts';

const stage = setStage();

interface OpenForm {
  readonly page: Page;
  readonly form: Locator;
  readonly keyboard: Keyboard;
}

async function openForm(context: TestContext): Promise<OpenForm> {
  const page = await openPage(stage.browser, stage.site.url, []);
  context.after(() => page.close());
  await page.locator('huddle-host-form').evaluate((element) => element.scrollIntoView());
  const form = formOn(page).locator('huddle-host-form');
  await form.getByLabel('Title', { exact: true }).waitFor();
  return { page, form, keyboard: new Keyboard(page) };
}

const next = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Continue' }).click();

/** Fills in the step about the time, and goes on. */
async function chooseTime(form: Locator, date: string, start: string): Promise<void> {
  await form.getByLabel(/^Date/).fill(date);
  await form.getByLabel(/^Start/).fill(start);
  await next(form);
}

async function goToWhen(form: Locator): Promise<void> {
  await form.getByLabel('Title', { exact: true }).fill('Letters and soup');
  await next(form);
  await form.getByRole('heading', { name: 'When do you meet?' }).waitFor();
}

async function fillWhere(form: Locator): Promise<void> {
  await form.getByLabel('Street address').fill('2817 W Palmer St');
  await form.getByLabel('City', { exact: true }).fill('Chicago');
  await form.getByLabel('ZIP code').fill('60647');
}

void test('what is missing is listed first and leads to its field, and going back keeps what was typed', async (context) => {
  const { form, keyboard } = await openForm(context);
  await next(form);
  const summary = form.getByRole('alert');
  await summary.getByRole('heading', { name: 'One thing to fix' }).waitFor();
  assert.match(await keyboard.focused(), /^alert/);
  await summary.getByRole('link', { name: 'Give your event a title' }).click();
  assert.match(await keyboard.focused(), /^input Title/);

  await goToWhen(form);
  assert.match(await keyboard.focused(), /^h2 When do you meet/);
  await chooseTime(form, '2096-12-01', '18:30');
  await fillWhere(form);
  await form.getByRole('button', { name: 'Back' }).click();
  assert.equal(await form.getByLabel(/^Start/).inputValue(), '18:30');
  await form.getByRole('button', { name: 'Back' }).click();
  assert.equal(await form.getByLabel('Title', { exact: true }).inputValue(), 'Letters and soup');
  await next(form);
  await next(form);
  assert.equal(await form.getByLabel('Street address').inputValue(), '2817 W Palmer St');
});

void test('nothing is asked twice, and the place decides the clocks', async (context) => {
  const { form } = await openForm(context);
  const asked: string[] = [];
  const note = async (): Promise<void> => {
    for (const field of await form
      .locator('input:not([type=checkbox]):not([type=radio]), select, textarea')
      .all())
      asked.push((await field.getAttribute('id')) ?? '');
  };
  await note();
  await goToWhen(form);
  await note();
  await chooseTime(form, '2096-12-01', '18:30');
  await fillWhere(form);
  await note();
  await next(form);
  await form.getByRole('heading', { name: 'How many people?' }).waitFor();
  await note();
  await next(form);
  await form.getByText('By the clocks of 60647 Chicago, IL (America/Chicago)').waitFor();
  await form.getByText('6:30 p.m. CST').waitFor();
  await note();
  assert.ok(asked.length >= 14, asked.join());
  assert.deepEqual([...new Set(asked)], asked);
});

void test('on the nights when clocks change, a time that isn’t there is refused and one that comes twice is asked about', async (context) => {
  const { form } = await openForm(context);
  await goToWhen(form);
  const year = new Date().getUTCFullYear() + 1;
  await chooseTime(form, sundayOf(year, 3, 2), '02:30');
  await form
    .getByRole('alert')
    .getByText(/Clocks go forward that night/)
    .waitFor();
  await form.getByLabel(/^Date/).fill(sundayOf(year, 11, 1));
  await form.getByLabel(/^Start/).fill('01:30');
  await form.getByText(/Clocks go back that night/).waitFor();
  await form.getByRole('radio', { name: 'Eastern Standard Time' }).check();
  await next(form);
  await form.getByRole('radio', { name: 'Online' }).check();
  await next(form);
  await form.getByRole('heading', { name: 'How many people?' }).waitFor();
  await next(form);
  await form.getByText('1:30 a.m. EST').waitFor();
});

void test('nothing stays on the device before the host asks for it, and nothing after', async (context) => {
  // On the hub's own page: within a frame many browsers keep nothing, and the form says so.
  const page = await openPage(stage.browser, `${stage.hub.url}/host?lang=en`, []);
  context.after(() => page.close());
  const form = page.locator('huddle-host-form');
  const kept = (): Promise<string> =>
    page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  const nothing = '[{},{},""]';
  await form.getByLabel('Title', { exact: true }).fill('Letters and soup');
  assert.equal(await kept(), nothing);
  await form.getByRole('checkbox', { name: /Keep a draft/ }).check();
  assert.match(await kept(), /Letters and soup/);
  await next(form);
  await form.getByRole('heading', { name: 'When do you meet?' }).waitFor();

  await page.reload();
  await form.getByRole('heading', { name: 'When do you meet?' }).waitFor();
  await form.getByRole('button', { name: 'Back' }).click();
  assert.equal(await form.getByLabel('Title', { exact: true }).inputValue(), 'Letters and soup');
  await form.getByRole('button', { name: 'Delete the draft' }).click();
  assert.equal(await kept(), nothing);
});

void test('what is typed into the number holds at once, so that the next press finds its button', async (context) => {
  const { form } = await openForm(context);
  await goToWhen(form);
  await chooseTime(form, '2096-12-01', '18:30');
  await form.getByRole('radio', { name: 'Online' }).check();
  await next(form);
  await form.getByLabel('Guests, without you').fill('24');
  await form.getByRole('button', { name: 'Add a co-host' }).click();
  await form.getByLabel('Co-host’s name').waitFor();
});

void test('a form that comes late takes the place of the link that stood in for it', async (context) => {
  const page = await openPage(stage.browser, 'about:blank', []);
  context.after(() => page.close());
  await page.route('**/host?embed*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    await route.continue();
  });
  await page.goto(stage.site.url);
  await page.locator('huddle-host-form').evaluate((element) => element.scrollIntoView());
  const link = page.locator('huddle-host-form').getByRole('link', { name: 'Open the form' });
  await link.waitFor();
  await formOn(page).locator('huddle-host-form').getByLabel('Title', { exact: true }).waitFor();
  assert.equal(await link.count(), 0);
});

void test('a form that stood in a closed panel while it loaded is there once the panel opens', async (context) => {
  const panel = '<div id="panel" hidden><huddle-host-form></huddle-host-form></div>';
  const site = await servePartnerSite(stage.hub.url, {
    change: (page) => page.replace('<h2>Host a huddle</h2>', `$&${panel}`),
  });
  context.after(site.close);
  const page = await openPage(stage.browser, site.url, []);
  context.after(() => page.close());
  const shown = page.locator('huddle-host-form').last();
  await shown.evaluate((element) => element.scrollIntoView());
  await shown.locator('iframe').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await page.locator('#panel').evaluate((element) => element.removeAttribute('hidden'));
  const frame = page.frameLocator('#panel iframe');
  await frame.locator('huddle-host-form').getByLabel('Title', { exact: true }).waitFor();
});

/** The n-th Sunday of a month, as `2027-03-14`. */
function sundayOf(year: number, month: number, number: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((7 - first) % 7) + 7 * (number - 1);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
