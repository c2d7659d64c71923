import { html, safeUrl, type Html } from '../text/html.ts';

/** A mail before it has a form: the same content becomes its text and its HTML. */
export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  /** Rows of what, when, where. */
  readonly facts: readonly { readonly name: string; readonly lines: readonly string[] }[];
  /** The first is the one to press. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly sections: readonly { readonly title: string; readonly text: string; readonly url?: string }[];
  readonly footer: readonly string[];
}

/** The letter for readers of plain text. */
export function letterText({ title, text, facts, links, sections, footer }: Letter): string {
  const blocks = [
    title,
    text,
    facts.map(({ name, lines }) => `${name}: ${lines.join('\n  ')}`).join('\n'),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...sections.map((section) => [section.title, section.text, section.url].filter(Boolean).join('\n')),
    footer.join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** The letter as HTML that mail programs show: one style sheet, no pictures, nothing fetched. */
export function letterHtml(
  { subject, title, text, facts, links, sections, footer }: Letter,
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
          table {
            width: 100%;
            border-collapse: collapse;
            border-top: 2px solid #1b1a17;
            margin: 20px 0;
          }
          th,
          td {
            text-align: left;
            vertical-align: top;
            padding: 10px 0;
            border-bottom: 1px solid #d8d6d0;
          }
          th {
            width: 96px;
            padding-right: 16px;
            color: #55503f;
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
          @media (prefers-color-scheme: dark) {
            body {
              color: #ecebe6;
              background: #16181a;
            }
            table {
              border-top-color: #ecebe6;
            }
            th,
            .quiet {
              color: #b3b1aa;
            }
            th,
            td,
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
            html`<table role="presentation">
              ${facts.map(
                ({ name, lines }) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    <td>${lines.map((line, index) => html`${index > 0 && html`<br />`}${line}`)}</td>
                  </tr>`,
              )}
            </table>`
          }
          <p>
            ${links.map(({ label, url }, index) => html`<a class="button ${index === 0 && 'primary'}" href="${safeUrl(url)}">${label}</a>`)}
          </p>
          ${sections.map(
            ({ title: heading, text: words, url }) =>
              html`<section>
                <h2>${heading}</h2>
                <p>${words}</p>
                ${url && html`<p><a href="${safeUrl(url)}">${url}</a></p>`}
              </section>`,
          )}
          <section>${footer.map((line) => html`<p class="quiet">${line}</p>`)}</section>
        </main>
      </body>
    </html>`;
  return String(page);
}
