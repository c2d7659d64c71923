import type { FastifyReply, FastifyRequest } from 'fastify';
import { localize } from '../campaign/campaign-file.ts';
import type { Hub } from '../hub.ts';
import { cacheableBody, sendCacheable } from '../server/cacheable.ts';
import { preferredLanguage } from '../server/language.ts';
import { fill, knownLanguage } from '../text/catalogue.ts';
import { html, type Html } from '../text/html.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { stylesheetPath } from './stylesheet.ts';

const catalogues = { en, es };
export type PageLanguage = keyof typeof catalogues;
export type Words = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;

/** What a page needs to know of who asks for it. */
export interface Visit {
  readonly hub: Hub;
  readonly language: PageLanguage;
  readonly words: Words;
  readonly request: FastifyRequest;
  /** Values of the address, each the first of its name. */
  readonly query: Readonly<Record<string, string>>;
}

/** The language asked for in the address, else the browser's. */
export function visitOf(hub: Hub, request: FastifyRequest): Visit {
  const query = Object.fromEntries(
    Object.entries(request.query as Record<string, string | string[]>).map(([name, value]) => [
      name,
      Array.isArray(value) ? (value[0] ?? '') : value,
    ]),
  );
  const asked = query['lang'] ?? preferredLanguage(request.headers['accept-language'] ?? '');
  const language = knownLanguage(asked, ['es']);
  return {
    hub,
    language,
    query,
    request,
    words: (key, values) => fill(catalogues[language][key], values, language),
  };
}

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** What a search engine or a shared link tells of it. */
  readonly description?: string;
  /** Path under which it is known to others, without its query. */
  readonly path?: string;
  /** A personal page: not kept, not found by search engines. */
  readonly isPrivate?: boolean;
  /** Shown inside a partner's page, so without our own head and foot. */
  readonly isFramed?: boolean;
  /** Shows widgets. */
  readonly hasWidgets?: boolean;
  readonly head?: Html;
}

const htmlType = 'text/html; charset=utf-8';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Nothing we write needs it; it keeps what we load from making script of text.
  "require-trusted-types-for 'script'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** Answers a page with its policy. */
export async function sendPage(
  reply: FastifyReply,
  visit: Visit,
  options: PageOptions,
): Promise<FastifyReply> {
  const { status = 200, isPrivate = false } = options;
  const mayBeFramed = /^\/host(\?|$)/.test(visit.request.url);
  const page = String(layout(visit, options));
  reply.code(status).headers({
    'content-security-policy': [...policy, `frame-ancestors ${mayBeFramed ? '*' : "'none'"}`].join('; '),
    'content-language': visit.language,
    vary: 'accept-language',
  });
  if (!isPrivate) {
    return sendCacheable(visit.request, reply, await cacheableBody(htmlType, page), 'public, max-age=0');
  }
  // Not compressed either: the length of a page that holds a secret would tell of it.
  return reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }).type(htmlType).send(page);
}

function layout(visit: Visit, options: PageOptions): Html {
  const { hub, language, words } = visit;
  const { title, body, isFramed = false } = options;
  const name = localize(hub.campaign().title, language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === name ? name : `${title} – ${name}`}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%230b5e45'/%3E%3C/svg%3E"
        />
        ${description(visit, options)} ${options.hasWidgets && widgetsScript(visit)} ${options.head}
      </head>
      <body class="${isFramed && 'framed'}">
        ${!isFramed && header(visit, name)}
        <main id="content">${body}</main>
        ${
          !isFramed &&
          html`<footer>
            <a href="/privacy?lang=${language}">${words('privacyTitle')}</a>
            <a href="/guides/safety?lang=${language}">${words('safety')}</a>
          </footer>`
        }
      </body>
    </html>`;
}

function header(visit: Visit, name: string): Html {
  const { language, words, query } = visit;
  const other = language === 'en' ? 'es' : 'en';
  // Relative, so that the token of a personal page isn't written into it.
  const elsewhere = `?${new URLSearchParams({ ...query, lang: other }).toString()}`;
  return html`<a class="skip" href="#content">${words('skip')}</a>
    <header>
      <a class="home" href="/?lang=${language}">${name}</a>
      <nav>
        <a href="/?lang=${language}">${words('allEvents')}</a>
        <a href="/host?lang=${language}">${words('host')}</a>
        <a class="language" href="${elsewhere}" hreflang="${other}" lang="${other}"
          >${words('otherLanguage')}</a
        >
      </nav>
    </header>`;
}

function description({ hub }: Visit, { title, description: text, path, isPrivate }: PageOptions): Html {
  if (isPrivate) return html`<meta name="robots" content="noindex" />`;
  if (text === undefined || path === undefined) return html``;
  const url = `${hub.settings.baseUrl}${path}`;
  return html`<link rel="canonical" href="${url}" />
    <meta name="description" content="${text}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${text}" />
    <meta property="og:url" content="${url}" />`;
}

function widgetsScript({ language }: Visit): Html {
  return html`<script type="module" src="/huddlekit.js" data-lang="${language}"></script>`;
}

/** A link to a page of our own. From within a partner's frame it opens beside it: the form stays, and no other page may be framed. */
export function ownLink({ language, query }: Visit, path: string, label: string): Html {
  const url = `${path}?lang=${language}`;
  return query['embed'] === undefined
    ? html`<a href="${url}">${label}</a>`
    : html`<a href="${url}" target="_blank" rel="noopener">${label}</a>`;
}

/** The way to what this hub does with what people tell it. */
export function privacyLink(visit: Visit): Html {
  return ownLink(visit, '/privacy', visit.words('privacyLink'));
}

/** As `privacyLink`, to stand below a form. */
export function privacyLine(visit: Visit): Html {
  return html`<p class="small muted">${privacyLink(visit)}</p>`;
}

/** Answers that there is nothing, in the same words for what never was and what isn't to be seen. */
export function sendNotFound(reply: FastifyReply, visit: Visit): Promise<FastifyReply> {
  const { words, language } = visit;
  return sendPage(reply, visit, {
    status: 404,
    title: words('notFoundTitle'),
    body: html`<h1>${words('notFoundTitle')}</h1>
      <p class="lead">${words('notFoundText')}</p>
      <p><a href="/?lang=${language}">${words('findAnother')}</a></p>`,
    isPrivate: true,
  });
}

/** Answers that somebody has to wait, and how many seconds. */
export function sendTooMany(reply: FastifyReply, visit: Visit, seconds: number): Promise<FastifyReply> {
  const { words } = visit;
  return sendPage(reply.header('retry-after', String(seconds)), visit, {
    status: 429,
    title: words('tooManyTitle'),
    isPrivate: true,
    body: html`<h1>${words('tooManyTitle')}</h1>
      <p class="lead">${words('tooManyText')}</p>`,
  });
}

/** Answers a page, or that there is none. */
export function answerPage(
  reply: FastifyReply,
  visit: Visit,
  page: PageOptions | undefined,
): Promise<FastifyReply> {
  return page ? sendPage(reply, visit, page) : sendNotFound(reply, visit);
}
