import type { Event } from '@huddlekit/contract';
import { calendarLinks } from '@huddlekit/contract/calendar-links';
import { html, type Html } from '../../text/html.ts';
import { addressInWords, placeLine, townOf } from '../event-facts.ts';
import type { Visit } from '../page.ts';

/** The chosen time for each calendar. They are told only what anybody may know, and no link of the guest's own. */
export function calendarList(event: Event, visit: Visit): Html {
  const { hub, words } = visit;
  const [slot] = event.timeslots;
  if (!slot) return html``;
  const { location } = event;
  const isHome = location?.kind === 'home';
  const links = calendarLinks({
    ...slot,
    title: event.title,
    description: event.summary,
    location:
      event.isVirtual || !location
        ? placeLine(event, visit)
        : isHome
          ? townOf(location)
          : addressInWords(location),
    timezone: event.timezone,
    url: `${hub.settings.baseUrl}/e/${event.id}`,
  });
  const calendars = [
    ['Google', links.google],
    ['Outlook.com', links.outlook],
    ['Office 365', links.office365],
    ['Yahoo', links.yahoo],
    [words('calendarApple'), `/v1/events/${event.id}/calendar.ics`],
  ] as const;
  return html`<h2>${words('calendarsTitle')}</h2>
    <ul class="links">
      ${calendars.map(([name, url]) => html`<li><a class="button" rel="noopener noreferrer" href="${url}">${name}</a></li>`)}
    </ul>`;
}
