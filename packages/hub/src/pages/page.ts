import type { FastifyReply, FastifyRequest } from 'fastify';
import { localize } from '../campaign/campaign-file.ts';
import type { Hub } from '../hub.ts';
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
}

/** The language asked for in the address, else the browser's. */
export function visitOf(hub: Hub, request: FastifyRequest): Visit {
  const { lang } = request.query as { lang?: unknown };
  const asked = typeof lang === 'string' ? lang : preferredLanguage(request.headers['accept-language'] ?? '');
  const language = knownLanguage(asked, ['es']);
  return {
    hub,
    language,
    request,
    words: (key, values) => fill(catalogues[language][key], values, language),
  };
}

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** A personal page: not kept, not found by search engines. */
  readonly isPrivate?: boolean;
  /** Shown inside a partner's page, so without our own head and foot. */
  readonly isFramed?: boolean;
  readonly head?: Html;
}

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
export function sendPage(reply: FastifyReply, visit: Visit, options: PageOptions): FastifyReply {
  const { status = 200, isPrivate = false } = options;
  const mayBeFramed = visit.request.url.startsWith('/host');
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [...policy, `frame-ancestors ${mayBeFramed ? '*' : "'none'"}`].join('; '),
      'cache-control': isPrivate ? 'no-store' : 'public, max-age=0',
      vary: 'accept-language',
      ...(isPrivate && { 'x-robots-tag': 'noindex' }),
    })
    .send(String(layout(visit, options)));
}

function layout(
  { hub, language, words }: Visit,
  { title, body, isFramed = false, isPrivate = false, head }: PageOptions,
): Html {
  const campaign = hub.campaign();
  const name = localize(campaign.title, language);
  const other = language === 'en' ? 'es' : 'en';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === name ? name : `${title} – ${name}`}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        ${head}
      </head>
      <body class="${isFramed && 'framed'}">
        ${
          !isFramed &&
          html`<header>
            <strong>${name}</strong>
            <nav>
              <a href="/?lang=${language}">${words('allEvents')}</a>
              <a href="/host?lang=${language}">${words('host')}</a>
              ${!isPrivate && html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${words('otherLanguage')}</a>`}
            </nav>
          </header>`
        }
        <main>${body}</main>
        ${!isFramed && html`<footer><a href="/privacy?lang=${language}">${words('privacyTitle')}</a></footer>`}
      </body>
    </html>`;
}

/** Answers that there is nothing, in the same words for what never was and what isn't to be seen. */
export function sendNotFound(reply: FastifyReply, visit: Visit): FastifyReply {
  const { words } = visit;
  return sendPage(reply, visit, {
    status: 404,
    title: words('notFoundTitle'),
    body: html`<h1>${words('notFoundTitle')}</h1>
      <p>${words('notFoundText')}</p>`,
    isPrivate: true,
  });
}

/** The script of the widgets, for pages that show some. */
export function widgetsScript({ language }: Visit): Html {
  return html`<script type="module" src="/huddlekit.js" data-lang="${language}"></script>`;
}
