import { html } from '../text/html.ts';
import { writeTo } from './event-page.ts';
import type { PageOptions, Visit } from './page.ts';

/** The host form, on a page of its own or inside a partner's page. */
export function hostPage(visit: Visit): PageOptions {
  const { words, language, query } = visit;
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
      ? form
      : html`<div class="narrow">
          <h1>${words('hostTitle')}</h1>
          <p class="lead">${words('hostText')}</p>
          ${form}
          <p class="notice">${words('hostNext')}</p>
          <p><a href="/guides/toolkit?lang=${language}">${words('toolkitLink')}</a></p>
        </div>`,
  };
}
