import { localize } from '../campaign/campaign-file.ts';
import { retention } from '../privacy/retention.ts';
import { html, type Html } from '../text/html.ts';
import { lengthInWords } from '../text/length.ts';
import { fact } from './event-facts.ts';
import type { PageOptions, Visit } from './page.ts';

/** What this hub does with what people tell it, from how it is set up and from the code that keeps to it. */
export function privacyPage(visit: Visit): PageOptions {
  const { hub, words } = visit;
  const { organizer, links } = hub.campaign();
  const { name } = organizer;
  const own = links.privacy;
  return {
    title: words('privacyTitle'),
    description: words('privacyNot'),
    path: '/privacy',
    body: html`<div class="narrow prose">
      <h1>${words('privacyTitle')}</h1>
      <p class="lead">${words('privacyNot')}</p>
      <p class="muted">${words('privacyAsOf')}</p>
      ${own && own !== '/privacy' && html`<p><a href="${own}">${words('privacyOwn')}</a></p>`}
      <h2>${words('privacyWhoTitle')}</h2>
      <p>${words('privacyWho', { name })} ${contact(visit)}</p>
      <h2>${words('privacyKeptTitle')}</h2>
      <p>${words('privacyNoEnd', { name })}</p>
      ${kept(visit)}
      <h2>${words('privacyLockTitle')}</h2>
      <p>${words('privacyLock')}</p>
      <p>${words('privacyBackups', { name })}</p>
      <h2>${words('privacyShareTitle')}</h2>
      ${shared(visit)}
      <h2>${words('privacyAskTitle')}</h2>
      <p>${words('privacyAsk')}</p>
      <p>${words('privacyErase', { name })}</p>
    </div>`,
  };
}

function contact({ hub, words }: Visit): Html {
  const { email, url } = hub.campaign().organizer;
  if (email === undefined && url === undefined) return html`${words('privacyNoContact')}`;
  return html`${email && html`<a href="mailto:${email}">${email}</a>`}
  ${url && html`<a href="${url}">${url}</a>`}`;
}

/** Each kind of data, and when it ends. */
function kept({ hub, words, language }: Visit): Html {
  const length = (milliseconds: number): string => lengthInWords(milliseconds, language);
  const staying = [
    ['privacyHosts', 'privacyHostsText'],
    ['privacyHome', 'privacyHomeText'],
    ['privacyReports', 'privacyReportsText'],
  ] as const;
  const mails = hub.settings.smtpUrl === undefined ? 'privacyMailsOnDisk' : 'privacyMailsWaitingText';
  const sessions = { link: length(retention.signInLink), session: length(retention.session) };
  return html`<dl class="facts wide">
    ${fact(words('privacyGuests'), words('privacyGuestsText', { time: length(retention.guest) }))}
    ${staying.map(([title, text]) => fact(words(title), words(text)))}
    ${fact(words('privacyMailsWaiting'), words(mails, { time: length(retention.mail) }))}
    ${fact(
      words('privacyLinkToConfirm'),
      words('privacyLinkToConfirmText', { time: length(retention.verificationLink) }),
    )}
    ${fact(words('privacySends'), words('privacySendsText', { time: length(retention.sends) }))}
    ${fact(words('privacyNetwork'), words('privacyNetworkText', { time: length(retention.networkAddress) }))}
    ${fact(words('privacyModerators'), words('privacyModeratorsText', sessions))}
    ${fact(words('privacyRecord'), words('privacyRecordText'))}
  </dl>`;
}

const readers = {
  'by-hand': 'privacyReadersByHand',
  'trusted-hosts': 'privacyReadersTrusted',
  all: 'privacyReadersAll',
} as const;

/** Who gets what. */
function shared({ hub, words, language }: Visit): Html {
  const { organizations, review } = hub.campaign();
  const { smtpUrl, isPublic } = hub.settings;
  const asked = organizations.map(({ name, asks }) => {
    const what = asks.map((ask) => words(ask === 'sms' ? 'privacySms' : 'privacyEmail'));
    return html`<li>${localize(name, language)}${what.length > 0 && `: ${what.join(', ')}`}</li>`;
  });
  return html`<dl class="facts wide">
    ${fact(words('privacyEverybody'), words('privacyEverybodyText'))}
    ${fact(words('privacyReaders'), words(readers[review]))}
    ${fact(
      words('privacyOrganizations'),
      asked.length === 0
        ? words('privacyShareNone')
        : html`<p>${words('privacyShare')}</p>
            <ul>
              ${asked}
            </ul>`,
    )}
    ${fact(
      words('privacyMail'),
      smtpUrl === undefined
        ? html`${words('privacyMailFile')} ${!isPublic && words('privacyTrial')}`
        : words('privacyMailSmtp', { host: new URL(smtpUrl).hostname }),
    )}
  </dl>`;
}
