import { html, type Html } from '../text/html.ts';
import { guides } from './locales/guides.ts';
import { markdown } from './markdown.ts';
import type { PageOptions, Visit } from './page.ts';

/** One of the hub's own guides. */
export function guidePage(name: string, { language }: Visit): PageOptions | undefined {
  const guide = name in guides ? guides[name as keyof typeof guides][language] : undefined;
  return (
    guide && {
      title: guide.title,
      description: guide.lead,
      path: `/guides/${name}`,
      body: html`<div class="narrow prose">
        <h1>${guide.title}</h1>
        <p class="lead">${guide.lead}</p>
        ${markdown(guide.text)}
      </div>`,
    }
  );
}

/** What this hub does with what people tell it, from how it is set up. */
export function privacyPage({ hub, words }: Visit): PageOptions {
  const { organizer, organizations, links } = hub.campaign();
  const { smtpUrl } = hub.settings;
  const own = links.privacy;
  return {
    title: words('privacyTitle'),
    description: words('privacyNot'),
    path: '/privacy',
    body: html`<div class="narrow prose">
      <h1>${words('privacyTitle')}</h1>
      <p class="lead">${words('privacyNot')}</p>
      ${part(
        words('privacyWhoTitle'),
        html`<p>
          ${words('privacyWho', { name: organizer.name })}
          ${organizer.email && html`<a href="mailto:${organizer.email}">${organizer.email}</a>`}
          ${organizer.url && html`<a href="${organizer.url}">${organizer.url}</a>`}
        </p>`,
      )}
      ${part(
        words('privacyKeepTitle'),
        html`<p>${words('privacyKeep')}</p>
          <p>${words('privacyHome')}</p>`,
      )}
      ${part(
        words('privacyShareTitle'),
        organizations.length === 0
          ? html`<p>${words('privacyShareNone')}</p>`
          : html`<p>${words('privacyShare')}</p>
              <ul>
                ${organizations.map(({ name, asks }) => {
                  const what = asks.map((ask) => words(ask === 'sms' ? 'privacySms' : 'privacyEmail'));
                  return html`<li>${name}${what.length > 0 && `: ${what.join(', ')}`}</li>`;
                })}
              </ul>`,
      )}
      ${part(
        words('privacyMailTitle'),
        html`<p>
          ${smtpUrl === undefined ? words('privacyMailFile') : words('privacyMailSmtp', { host: new URL(smtpUrl).hostname })}
        </p>`,
      )}
      ${own && own !== '/privacy' && html`<p><a href="${own}">${words('privacyOwn')}</a></p>`}
    </div>`,
  };
}

function part(title: string, body: Html): Html {
  return html`<h2>${title}</h2>
    ${body}`;
}
