import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** Chromium's own requests for updates and the like are off, so that only the page speaks. */
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where HTML is shown that comes from nowhere. */
const letterUrl = 'http://letters.test/';

/** A browser that writes down everything that hostile text achieves. */
export interface WatchedBrowser extends AsyncDisposable {
  readonly page: Page;
  /** What ran, was fetched, opened or refused by a policy, and markup that would run when touched. */
  readonly findings: string[];
  /** Shows an address and looks over all of it. */
  visit(url: string): Promise<void>;
  /** Shows HTML as a page without any policy. */
  show(html: string): Promise<void>;
  /** Looks over the page as it is now. */
  inspect(): Promise<void>;
}

/** `withoutPolicy` switches the pages' Content-Security-Policy off, so that it can't cover up for them. */
export async function openWatchedBrowser(
  ownHosts: readonly string[],
  { withoutPolicy = false }: { withoutPolicy?: boolean } = {},
): Promise<WatchedBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: quiet,
  });
  const context = await browser.newContext({ bypassCSP: withoutPolicy });
  const findings: string[] = [];
  await watch(context, ownHosts, findings);
  let letter = '';
  await context.route(letterUrl, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: letter }),
  );
  const page = await context.newPage();
  const inspect = async (): Promise<void> => {
    const at = page.url().replace(/\/manage\/.*/, '/manage/…');
    for (const finding of await page.evaluate(markupThatRuns)) findings.push(`${finding} at ${at}`);
  };
  return {
    page,
    findings,
    inspect,
    async visit(url) {
      await page.goto(url, { waitUntil: 'load' });
      await inspect();
    },
    async show(html) {
      letter = html;
      await page.goto(letterUrl, { waitUntil: 'load' });
      await inspect();
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function watch(
  context: BrowserContext,
  ownHosts: readonly string[],
  findings: string[],
): Promise<void> {
  const isForeign = (url: URL): boolean =>
    /^(https?|wss?|ftp):$/.test(url.protocol) && !ownHosts.includes(url.host) && url.href !== letterUrl;
  await context.route(isForeign, async (route) => {
    findings.push(`request to ${route.request().url()}`);
    await route.abort();
  });
  await context.exposeFunction('ran', () => findings.push('script ran'));
  await context.exposeFunction('refused', (text: string) => findings.push(`policy refused ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { refused } = window as unknown as { refused: (text: string) => void };
      refused(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('dialog', (dialog) => {
    findings.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('page', (page) => {
    page.on('download', () => findings.push('download'));
    if (context.pages().length > 1) findings.push('another window');
  });
}

/** Runs in the page: handlers, script addresses and elements that our own markup never has, in shadow trees too. */
function markupThatRuns(): string[] {
  const found: string[] = [];
  const harmless = ['http:', 'https:', 'mailto:', 'tel:'];
  const addresses = [
    'href',
    'src',
    'action',
    'formaction',
    'xlink:href',
    'data',
    'poster',
    'background',
    'ping',
  ];
  const never =
    'object, embed, base, frameset, meta[http-equiv], [srcdoc], [srcset], math, marquee, applet, portal';
  const look = (root: Document | ShadowRoot | DocumentFragment): void => {
    for (const element of root.querySelectorAll(never)) found.push(`<${element.localName}>`);
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${name} on <${element.localName}>`);
        if (!addresses.includes(name)) continue;
        const isIcon = element.matches('link[rel=icon]');
        const { protocol } = URL.canParse(value, location.href)
          ? new URL(value, location.href)
          : { protocol: 'none' };
        // The hub's own calendar, by its whole address: any other of the kind is a finding.
        const isOwnFeed = value === `webcal://localhost:${location.port}/feeds/events.ics`;
        const isOwnMarkup = isOwnFeed || (protocol === 'about:' && value === '');
        if (!harmless.includes(protocol) && !isIcon && !isOwnMarkup && location.protocol !== 'about:')
          found.push(`${name} of ${protocol} on <${element.localName}>`);
        else if (/^(javascript|vbscript|data):/.test(protocol) && !isIcon)
          found.push(`${name} of ${protocol} on <${element.localName}>`);
      }
      if (element instanceof HTMLScriptElement && !/^(module|application\/ld\+json)$/.test(element.type))
        found.push('<script>');
      if (element.shadowRoot) look(element.shadowRoot);
      if (element instanceof HTMLTemplateElement) look(element.content);
    }
  };
  look(document);
  return found;
}
