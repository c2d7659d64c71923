import { chromium, type Browser, type Page } from 'playwright-core';

/** Chromium's own requests for updates and the like are off, so that only the page speaks. */
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: quiet });
}

/** A hub asks a stranger's first write for a proof of work; a browser tells of every such answer by itself. */
const askedForProof = /the server responded with a status of 428/;

/** A page that writes down everything a visitor's console or a policy report would hold. */
export async function openPage(browser: Browser, url: string, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1100, height: 900 },
    timezoneId: 'America/New_York',
    locale: 'en-US',
  });
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (askedForProof.test(message.text())) return;
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A request that a newer one made needless is no fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { complain } = window as unknown as { complain: (text: string) => void };
      complain(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.goto(url);
  return page;
}
