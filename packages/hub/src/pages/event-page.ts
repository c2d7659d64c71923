import type { Event } from '@huddlekit/contract';
import { endOf } from '@huddlekit/contract/event-list';
import { campaignSystem } from '../campaign/trainings.ts';
import { html, type Html } from '../text/html.ts';
import { eventFacts, fact, kindInWords, spotsInWords } from './event-facts.ts';
import type { EventMap } from './event-map.ts';
import { creditsOf } from './guest/rsvp-form.ts';
import { jsonLd } from './json-ld.ts';
import { markdown } from './markdown.ts';
import { privacyLine, type PageOptions, type Visit } from './page.ts';
import { recordingLink } from './recordings.ts';

/** An event's own page. */
export function eventPage(event: Event, visit: Visit, drawMap: EventMap): PageOptions {
  const { hub, words } = visit;
  const isOver = event.timeslots.every((timeslot) => endOf(timeslot) <= hub.now());
  const state = event.status === 'cancelled' ? words('cancelled') : isOver ? words('over') : undefined;
  return {
    title: event.title,
    description: event.summary || event.title,
    path: `/e/${event.id}`,
    hasWidgets: true,
    head: jsonLd(event, hub.settings.baseUrl),
    body: html`
      <p class="kind">${kindInWords(event, visit)}</p>
      <h1>${event.title}</h1>
      ${event.summary && html`<p class="lead">${event.summary}</p>`}
      ${state && stateNotice(event, state, visit)}
      <div class="columns">
        <div>${eventFacts(event, visit, [access(event, visit), languagesOf(event, visit)])}</div>
        <aside>
          ${
            !state &&
            html`<div class="panel">
              <h2>${words('comeAlong')}</h2>
              ${comeAlong(event, visit)} ${privacyLine(visit)}
            </div>`
          }
          ${hostedBy(event, visit)}
          <p class="small">
            <a href="/e/${event.id}/report?lang=${visit.language}" rel="nofollow">${words('report')}</a>
          </p>
        </aside>
        <div>
          ${drawMap(event, visit)}
          ${
            event.description &&
            html`<section class="prose">
              <h2>${words('about')}</h2>
              ${markdown(event.description)}
            </section>`
          }
          ${commitments(event, visit)}
        </div>
      </div>
    `,
  };
}

function stateNotice(event: Event, state: string, visit: Visit): Html {
  const { hub, words, language } = visit;
  const training =
    event.source.system === campaignSystem
      ? hub.campaign().trainings.find(({ id }) => id === event.source.id)
      : undefined;
  return html`<p class="notice ${event.status === 'cancelled' && 'danger'}">
    <strong>${state}</strong>
    ${
      training?.recording
        ? recordingLink(training.recording, visit)
        : html`<a href="/?lang=${language}">${words('findAnother')}</a>`
    }
  </p>`;
}

function comeAlong(event: Event, visit: Visit): Html {
  const { words } = visit;
  if (event.rsvp === 'native') {
    const spots = event.timeslots.map((timeslot) => spotsInWords(timeslot, visit)).filter(Boolean);
    return html`<huddle-rsvp event="${event.id}">
      ${spots.length === 1 && html`<p><strong>${spots}</strong></p>`}
      <p>
        <a class="button primary wide" rel="nofollow" href="${rsvpPath(event, visit)}"
          >${words('rsvpPlainLink')}</a
        >
      </p>
    </huddle-rsvp>`;
  }
  if (event.rsvp === 'link' && event.browserUrl) {
    return html`<a class="button primary wide" rel="noopener" href="${event.browserUrl}"
      >${words('comeLink')}</a
    >`;
  }
  return html`<p>${words('comeNone')}</p>`;
}

/** The form for whom the button doesn't work, with the values that say through whom they came. */
function rsvpPath({ id }: Event, { query, language }: Visit): string {
  return `/e/${id}/rsvp?${new URLSearchParams({ ...creditsOf(query), lang: language }).toString()}`;
}

/** The way to the organizer for whom a form doesn't work; empty where no address is given. */
export function writeTo({ hub, words }: Visit, key: 'hostWrite'): Html {
  const { name, email } = hub.campaign().organizer;
  if (email === undefined) return html``;
  return html`<p>${words(key, { name })} <a href="mailto:${email}">${email}</a></p>`;
}

function hostedBy({ hostName, sponsor }: Event, { words }: Visit): Html {
  const name = hostName ?? sponsor?.name;
  if (!name) return html``;
  const text =
    hostName && sponsor ? words('hostedWith', { name, sponsor: sponsor.name }) : words('hostedBy', { name });
  return html`<p class="small muted">
    ${sponsor?.url ? html`<a rel="noopener" href="${sponsor.url}">${text}</a>` : text}
  </p>`;
}

function commitments(event: Event, { words }: Visit): Html {
  if (event.commitments.length === 0 && !event.links.safety) return html``;
  return html`<h2>${words('before')}</h2>
    <div class="notice">
      ${
        event.commitments.length > 0 &&
        html`<p>${words('beforeText')}</p>
          <ul>
            ${event.commitments.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
      }
      ${event.links.safety && html`<p><a href="${event.links.safety}">${words('safety')}</a></p>`}
    </div>`;
}

function access({ accessibility }: Event, { words }: Visit): Html {
  const { wheelchair, asl, captions, notes } = accessibility;
  const items = [wheelchair && words('wheelchair'), asl && words('asl'), captions && words('captions')];
  const sentences = [...items.filter(Boolean).map((item) => `${String(item)}.`), notes];
  const text = sentences.filter(Boolean).join(' ');
  return html`${text && fact(words('access'), text)}`;
}

function languagesOf({ languages }: Event, { words, language }: Visit): Html {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language).format(languages.map((tag) => names.of(tag) ?? tag));
  return html`${list && fact(words('languages'), list.charAt(0).toUpperCase() + list.slice(1))}`;
}
