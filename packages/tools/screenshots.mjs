import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parts } from './build.mjs';
import { chromiumArgs, ensureChromium } from './lib/chromium.mjs';
import { startHub } from './lib/hub.mjs';
import { fromRoot, output, root } from './lib/paths.mjs';
import { listen } from './lib/serve.mjs';

const modes = [
  { name: 'light', width: 1100 },
  { name: 'dark', width: 1100, colorScheme: 'dark' },
  { name: 'es', width: 1100, lang: 'es' },
  { name: '360', width: 360 },
];

async function openDialog(page) {
  await page.locator('huddle-rsvp').getByRole('button').first().click();
  await page.locator('huddle-rsvp').getByRole('dialog').waitFor();
}

async function searchChicago(page) {
  const map = page.locator('huddle-map');
  await map.getByRole('combobox', { name: 'Find events near' }).fill('Chicago');
  await map.getByRole('option', { name: /Chicago, IL/ }).click();
  await map.getByRole('status').filter({ hasText: 'Chicago' }).waitFor();
}

/** @param {string} eventId */
const elements = (eventId) => [
  { name: 'map', tag: 'huddle-map' },
  { name: 'rsvp', tag: 'huddle-rsvp', attributes: `event="${eventId}"`, act: openDialog },
  { name: 'host-form', tag: 'huddle-host-form' },
  { name: 'countdown', tag: 'huddle-countdown' },
];

/** A page of another origin than the hub's, with the snippet and nothing else. */
const partnerPage = (hub, { tag, attributes = '', lang = 'en' }) => `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Partner</title>
<body style="font-family: system-ui, sans-serif; margin: 16px">
<script type="module" src="${hub}/huddlekit.js" data-lang="${lang}"></script>
<${tag} ${attributes}><a href="${hub}/">Find an event</a></${tag}>`;

async function firstOpenEvent(hub) {
  const answer = await fetch(`${hub}/v1/events?limit=100`);
  const { data } = await answer.json();
  const event = data.find(
    ({ rsvp, timeslots }) => rsvp === 'native' && timeslots.some(({ isFull }) => !isFull),
  );
  if (!event) throw new Error('The sample campaign has no event with a place left.');
  return event.id;
}

async function photograph(browser, hub, element, mode, path) {
  const { width, colorScheme = 'light', lang = 'en', fullPage = true } = mode;
  const html = partnerPage(hub, { ...element, lang });
  const partner = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  const viewport = { width, height: width < 500 ? 800 : 860 };
  const page = await browser.newPage({
    viewport,
    colorScheme,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'America/Chicago',
  });
  try {
    page.on('pageerror', (error) => console.error(`${path}: ${error.message}`));
    await page.addInitScript(() => {
      document.addEventListener('huddle-ready', () => (globalThis.huddlekitReady = true));
    });
    await page.goto(partner.origin.replace('127.0.0.1', 'localhost'), { waitUntil: 'networkidle' });
    await page
      .waitForFunction(() => globalThis.huddlekitReady, null, { timeout: 10_000 })
      .catch(() => console.error(`${path}: ${element.tag} didn't say that it is ready.`));
    await element.act?.(page);
    // Pictures and the last frame of a transition come after the data.
    await page.waitForTimeout(500);
    await page.screenshot({ path, fullPage, ...(fullPage ? {} : { scale: 'css' }) });
  } finally {
    await page.close();
    await partner.close();
  }
}

process.chdir(root);
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
await parts.data();
await parts.bundle();
const hub = await startHub();
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  const all = elements(await firstOpenEvent(hub.url));
  if (process.argv.includes('--readme')) {
    const path = fromRoot('docs/screenshot.png');
    mkdirSync(fromRoot('docs'), { recursive: true });
    await photograph(
      browser,
      hub.url,
      { ...all[0], act: searchChicago },
      { ...modes[0], fullPage: false },
      path,
    );
    console.log(path);
  } else {
    const folder = join(output, 'screenshots');
    mkdirSync(folder, { recursive: true });
    for (const element of all) {
      for (const mode of modes) {
        await photograph(browser, hub.url, element, mode, join(folder, `${element.name}-${mode.name}.png`));
      }
    }
    console.log(`${all.length * modes.length} pictures in ${folder}`);
  }
} finally {
  await browser.close();
  await hub.stop();
}
