import type { Event } from '@huddlekit/contract';
import { html, safeUrl, type Html } from '../text/html.ts';
import { eventFacts, kindInWords } from './event-facts.ts';
import { jsonLd } from './json-ld.ts';
import { markdown } from './markdown.ts';
import { widgetsScript, type PageOptions, type Visit } from './page.ts';

/** An event's own page. */
export function eventPage(event: Event, visit: Visit): PageOptions {
  const { hub, words, language } = visit;
  const isOver = event.timeslots.every(
    ({ startDate, endDate }) => Date.parse(endDate ?? startDate) < hub.now(),
  );
  const state = event.status === 'cancelled' ? words('cancelled') : isOver ? words('over') : undefined;
  return {
    title: event.title,
    head: html`${widgetsScript(visit)}${jsonLd(event, hub.settings.baseUrl)}`,
    body: html`
      <p class="kind">${kindInWords(event)}</p>
      <h1>${event.title}</h1>
      ${event.summary && html`<p class="lead">${event.summary}</p>`}
      ${state && html`<p class="notice danger"><strong>${state}</strong></p>`}
      <div class="columns">
        <div>
          ${eventFacts(event, visit, [access(event, visit), languagesOf(event, visit)])}
          ${
            event.description &&
            html`<h2>${words('about')}</h2>
              ${markdown(event.description)}`
          }
          ${
            event.commitments.length > 0 &&
            html`<h2>${words('before')}</h2>
              <p class="notice">
                ${words('beforeText')}
                ${event.links.safety && html`<a href="${safeUrl(event.links.safety)}">${words('safety')}</a>`}
              </p>`
          }
        </div>
        <aside>
          ${
            !state &&
            html`<div class="panel">
              <h2>${words('comeAlong')}</h2>
              ${comeAlong(event, visit)}
            </div>`
          }
          ${event.hostName && html`<p class="small muted">${words('hostedBy', { name: event.hostName })}</p>`}
          <p class="small"><a href="/?lang=${language}">${words('allEvents')}</a></p>
        </aside>
      </div>
    `,
  };
}

function comeAlong(event: Event, { words }: Visit): Html {
  if (event.rsvp === 'native')
    return html`<huddle-rsvp event="${event.id}"><p>${words('comeNoScript')}</p></huddle-rsvp>`;
  if (event.rsvp === 'link' && event.browserUrl) {
    return html`<a class="button primary" rel="noopener" href="${safeUrl(event.browserUrl)}"
      >${words('comeLink')}</a
    >`;
  }
  return html`<p>${words('comeNone')}</p>`;
}

function access({ accessibility }: Event, { words }: Visit): Html {
  const { wheelchair, asl, captions, notes } = accessibility;
  const items = [
    wheelchair && words('wheelchair'),
    asl && words('asl'),
    captions && words('captions'),
    notes,
  ].filter(Boolean);
  return html`${
    items.length > 0 &&
    html`<div>
      <dt>${words('access')}</dt>
      <dd>${items.join('. ')}</dd>
    </div>`
  }`;
}

function languagesOf({ languages }: Event, { words, language }: Visit): Html {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language).format(languages.map((tag) => names.of(tag) ?? tag));
  return html`${
    list &&
    html`<div>
      <dt>${words('languages')}</dt>
      <dd>${list}</dd>
    </div>`
  }`;
}
