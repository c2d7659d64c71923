import type { Event } from '@huddlekit/contract';
import { placeInWords } from '../calendar/calendar.ts';
import { html, type Html } from '../text/html.ts';
import { whenOf } from '../text/when.ts';
import type { Visit } from './page.ts';

/** When and where of an event, from its public view. */
export function eventFacts(event: Event, { words, language }: Visit, rows: readonly Html[] = []): Html {
  return html`<dl>
    <div>
      <dt>${words('when')}</dt>
      <dd>
        ${event.timeslots.map((timeslot) => {
          const { day, time } = whenOf(event, timeslot, language);
          return html`<p><strong>${day}</strong><br />${time || words('allDay')}</p>`;
        })}<a href="/v1/events/${event.id}/calendar.ics">${words('calendar')}</a>
        <span class="muted small">(.ics)</span>
      </dd>
    </div>
    <div>
      <dt>${words('where')}</dt>
      <dd>${whereInWords(event, words)}</dd>
    </div>
    ${rows}
  </dl>`;
}

/** Where an event is, in words that claim no more than is known. */
export function whereInWords(event: Event, words: Visit['words']): Html | string {
  if (event.isVirtual) return words('online');
  const place = placeInWords(event);
  if (!place) return words('noPlace');
  if (event.location?.kind === 'home') {
    return html`<strong>${words('inLocality', { place })}</strong><br />${words('nearHome')}`;
  }
  return event.location?.precision === 'exact' ? place : words('inLocality', { place });
}

/** Kind, first letter large. */
export function kindInWords({ kind }: Pick<Event, 'kind'>): string {
  const text = kind.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
