import { localize } from '../campaign/campaign-file.ts';
import type { KitPage } from '../campaign/kit-page.ts';
import { kitPath } from '../campaign/kit-path.ts';
import { html, type Html } from '../text/html.ts';
import { ownMarkdown } from './markdown.ts';
import { ownLink, type PageOptions, type Visit } from './page.ts';

/** A link to what helps hosts. */
export function kitLink(visit: Visit): Html {
  return ownLink(visit, kitPath(visit.hub), visit.words('toolkitLink'));
}

/** The contents of the host kit; undefined where the campaign has none. */
export function kitContentsPage(visit: Visit): PageOptions | undefined {
  const { hub, words, language } = visit;
  const { kit } = hub.campaign();
  if (kit.length === 0) return undefined;
  return {
    title: words('kitTitle'),
    description: words('kitLead'),
    path: '/kit',
    body: html`<h1>${words('kitTitle')}</h1>
      <p class="lead">${words('kitLead')}</p>
      <ol class="kit-contents">
        ${kit.map(
          (page) =>
            html`<li>
              <a href="/kit/${page.id}?lang=${language}">${localize(page.title, language)}</a>
              <p>${localize(page.lead, language)}</p>
            </li>`,
        )}
      </ol>
      <p class="kit-acts">
        <a class="button primary" href="/host?lang=${language}">${words('host')}</a>
        <a class="beside" href="/kit/all?lang=${language}">${words('kitAll')}</a>
      </p>`,
  };
}

/** One page of the host kit, or all of them one after another, each beginning a sheet of paper. */
export function kitPage(visit: Visit, id: string): PageOptions | undefined {
  const { hub, words, language } = visit;
  const { kit } = hub.campaign();
  if (id === 'all' && kit.length > 0) {
    return {
      title: words('kitTitle'),
      body: html`${trail(visit)}
        <p class="notice print-hint">${words('kitPrint')}</p>
        ${kit.map((page) => html`<article class="sheet">${content(page, visit)}</article>`)}`,
    };
  }
  const index = kit.findIndex((page) => page.id === id);
  const page = kit[index];
  if (!page) return undefined;
  return {
    title: localize(page.title, language),
    description: localize(page.lead, language),
    path: `/kit/${id}`,
    body: html`${trail(visit)}
      <div class="kit">
        <article>${content(page, visit)} ${following(kit[index + 1], visit)}</article>
        <nav aria-label="${words('kitTitle')}">
          <ol>
            ${kit.map(
              (other) =>
                html`<li>
                  ${
                    other === page
                      ? html`<a href="/kit/${other.id}?lang=${language}" aria-current="page"
                          >${localize(other.title, language)}</a
                        >`
                      : html`<a href="/kit/${other.id}?lang=${language}"
                          >${localize(other.title, language)}</a
                        >`
                  }
                </li>`,
            )}
          </ol>
          <p class="small"><a href="/kit/all?lang=${language}">${words('kitAll')}</a></p>
        </nav>
      </div>`,
  };
}

function trail({ words, language }: Visit): Html {
  return html`<p class="kind"><a href="/kit?lang=${language}">${words('kitTitle')}</a></p>`;
}

function content({ title, lead, text }: KitPage, { language }: Visit): Html {
  return html`<h1>${localize(title, language)}</h1>
    <p class="lead">${localize(lead, language)}</p>
    <div class="prose">${ownMarkdown(localize(text, language), { language })}</div>`;
}

function following(next: KitPage | undefined, { words, language }: Visit): Html {
  const [path, label] = next
    ? [`/kit/${next.id}`, words('kitNext', { title: localize(next.title, language) })]
    : ['/host', words('host')];
  return html`<p class="kit-acts"><a class="button" href="${path}?lang=${language}">${label}</a></p>`;
}
