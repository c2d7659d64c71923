import { calendarLinks } from '@huddlekit/contract/calendar-links';
import type { Event, Timeslot } from '@huddlekit/contract';
import { html, type TemplateResult } from 'lit';
import { placeText } from '../card/place-text.ts';
import { calendar } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { wordsOf, type RsvpLocale } from './rsvp-words.ts';

/** What a calendar needs: public facts alone, so that a calendar's maker learns nothing that the event page doesn't say. */
export interface CalendarParts {
  readonly event: Event;
  readonly timeslot: Timeslot;
  /** The hub's `.ics`, for Apple's calendar and all others. */
  readonly calendarUrl: string;
  readonly pageUrl: string;
}

/** A button that opens the list of calendars. */
export function renderAddToCalendar(
  { event, timeslot, calendarUrl, pageUrl }: CalendarParts,
  locale: RsvpLocale,
): TemplateResult {
  const { startDate, endDate, allDay } = timeslot;
  const links = calendarLinks({
    title: event.title,
    description: event.summary,
    location: placeText(event, locale),
    startDate,
    endDate,
    allDay,
    timezone: event.timezone,
    url: pageUrl,
  });
  const named = [
    ['Google', links.google],
    ['Apple', calendarUrl],
    ['Outlook', links.outlook],
    ['Office 365', links.office365],
    ['Yahoo', links.yahoo],
  ] as const;
  return html`<details class="calendars">
    <summary class="button" part="button">${icon(calendar)}${wordsOf(locale)('calendar')}</summary>
    <ul>
      ${named.map(
        ([name, url]) =>
          html`<li>
            <a
              part="link"
              href=${url}
              target=${url === calendarUrl ? '_self' : '_blank'}
              rel="noopener noreferrer"
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
