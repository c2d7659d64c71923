import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveFolder } from '../lib/serve.mjs';

const html =
  '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Consumer</title><body><script type="module" src="page.js"></script></body></html>';

/** The event that isn't there: a browser reports each failed answer by itself. */
const nobody = 'AAAAAAAAAAAAAAAAAAAAAA';

/**
 * Opens the page of a bundle and gives what it and its worker saw of a hub, with everything the browser complained of.
 * @returns {Promise<{ page: unknown, worker: unknown, complaints: string[] }>}
 */
export async function visitByPage(browser, folder, hub) {
  writeFileSync(join(folder, 'index.html'), html);
  const { origin, close } = await serveFolder(folder);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const isExpected = message.location().url.endsWith(`/v1/events/${nobody}`);
      if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
    });
    await page.goto(`${origin}/?hub=${encodeURIComponent(hub)}`);
    await page.waitForFunction(() => 'visits' in globalThis, undefined, { timeout: 20_000 });
    const [own, worker] = await page.evaluate(() => globalThis.visits);
    await page.locator('huddle-list [part~=card]').first().waitFor({ timeout: 20_000 });
    return { page: own, worker, complaints };
  } finally {
    await context.close();
    await close();
  }
}
