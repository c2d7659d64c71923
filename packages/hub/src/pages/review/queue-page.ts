import type { ReviewItem } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { instantInWords } from '../../text/when.ts';
import type { PageOptions, Visit } from '../page.ts';
import { placeInWords } from './changes.ts';

/** All that waits, that which waits longest first. */
export function queuePage(
  visit: Visit,
  { data, waiting }: { readonly data: readonly ReviewItem[]; readonly waiting: number },
): PageOptions {
  const { words, query } = visit;
  return {
    title: words('reviewTitle'),
    isPrivate: true,
    body: html`<h1>${words('reviewTitle')}</h1>
      ${query['done'] !== undefined && html`<p class="notice" role="status">${words('reviewDone')}</p>`}
      <p class="lead">
        ${waiting === 0 ? words('reviewNothing') : words('reviewWaiting', { count: waiting })}
      </p>
      ${
        data.length > 0 &&
        html`<ol class="plain">
            ${data.map((item, index) => entry(item, visit, index === 0))}
          </ol>
          <p class="small muted">${words('reviewKeys')}</p>`
      }
      <form method="post" action="/review/sign-out?lang=${visit.language}">
        <button class="button">${words('reviewOut')}</button>
      </form>`,
  };
}

/** The first has the focus: Enter opens it, Tab and Enter approve it, and the next is here again. */
function entry(item: ReviewItem, { words, language }: Visit, isFirst: boolean): Html {
  const { id, title, hostName, place, startDate, timezone, status, changes, flags, openReports } = item;
  const time = startDate && instantInWords(Date.parse(startDate), timezone, language);
  const toLookAt = flags.filter(({ kind }) => kind !== 'reported').length;
  return html`<li>
    <h2 class="entry"><a href="/review/${id}?lang=${language}" ${isFirst && html`autofocus`}>${title}</a></h2>
    <p class="small">${[time, placeInWords(place, words), hostName].filter(Boolean).join(' · ')}</p>
    <p class="tags">
      ${status === 'pending' && html`<span>${words('reviewNew')}</span>`}
      ${changes.length > 0 && html`<span>${words('reviewChanged')}</span>`}
      ${openReports > 0 && html`<strong>${words('reviewReported', { count: openReports })}</strong>`}
      ${toLookAt > 0 && html`<strong class="wait">${words('reviewFlags')} (${toLookAt})</strong>`}
    </p>
  </li>`;
}
