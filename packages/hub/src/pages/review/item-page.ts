import type { Report, ReviewFlag, ReviewItem } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { instantInWords } from '../../text/when.ts';
import { fact } from '../event-facts.ts';
import type { PageOptions, Visit, Words } from '../page.ts';
import { reasonWords } from '../report-page.ts';
import { changesBeside, fieldName, placeInWords } from './changes.ts';
import { decisions } from './decisions.ts';

/** An event as a moderator sees it: what its host typed as plain text, what changes, and what to look at twice. */
export function itemPage(
  visit: Visit,
  item: ReviewItem,
  reports: readonly Report[],
  notice: string | undefined,
): PageOptions {
  const { words, language } = visit;
  const { title, summary, description, status, place, startDate, timezone } = item;
  return {
    title,
    isPrivate: true,
    body: html`<p class="kind"><a href="/review?lang=${language}">${words('reviewBack')}</a></p>
      <h1 tabindex="-1" autofocus>${title}</h1>
      ${notice !== undefined && html`<p class="notice danger" role="alert">${notice}</p>`}
      ${item.flags.length > 0 && flags(item.flags, visit)}
      ${item.changes.length > 0 && changesBeside(item, visit)}
      <dl class="facts">
        ${fact(words('reviewState'), words(status === 'confirmed' ? 'reviewPublic' : 'reviewNotPublic'))}
        ${startDate && fact(words('when'), instantInWords(Date.parse(startDate), timezone, language))}
        ${fact(words('where'), placeInWords(place, words))}
        ${fact(
          words('reviewHost'),
          [item.hostName, item.isTrustedHost && words('reviewTrusted')].filter(Boolean).join(', '),
        )}
        ${item.sponsor && fact(words('reviewSponsor'), item.sponsor.name)}
        ${item.browserUrl && fact(words('reviewLink'), item.browserUrl)}
      </dl>
      ${summary && html`<p class="lead typed">${summary}</p>`}
      ${description && html`<p class="typed">${description}</p>`}
      ${reports.length > 0 && reportList(reports, item, visit)} ${decisions(item, visit)}`,
  };
}

function flags(found: readonly ReviewFlag[], { words, language }: Visit): Html {
  return html`<section class="notice warning">
    <h2>${words('reviewFlags')}</h2>
    <ul>
      ${found.map(({ kind, field, about, eventId }) => {
        const name = fieldName(field, words);
        if (kind === 'street-address') return html`<li>${words('flagStreetAddress', { field: name })}</li>`;
        if (kind === 'look-alike')
          return html`<li>${words('flagLookAlike', { field: name, about: about ?? '' })}</li>`;
        if (kind === 'reported') return html`<li>${words('flagReported')}</li>`;
        return html`<li>
          ${words('flagDuplicate')} <a href="/review/${eventId}?lang=${language}">${about}</a>
        </li>`;
      })}
    </ul>
  </section>`;
}

function reportList(reports: readonly Report[], { timezone }: ReviewItem, { words, language }: Visit): Html {
  const reasons: Readonly<Record<string, Parameters<Words>[0]>> = {
    ...reasonWords,
    'filling-fast': 'reportFillingFast',
  };
  return html`<h2>${words('reviewReports')}</h2>
    <ul class="plain">
      ${reports.map(
        ({ reason, words: told, email, createdAt }) =>
          html`<li>
            <strong>${words(reasons[reason] ?? 'reportOther')}</strong>
            <span class="muted small">${instantInWords(Date.parse(createdAt), timezone, language)}</span>
            ${told && html`<p class="typed">${told}</p>`} ${email && html`<p class="small">${email}</p>`}
          </li>`,
      )}
    </ul>
    <form method="post">
      <input type="hidden" name="reports" value="${reports.map(({ id }) => id).join(' ')}" />
      <button class="button" name="act" value="close">${words('reviewCloseReports')}</button>
    </form>`;
}
