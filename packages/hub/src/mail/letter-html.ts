import { html, type Html } from '../text/html.ts';
import type { ClosedLetter } from './letter.ts';

/** The letter as HTML that mail programs show: one style sheet, no pictures, nothing fetched. */
export function letterHtml(
  { subject, title, text, facts, links, calendars = [], sections, footer, closing }: ClosedLetter,
  language: string,
): string {
  const page: Html = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
        <style>
          body {
            margin: 0;
            padding: 24px;
            font:
              16px/1.5 system-ui,
              -apple-system,
              'Segoe UI',
              Roboto,
              sans-serif;
            color: #1b1a17;
            background: #ffffff;
            color-scheme: light dark;
          }
          main {
            max-width: 600px;
            margin: 0 auto;
          }
          h1 {
            font-size: 24px;
            line-height: 1.2;
            margin: 0 0 8px;
          }
          h2 {
            font-size: 18px;
            line-height: 1.3;
            margin: 0 0 4px;
          }
          .facts {
            border-top: 2px solid #1b1a17;
            margin: 20px 0 24px;
          }
          .fact {
            display: flex;
            padding: 11px 0;
            border-bottom: 1px solid #d8d6d0;
          }
          .name {
            flex: none;
            width: 112px;
            padding-inline-end: 16px;
            color: #55503f;
            font-weight: 600;
          }
          .first {
            font-weight: 600;
          }
          .wide {
            overflow-wrap: anywhere;
          }
          p {
            margin: 0 0 12px;
          }
          section {
            border-top: 1px solid #d8d6d0;
            margin-top: 24px;
            padding-top: 20px;
          }
          a {
            color: #0b5e45;
          }
          .button {
            display: inline-block;
            margin: 0 8px 8px 0;
            padding: 11px 18px;
            border: 1px solid #6b675c;
            border-radius: 4px;
            color: #1b1a17;
            font-weight: 600;
            text-decoration: none;
          }
          .primary {
            background: #0b5e45;
            border-color: #0b5e45;
            color: #ffffff;
          }
          .quiet {
            color: #55503f;
            font-size: 14px;
          }
          @media (max-width: 480px) {
            body {
              padding: 20px 16px;
            }
            .fact {
              display: block;
            }
          }
          @media (prefers-color-scheme: dark) {
            body {
              color: #ecebe6;
              background: #16181a;
            }
            .facts {
              border-top-color: #ecebe6;
            }
            .name,
            .quiet {
              color: #b3b1aa;
            }
            .fact,
            section {
              border-color: #3a3d40;
            }
            a {
              color: #86d6b3;
            }
            .button {
              color: #ecebe6;
              border-color: #8f8d86;
            }
            .primary {
              background: #86d6b3;
              border-color: #86d6b3;
              color: #06281d;
            }
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          ${
            facts.length > 0 &&
            html`<div class="facts">
              ${facts.map(
                ({ name, lines, link }) =>
                  html`<div class="fact">
                    <div class="name">${name}</div>
                    <div>
                      ${lines.map((line, index) => html`<div class="${index === 0 && 'first'}">${line}</div>`)}
                      ${link && html`<a href="${link.url}">${link.label}</a>`}
                    </div>
                  </div>`,
              )}
            </div>`
          }
          <p>
            ${links.map(({ label, url }, index) => html`<a class="button ${index === 0 && 'primary'}" href="${url}">${label}</a>`)}
          </p>
          ${
            calendars.length > 0 &&
            html`<p class="quiet">
              ${calendars.map(({ label, url }, index) => html`${index > 0 && ' · '}<a href="${url}">${label}</a>`)}
            </p>`
          }
          ${sections.map(
            ({ title: heading, text: words, url }) =>
              html`<section>
                <h2>${heading}</h2>
                ${paragraphs(words)} ${url && html`<p><a class="wide" href="${url}">${url}</a></p>`}
              </section>`,
          )}
          <section>
            ${footer.map((line) => html`<p class="quiet">${line}</p>`)}
            <p class="quiet">
              ${closing.map(({ label, url }, index) => html`${index > 0 && ' · '}<a href="${url}">${label}</a>`)}
            </p>
          </section>
        </main>
      </body>
    </html>`;
  return String(page);
}

/** Plain text as it was typed: an empty line ends a paragraph. */
export function paragraphs(text: string): Html {
  return html`${text
    .split(/(?:\r?\n){2,}/)
    .map(
      (paragraph) =>
        html`<p>
          ${paragraph.split(/\r?\n/).map((line, index) => html`${index > 0 && html`<br />`}${line}`)}
        </p>`,
    )}`;
}
