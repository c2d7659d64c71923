import { html } from '../text/html.ts';
import { writeTo } from './event-page.ts';
import { kitLink } from './kit-pages.ts';
import { privacyLine, privacyLink, type PageOptions, type Visit } from './page.ts';

/** The host form, on a page of its own or inside a partner's page. */
export function hostPage(visit: Visit): PageOptions {
  const { words, query } = visit;
  const isFramed = query['embed'] !== undefined;
  const form = html`<huddle-host-form>
    <p>${words('hostNoScript')}</p>
    ${writeTo(visit, 'hostWrite')}
  </huddle-host-form>`;
  return {
    title: words('hostTitle'),
    description: words('hostText'),
    path: '/host',
    isFramed,
    hasWidgets: true,
    body: isFramed
      ? html`${form}
          <p class="small muted">${kitLink(visit)} · ${privacyLink(visit)}</p>`
      : html`<div class="narrow">
          <h1>${words('hostTitle')}</h1>
          <p class="lead">${words('hostText')}</p>
          ${form}
          <p class="notice">${words('hostNext')}</p>
          <p>${kitLink(visit)}</p>
          ${privacyLine(visit)}
        </div>`,
  };
}
