import type { Campaign, Event, Place, Training } from '@huddlekit/contract';
import { publicCampaign } from '../campaign/campaign.ts';
import { listTrainings } from '../campaign/trainings.ts';
import { html, type Html } from '../text/html.ts';
import { localizedEvent } from '../text/localized-event.ts';
import { dateParts, daysInWords, whenOf } from '../text/when.ts';
import { kindInWords, placeLine, spotsInWords } from './event-facts.ts';
import { kitLink } from './kit-pages.ts';
import { hasOutbox } from './outbox-pages.ts';
import type { PageOptions, Visit } from './page.ts';
import { recordingLink } from './recordings.ts';

const listLength = 12;
/** Metres around a place searched that its calendar covers: an hour’s way. */
const feedRadius = 50_000;
const day = 86_400_000;

/** The other elements a site can have, and the words for each. */
const pieces = [
  ['huddle-list', 'pieceList'],
  ['huddle-rsvp event="…"', 'pieceRsvp'],
  ['huddle-host-form', 'pieceHost'],
  ['huddle-countdown', 'pieceCountdown'],
] as const;

/** The hub's front page: every widget on live data, readable and searchable without script. */
export async function homePage(visit: Visit): Promise<PageOptions> {
  const { hub, words, language } = visit;
  const { baseUrl } = hub.settings;
  const campaign = await publicCampaign(hub.campaign(), hub.storage.read, {
    now: hub.now(),
    language,
    baseUrl,
  });
  const [next] = (await hub.events.list({ limit: 1, hasRoom: 'true' })).data;
  return {
    title: campaign.title,
    description: campaign.summary,
    path: '/',
    hasWidgets: true,
    body: html`
      ${campaign.isSample && html`<p class="notice warning"><strong>${words('sample')}</strong> ${words('sampleText')} ${hasOutbox(hub.settings) && html`<a href="/outbox?lang=${language}">${words('outboxLink')}</a>`}</p>`}
      <h1>${campaign.title}</h1>
      <p class="lead">${campaign.summary}</p>
      <h2 id="events">${words('findTitle')}</h2>
      <huddle-map sync-url>${await eventsWithoutScript(visit)}</huddle-map>
      <div class="columns">
        <div>${actions(campaign, visit)} ${hosting(visit)}</div>
        <aside>
          ${trainings(localizedTrainings(await listTrainings(hub), visit), visit)}
          ${next && nextUp(next, visit)} ${goals(campaign, visit)}
        </aside>
      </div>
      ${subscribing(visit)} ${embedding(visit)}
    `,
  };
}

/** What stands inside the map until it has data: a search and a list, made here. */
async function eventsWithoutScript(visit: Visit): Promise<Html> {
  const { hub, words, language, query } = visit;
  const asked = query['q']?.trim().slice(0, 100) ?? '';
  const [place] = asked ? hub.places.search(asked, 1) : [];
  const { data: events } = await hub.events.list(
    place ? { ...nearest(place), limit: listLength } : { limit: listLength },
  );
  return html`<form class="search" action="/#events" method="get">
      <label for="q">${words('searchLabel')}</label>
      <div>
        <input id="q" name="q" type="search" value="${asked}" autocomplete="postal-code" maxlength="100" />
        <input type="hidden" name="lang" value="${language}" />
        <button class="button primary">${words('searchButton')}</button>
      </div>
    </form>
    ${asked && !place && html`<p class="notice warning">${words('searchUnknown', { words: asked })}</p>`}
    ${
      place &&
      html`<h3>${words('searchNear', { place: place.label })}</h3>
        <p class="small">
          <a href="webcal://${calendarAddress(visit)}?${feedAround(place)}"
            >${words('feedNear', { place: place.label })}</a
          >
        </p>`
    }
    ${events.length > 0 ? eventList(events, visit) : html`<p>${words('noEvents')}</p>`}
    ${!asked && events.length === listLength && html`<p class="small muted">${words('moreEvents', { count: listLength })}</p>`}`;
}

