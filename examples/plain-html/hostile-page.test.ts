import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { openPage } from './test/browser.ts';
import { formOn, hostByMouse } from './test/host-journey.ts';
import { makeUp, misshapen, pelt, spy, tempting, type Loot } from './test/hostile-page.ts';
import { servePartnerSite } from './test/partner-site.ts';
import { setStage } from './test/stage.ts';

const stage = setStage();
const answers = {
  title: 'Quiet evening at ours',
  street: '77 Quillfeather Lane',
  email: 'rosa@zimmerquist.example',
  coHostEmail: 'ines@vanterpool.example',
  date: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
};
const typed = /Quiet evening|Quillfeather|zimmerquist|vanterpool|Tomasz|Wieczorek|60647/;

/** A partner's page without any policy; its look, and what more stands on it. */
async function openPartner(context: TestContext, more = ''): Promise<Page> {
  const site = await servePartnerSite(stage.hub.url, {
    isOpen: true,
    change: (page) =>
      page
        .replace(/<huddle-(map|countdown)>.*<\/huddle-\1>/g, '')
        .replace('</body>', `${more}</body>`)
        .replace(
          '</head>',
          '<style>body { background: #102030; color: #f0e0d0; --huddle-accent: #ffcc00 }</style></head>',
        ),
  });
  context.after(site.close);
  const page = await openPage(stage.browser, 'about:blank', []);
  context.after(() => page.close());
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['huddle-host', 'huddle-error'])
      document.addEventListener(type, () => seen.push(type));
  });
  await page.goto(site.url);
  return page;
}

const lootOf = (page: Page): Promise<Loot> => page.evaluate(() => (window as unknown as { loot: Loot }).loot);

void test('a hostile page around the form reads nothing of what is typed in it', async (context) => {
  const page = await openPartner(context);
  // Also before the hub's own scripts: what a partner's tag manager can do, it does.
  await page.addInitScript({ content: `if (window === window.parent) (${spy.toString()})()` });
  await page.reload();
  const form = formOn(page).locator('huddle-host-form');
  await hostByMouse(form, 'en', answers, () => Promise.resolve());
  await formOn(page)
    .getByRole('heading', { name: /We mailed you a link/ })
    .waitFor();
  await page.bringToFront();
  const { heard, opened } = await lootOf(page);
  assert.ok(
    heard.some((text) => text.includes('height')),
    'the spy hears what the frame says',
  );
  assert.deepEqual(
    heard.filter((text) => typed.test(text)),
    [],
  );
  assert.deepEqual(opened, []);
});

void test('the same spy reads all of it where the form isn’t framed', async (context) => {
  const page = await openPage(stage.browser, 'about:blank', []);
  context.after(() => page.close());
  await page.addInitScript({ content: `(${spy.toString()})()` });
  await page.goto(`${stage.hub.url}/host?lang=en`);
  const form = page.locator('huddle-host-form');
  await form.getByLabel('Title', { exact: true }).fill(answers.title);
  const { heard } = await lootOf(page);
  assert.ok(
    heard.some((text) => typed.test(text)),
    'so the test above has teeth',
  );
});

void test('the form in the frame takes the looks of the page around', async (context) => {
  const page = await openPartner(context);
  await formOn(page).getByLabel('Title', { exact: true }).waitFor();
  await waitForLook(page);
  const { ground, ink } = await lookOf(page);
  assert.deepEqual([ground, ink], ['rgb(16, 32, 48)', 'rgb(240, 224, 208)']);
});

/** The hub's own scripts, and the same with the check of the sender taken out. */
for (const isChecked of [true, false]) {
  void test(
    isChecked
      ? 'ten thousand forged messages change nothing'
      : 'without the check of who sends them, some do',
    async (context) => {
      const stranger = await serveStranger(context);
      const page = await openPartner(context, `<iframe src="${stranger}"></iframe>`);
      if (!isChecked) assert.ok((await withoutCheck(page)) > 0);
      await formOn(page).getByLabel('Title', { exact: true }).waitFor();
      await waitForLook(page);
      const before = await steadyState(page);
      // The hub’s own page beside the form, which speaks of its height to the page around: the right origin.
      await page.evaluate((hub) => {
        const other = document.createElement('iframe');
        other.width = '320';
        other.src = `${hub}/host?embed=1&parent=${encodeURIComponent(location.origin)}`;
        document.body.append(other);
      }, stage.hub.url);

      const sibling = frameAt(page, stranger);
      let sent = await sibling.evaluate(pelt, [tempting, 5000] as const);
      sent += await page.evaluate(makeUp, [tempting, 2500] as const);
      // The page around is the right sender, so only the schema is wrong.
      sent += await page.evaluate(pelt, [misshapen, 2500] as const);
      assert.ok(sent >= 10_000, String(sent));
      await settle(page);

      const after = await steadyState(page);
      if (isChecked) assert.deepEqual(after, before);
      else assert.notDeepEqual(after, before, 'so the test above has teeth');
    },
  );
}

async function publicTotal(): Promise<number> {
  const { total } = (await (await fetch(`${stage.hub.url}/v1/counts`)).json()) as { total: number };
  return total;
}

/** A site that is neither the partner's nor the hub's. */
async function serveStranger(context: TestContext): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><p>Hello');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return `http://127.0.0.1:${String(address.port)}/`;
}

function frameAt(page: Page, url: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
  if (!frame) throw new Error(`No frame of ${url}`);
  return frame;
}

const framedForm = (page: Page): Frame => frameAt(page, `${stage.hub.url}/host?embed=1&lang`);

/** Serves the scripts of the hub with the comparison of sender and origin taken out; answers in how many places. */
async function withoutCheck(page: Page): Promise<number> {
  let places = 0;
  await page.route(`${stage.hub.url}/chunks/*.js`, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const open = script.replace(/return \w+===\w+&&\w+===\w+&&\w+(?=[;}])/g, () => {
      places++;
      return 'return !0';
    });
    await route.fulfill({ response, body: open });
  });
  await page.reload();
  await formOn(page).getByLabel('Title', { exact: true }).waitFor();
  return places;
}

async function waitForLook(page: Page): Promise<void> {
  await framedForm(page).waitForFunction(
    () => document.documentElement.style.getPropertyValue('--huddle-accent') !== '',
  );
}

async function lookOf(page: Page): Promise<{ ground: string; ink: string; style: string | null }> {
  return framedForm(page).evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { ground: backgroundColor, ink: color, style: document.documentElement.getAttribute('style') };
  });
}

/** All that a message could change: the frame’s height and address, what the site hears, the form’s looks and answers. */
async function stateOf(page: Page): Promise<unknown> {
  const around = await page.evaluate(() => {
    const frame = document.querySelector('huddle-host-form')?.shadowRoot?.querySelector('iframe');
    return {
      height: frame?.style.height,
      address: frame?.src,
      seen: (window as unknown as { seen: string[] }).seen,
    };
  });
  const form = await formOn(page).locator('huddle-host-form').ariaSnapshot();
  return { around, look: await lookOf(page), form, events: await publicTotal() };
}

/** What it comes to once nothing moves any more. */
async function steadyState(page: Page): Promise<unknown> {
  let last = '';
  for (let state = await stateOf(page); ; state = await stateOf(page)) {
    if (JSON.stringify(state) === last) return state;
    last = JSON.stringify(state);
    await page.waitForTimeout(400);
  }
}

/** Until every message sent before is through. */
async function settle(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const own = Math.random();
          window.addEventListener('message', ({ data }) => {
            if (data === own) resolve();
          });
          window.postMessage(own, '*');
        }),
    );
}
