import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parts } from './build.mjs';
import { chromiumArgs, ensureChromium } from './lib/chromium.mjs';
import { startHub } from './lib/hub.mjs';
import { startMailServer } from './lib/mail-server.mjs';
import { fromRoot, output, root } from './lib/paths.mjs';
import { listen } from './lib/serve.mjs';
import { photographHostJourney } from './screenshots/host-journey.mjs';
import { guestStates } from './screenshots/guest-states.mjs';
import { hostStates } from './screenshots/host-states.mjs';
import { startMailbox } from './screenshots/mailbox.mjs';
import { mapModes, mapStates } from './screenshots/map-states.mjs';

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

/**
 * Where a picture is taken: a page of the hub, a content of its own, or a partner's page with the element.
 * @param {{ address?: string, content?: string, attributes?: string }} prepared
 */
async function openPlace(hub, element, { lang = 'en' }, { address, content, attributes }) {
  if (address) return { origin: address, close: () => undefined };
  const html = content ?? partnerPage(hub, { ...element, ...(attributes && { attributes }), lang });
  return listen((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
}

async function photograph(browser, hub, element, mode, path) {
  const { width, height = element.height ?? (width < 500 ? 800 : 860) } = mode;
  const { fullPage = element.fullPage ?? true } = mode;
  const { colorScheme = 'light', forcedColors = 'none', media } = mode;
  const prepared = (await element.prepare?.(mode)) ?? {};
  const place = await openPlace(hub, element, mode, prepared);
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    forcedColors,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'America/Chicago',
    geolocation: { latitude: 41.92, longitude: -87.7 },
    permissions: ['geolocation'],
  });
  try {
    page.on('pageerror', (error) => console.error(`${path}: ${error.message}`));
    await page.addInitScript(() => {
      document.addEventListener('huddle-ready', () => (globalThis.huddlekitReady = true));
    });
    await element.before?.(page);
    await page.goto(place.origin.replace('127.0.0.1', 'localhost'), {
      waitUntil: element.before ? 'load' : 'networkidle',
    });
    if (element.tag) {
      await page
        .waitForFunction(() => globalThis.huddlekitReady, null, { timeout: 10_000 })
        .catch(() => console.error(`${path}: ${element.tag} didn't say that it is ready.`));
    }
    await element.act?.(page, prepared);
    if (media) await page.emulateMedia({ media });
    // Pictures and the last frame of a transition come after the data.
    await page.waitForTimeout(500);
    await page.screenshot({ path, fullPage, ...(fullPage ? {} : { scale: 'css' }) });
  } finally {
    await page.close();
    await place.close();
  }
}

/** Those whose names hold the word of `--only=`. */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';

const folder = join(output, 'screenshots');

async function photographAll(every, looks) {
  const all = every.filter(({ name }) => name.includes(only));
  for (const element of all) {
    for (const mode of looks) {
      const path = join(folder, `${element.name}-${mode.name}.png`);
      await photograph(browser, hub.url, element, mode, path).catch((error) => {
        console.error(`${path}: ${error.message}`);
        process.exitCode = 1;
      });
    }
  }
  console.log(`${all.length * looks.length} pictures in ${folder}`);
}

/** Its own hub, whose mails go out. */
async function photographJourney() {
  const mailServer = await startMailServer();
  const mailing = await startHub({ SMTP_URL: mailServer.url });
  try {
    const origin = mailing.url.replace('127.0.0.1', 'localhost');
    const parts = { hub: { ...mailing, origin }, mailServer, folder, wanted: only };
    console.log(`${(await photographHostJourney(browser, parts)).length} pictures in ${folder}`);
  } finally {
    await mailing.stop();
    await mailServer.close();
  }
}

process.chdir(root);
mkdirSync(folder, { recursive: true });
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);
await parts.data();
await parts.bundle();
const mailbox = process.argv.includes('--guest') ? await startMailbox() : undefined;
const hub = await startHub(mailbox && { SMTP_URL: mailbox.url });
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  const all = elements(await firstOpenEvent(hub.url));
  if (process.argv.includes('--readme')) {
    const path = fromRoot('docs/screenshot.png');
    mkdirSync(fromRoot('docs'), { recursive: true });
    const found = { ...all[0], act: searchChicago };
    await photograph(browser, hub.url, found, { ...modes[0], fullPage: false }, path);
    console.log(path);
  } else if (process.argv.includes('--host')) {
    await photographAll(hostStates, modes);
    await photographJourney();
  } else if (mailbox) await photographAll(await guestStates(hub, mailbox), modes);
  else if (process.argv.includes('--map')) await photographAll(mapStates, mapModes);
  else await photographAll(all, modes);
} finally {
  await browser.close();
  await hub.stop();
  await mailbox?.close();
}