function nearest({ latitude, longitude }: Place): { near: string; order: 'distance' } {
  return { near: `${latitude.toFixed(4)},${longitude.toFixed(4)}`, order: 'distance' };
}

function eventList(events: readonly Event[], visit: Visit): Html {
  const { hub, language } = visit;
  return html`<ul class="events">
    ${events.map((event) => {
      const slot = nextSlot(event, hub.now());
      if (!slot) return null;
      const { weekday, day: date, month } = dateParts(slot.startDate, event.timezone, language);
      return html`<li>
        <div class="date" aria-hidden="true"><span>${weekday}</span><b>${date}</b><span>${month}</span></div>
        <div>
          <p class="kind">${kindInWords(event, visit)}</p>
          <h3><a href="/e/${event.id}?lang=${language}">${event.title}</a></h3>
          <p>${timeLine(event, slot, visit)}</p>
          <p class="muted">${placeLine(event, visit)}</p>
          <p class="small">${spotsInWords(slot, visit)}</p>
        </div>
      </li>`;
    })}
  </ul>`;
}

function nextSlot({ timeslots }: Event, now: number): Event['timeslots'][number] | undefined {
  return timeslots.find(({ startDate, endDate }) => Date.parse(endDate ?? startDate) > now) ?? timeslots[0];
}

function timeLine(event: Event, slot: Event['timeslots'][number], { words, language }: Visit): string {
  const { day: date, time, zoneShort } = whenOf(event, slot, language);
  return time ? `${date}, ${time} ${zoneShort}` : `${date}, ${words('allDay')}`;
}

function actions({ actions: all }: Campaign, { hub, words, language }: Visit): Html {
  if (all.length === 0) return html``;
  const first = all[0]?.startDate;
  const last = all.at(-1)?.endDate;
  const days = first && last ? Math.round((Date.parse(last) - Date.parse(first)) / day) : 0;
  const today = first ? Math.floor((hub.now() - Date.parse(first)) / day) + 1 : 0;
  return html`<div class="titled">
      <h2>${words('actionsTitle')}</h2>
      ${today > 0 && today <= days && html`<p class="muted small">${words('dayOf', { day: today, days })}</p>`}
    </div>
    <ol class="actions">
      ${all.map(
        ({ number, title, summary, status, startDate, endDate, url }) =>
          html`<li class="${status}">
            <span class="number" aria-hidden="true">${number}</span>
            <div>
              ${status === 'current' && html`<span class="tag">${words('actionCurrent')}</span>`}
              <h3>${title}</h3>
              <p>${summary}</p>
              ${status === 'current' && url && html`<a class="button primary" href="${url}">${words('actionOpen')}</a>`}
            </div>
            <span class="when">
              ${status === 'done' && html`<span class="tick">${words('actionDone')}</span>`}
              ${startDate && endDate && daysInWords(startDate, endDate, 'UTC', language)}
            </span>
          </li>`,
      )}
    </ol>`;
}

function hosting(visit: Visit): Html {
  const { words, language } = visit;
  return html`<section id="host">
    <h2>${words('hostTitle')}</h2>
    <p>${words('hostText')}</p>
    <p>
      <a class="button primary" href="/host?lang=${language}">${words('host')}</a>
      <span class="beside">${kitLink(visit)}</span>
    </p>
    <details>
      <summary>${words('hostOpen')}</summary>
      <huddle-host-form><a href="/host?lang=${language}">${words('host')}</a></huddle-host-form>
    </details>
  </section>`;
}

function localizedTrainings(series: readonly Training[], { hub, language }: Visit): Training[] {
  return series.map((training) => ({ ...training, ...localizedEvent(hub, training, language) }));
}

