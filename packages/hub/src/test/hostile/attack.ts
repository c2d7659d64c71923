import { once } from 'node:events';
import { createServer } from 'node:http';
import { registerPages } from '../../pages/pages.ts';
import type { AppOptions } from '../../server/app.ts';
import { sentMails } from '../people.ts';
import { calendarsOf, feedFindings, personal, strangeProperties } from './hostile-answers.ts';
import { openHostileHub, type HostileHub, type Way } from './hostile-hub.ts';
import { openWatchedBrowser, type WatchedBrowser } from './watched-browser.ts';

export interface Attack {
  readonly texts: number;
  readonly taken: number;
  readonly refused: number;
  readonly pages: number;
  readonly mails: number;
  readonly calendars: number;
  /** Cards that the map and the list on a partner’s page have shown. */
  readonly cards: number;
  /** What the texts achieved; nothing, unless something is wrong. */
  readonly findings: readonly string[];
}

export interface AttackOptions {
  readonly way: Way;
  /** `off` undoes the escaping of our pages and mails, to see that the harness notices. */
  readonly escaping?: 'on' | 'off';
  /** Event pages and own pages to show at most. */
  readonly mostPages?: number;
  /** Leaves the pages’ policy out, so that only their own care protects them. */
  readonly withoutPolicy?: boolean;
}

/** Fills a hub with hostile texts and shows all it makes of them in a real browser. */
export async function attack(
  texts: readonly string[],
  { way, escaping = 'on', mostPages = Infinity, withoutPolicy = false }: AttackOptions,
): Promise<Attack> {
  const isOff = escaping === 'off';
  await using hostile = await openHostileHub(texts, way, isOff ? unescapedPages : registerPages);
  await using partner = await servePartnerPage(hostile.server.url);
  const hosts = [hostile.server.url, partner.url].map((url) => new URL(url).host);
  await using browser = await openWatchedBrowser(hosts, { withoutPolicy });
  const findings: string[] = [];

  const cards = isOff ? 0 : await showWidgets(browser, partner.url);
  const pages = [
    '/',
    '/?lang=es',
    '/host',
    '/privacy',
    '/kit',
    '/kit/all',
    '/kit/hostile',
    ...hostile.events.map((id) => `/e/${id}`).slice(0, mostPages),
    ...hostile.ownPages.slice(0, mostPages),
  ];
  for (const path of pages) {
    await browser.visit(hostile.server.url + path);
    if (path.startsWith('/e/') && !isOff)
      findings.push(...(await titleAndData(browser, hostile, path.slice(3))));
  }
  const previews = hostile.previews.slice(0, mostPages);
  for (const { path, text } of previews) {
    await browser.visit(hostile.server.url + path);
    await browser.page.locator('#message').fill(text);
    await browser.page.locator('button[value=preview]').last().click();
    await browser.inspect();
  }
  const mails = await mailsOf(hostile);
  for (const { html, subject, problems } of mails) {
    await browser.show(isOff ? unescaped(html) : html);
    const title = await browser.page.title();
    if (
      !isOff &&
      title !== subject.replaceAll(/\s+/g, ' ').trim() &&
      title.replaceAll(/\s/g, '') !== subject.replaceAll(/\s/g, '')
    )
      findings.push(`the mail’s title isn’t its subject: ${title}`);
    findings.push(...problems);
  }
  const calendars = isOff ? [] : await calendarsOf(hostile);
  findings.push(...calendars.flatMap((calendar) => strangeProperties(calendar)));
  if (!isOff) findings.push(...(await feedFindings(hostile)));
  return {
    texts: texts.length,
    taken: hostile.taken,
    refused: hostile.refused,
    pages: pages.length + previews.length + 1,
    mails: mails.length,
    calendars: calendars.length,
    cards,
    findings: [...new Set([...findings, ...browser.findings])],
  };
}

/** Opens map, list and actions on a page without a policy and goes through to the last event. */
async function showWidgets(browser: WatchedBrowser, url: string): Promise<number> {
  await browser.visit(url);
  const list = browser.page.locator('huddle-list');
  const more = list.getByRole('button', { name: 'Show more' });
  const cards = list.locator('[part~=card]');
  await cards.first().waitFor();
  for (let count = 0; await more.isVisible();) {
    count = await cards.count();
    await more.click();
    await browser.page.waitForFunction((before) => {
      const found =
        document.querySelector('huddle-list')?.shadowRoot?.querySelectorAll('[part~=card]').length ?? 0;
      const button = document.querySelector('huddle-list')?.shadowRoot?.querySelector('.more');
      return found > before || !button;
    }, count);
  }
  const marker = browser.page
    .locator('huddle-map')
    .getByRole('button', { name: /events near/ })
    .first();
  if (await marker.isVisible()) await marker.click();
  await browser.inspect();
  return cards.count();
}

/** The heading says the title letter by letter, and what search engines read is whole. */
async function titleAndData({ page }: WatchedBrowser, { server }: HostileHub, id: string): Promise<string[]> {
  const event = await server.hub.events.get(id);
  const heading = await page.locator('h1').first().textContent();
  const scripts = page.locator('script[type="application/ld+json"]');
  const texts = await scripts.allTextContents();
  const [item] = texts.flatMap((text) => JSON.parse(text) as { name: string; description: string }[]);
  const same = (one: string | null | undefined, other: string | undefined): boolean =>
    shown(one) === shown(other);
  return [
    ...(same(heading, event?.title) ? [] : [`the heading isn’t the title: ${String(heading)}`]),
    ...(texts.length === 1 ? [] : [`${String(texts.length)} JSON-LD scripts`]),
    ...(same(item?.name, event?.title) ? [] : [`the JSON-LD isn’t the event: ${String(item?.name)}`]),
  ];
}

/** As HTML has it: NUL is replaced and line ends are one character. */
function shown(text: string | null | undefined): string {
  return (text ?? '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0\ufffd]/g, '')
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .trim();
}

async function mailsOf({ server }: HostileHub) {
  return (await sentMails(server)).map(({ message }) => {
    const { html, subject, from, to, calendars } = message;
    const heads = [subject, from.name, to.name, to.address];
    const problems = heads
      .filter((head) => /[\p{Cc}\u2028\u2029]/u.test(head))
      .map((head) => `a header of two lines: ${head}`);
    return {
      html,
      subject,
      problems: [...problems, ...calendars.flatMap(({ content }) => strangeProperties(content, 1, personal))],
    };
  });
}

/** A partner’s page that takes no care of its own. */
async function servePartnerPage(hub: string): Promise<{ url: string } & AsyncDisposable> {
  const page = `<!doctype html><html lang="en"><title>Partner</title>
<script type="module" src="${hub}/huddlekit.js"></script>
<huddle-map></huddle-map><huddle-list></huddle-list><huddle-countdown></huddle-countdown>`;
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' });
    response.end(request.url === '/' ? page : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function unescaped(html: string): string {
  return html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Our pages as they would be if the template escaped nothing. */
const unescapedPages: NonNullable<AppOptions['pages']> = async (app, hub) => {
  app.addHook('onRequest', async ({ headers }) => {
    delete headers['accept-encoding'];
  });
  app.addHook('onSend', async (_, reply, payload) => {
    if (!/^text\/html/.test(String(reply.getHeader('content-type')))) return payload;
    reply.removeHeader('content-length');
    return unescaped(String(payload));
  });
  await registerPages(app, hub);
};