/** The series in order; the countdown takes the place of the one that lies ahead. */
function trainings(series: readonly Training[], visit: Visit): Html {
  const { hub, words, language } = visit;
  if (series.length === 0) return html``;
  const ahead = series.find((training) =>
    training.timeslots.some(({ endDate, startDate }) => Date.parse(endDate ?? startDate) > hub.now()),
  );
  const recorded = series.filter((training) => training.recording !== null);
  return html`<section>
    <h2>${words('seriesTitle')}</h2>
    <huddle-countdown>
      ${
        ahead &&
        html`<p class="kind">${words('nextTraining')}</p>
          <p>
            <a href="/e/${ahead.id}?lang=${language}"><strong>${ahead.title}</strong></a
            ><br />${ahead.timeslots[0] && timeLine(ahead, ahead.timeslots[0], visit)}
          </p>`
      }
    </huddle-countdown>
    ${
      recorded.length > 0 &&
      html`<ul class="plain">
        ${recorded.map(({ title, recording, ...training }) => {
          const { url = '', duration, views } = recording ?? {};
          return html`<li>
            <p class="kind">${kindInWords({ ...training, title }, visit)}</p>
            <strong>${title}</strong
            ><br />${recordingLink({ url, duration: duration ?? undefined, views: views ?? undefined }, visit)}
          </li>`;
        })}
      </ul>`
    }
  </section>`;
}

function nextUp(event: Event, visit: Visit): Html {
  const { words, language, hub } = visit;
  const slot = nextSlot(event, hub.now());
  return html`<section>
    <h2>${words('nextUp')}</h2>
    <p class="kind">${kindInWords(event, visit)}</p>
    <p>
      <a href="/e/${event.id}?lang=${language}"><strong>${event.title}</strong></a
      ><br />${slot && timeLine(event, slot, visit)}<br /><span class="muted"
        >${placeLine(event, visit)}</span
      >
    </p>
    <huddle-rsvp event="${event.id}"
      ><a href="/e/${event.id}?lang=${language}">${words('register')}</a></huddle-rsvp
    >
  </section>`;
}

function goals({ goals: all }: Campaign, { words }: Visit): Html {
  if (all.length === 0) return html``;
  return html`<section>
    <h2>${words('goals')}</h2>
    <ol class="goals">
      ${all.map((goal) => html`<li>${goal}</li>`)}
    </ol>
  </section>`;
}

/** Feeds of all events, for calendars, maps and other sites. */
function subscribing(visit: Visit): Html {
  const { words } = visit;
  return html`<section id="subscribe">
    <h2>${words('feedsTitle')}</h2>
    <p>${words('feedsText')}</p>
    <p>
      <a class="button primary" href="webcal://${calendarAddress(visit)}">${words('feedSubscribe')}</a>
      <a class="beside" href="/feeds/events.ics">${words('feedFile')}</a>
      <a class="beside" href="/feeds/events.geojson">GeoJSON</a>
      <a class="beside" href="/feeds/events.json">JSON-LD</a>
    </p>
    <p class="small muted">
      ${words('feedsFilters')} <code>/feeds/events.ics?near=41.9,-87.7&amp;within=50000</code>
    </p>
  </section>`;
}

/** Without its scheme: calendar programs take the one that stands for them. */
function calendarAddress({ hub }: Visit): string {
  return `${hub.settings.baseUrl.replace(/^https?:\/\//, '')}/feeds/events.ics`;
}

function feedAround(place: Place): string {
  return new URLSearchParams({ near: nearest(place).near, within: String(feedRadius) }).toString();
}

function embedding({ hub, words }: Visit): Html {
  const { baseUrl } = hub.settings;
  const snippet = [
    `<script type="module" src="${baseUrl}/huddlekit.js"></script>`,
    `<huddle-map><a href="${baseUrl}/">Find an event</a></huddle-map>`,
  ].join('\n');
  return html`<section>
    <h2>${words('embedTitle')}</h2>
    <p>${words('embedText')}</p>
    <pre tabindex="0"><code>${snippet}</code></pre>
    <h3>${words('embedMore')}</h3>
    <ul class="plain pieces">
      ${pieces.map(([tag, key]) => html`<li><code>&lt;${tag}&gt;</code> ${words(key)}</li>`)}
    </ul>
    <details>
      <summary>${words('listOpen')}</summary>
      <huddle-list group="list"><a href="#events">${words('findTitle')}</a></huddle-list>
    </details>
  </section>`;
}
