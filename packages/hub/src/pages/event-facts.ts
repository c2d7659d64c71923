import type { Event, Timeslot } from '@huddlekit/contract';
import { directionsTo } from '../text/directions.ts';
import { html, type Html } from '../text/html.ts';
import { whenOf } from '../text/when.ts';
import { kinds } from './locales/kinds.ts';
import type { Visit } from './page.ts';

/** A row of a list of facts. */
export function fact(name: string, value: Html | string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** When and where of an event, from its public view, and more rows. */
export function eventFacts(
  event: Event,
  visit: Visit,
  rows: readonly Html[] = [],
  calendarLink: 'shown' | 'left out' = 'shown',
): Html {
  const { words } = visit;
  const calendar =
    calendarLink === 'shown' &&
    event.status !== 'cancelled' &&
    html`<a href="/v1/events/${event.id}/calendar.ics">${words('calendar')}</a>
      <span class="muted small">(.ics)</span>`;
  return html`<dl class="facts">
    ${fact(words('when'), html`${whenList(event, event.timeslots, visit)}${calendar}`)}
    ${fact(words('where'), whereInWords(event, visit))} ${rows}
  </dl>`;
}

/** Each day once, with its times below. */
function whenList(event: Event, timeslots: readonly Timeslot[], { words, language }: Visit): Html {
  const whens = timeslots.map((timeslot) => whenOf(event, timeslot, language));
  return html`${[...Map.groupBy(whens, ({ day }) => day)].map(
    ([day, times]) =>
      html`<p>
        <strong>${day}</strong>
        ${times.map(({ time, zone }) => html`<br />${time ? `${time} ${zone}` : words('allDay')}`)}
      </p>`,
  )}`;
}

/** Where an event is, in words that claim no more than is known. */
function whereInWords(event: Event, { words }: Visit): Html {
  const { location } = event;
  if (event.isVirtual) {
    return html`<strong>${words('online')}</strong><br />${words('onlineText')}`;
  }
  const town = location && townOf(location);
  if (!town) return html`${words('noPlace')}`;
  if (location.kind === 'home') {
    return html`<strong
        >${words(location.precision === 'area' ? 'near' : 'inLocality', { place: town })}</strong
      ><br />${words('nearHome')}`;
  }
  const { venue, addressLines } = location;
  const address = [...addressLines, town].join(', ');
  const directions = directionsTo(location);
  return html`${venue ? html`<strong>${venue}</strong><br />${address}` : html`<strong>${address}</strong>`}
  ${directions && html`<br /><a rel="noopener" href="${directions}">${words('directions')}</a>`}`;
}

/** `Chicago, IL 60647` */
export function townOf({
  locality,
  region,
  postalCode,
}: Pick<NonNullable<Event['location']>, 'locality' | 'region' | 'postalCode'>): string {
  return [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

/** An address in one line. */
export function addressInWords(
  address: (Parameters<typeof townOf>[0] & { venue: string | null; addressLines: readonly string[] }) | null,
): string {
  if (!address) return '';
  return [address.venue, ...address.addressLines, townOf(address)].filter(Boolean).join(', ');
}

/** Place of an event in one line of a list. */
export function placeLine({ isVirtual, location }: Event, { words }: Visit): string {
  if (isVirtual) return words('online');
  const town = location && townOf(location);
  if (!town) return words('noPlace');
  if (location.kind === 'home') {
    return words(location.precision === 'area' ? 'near' : 'inLocality', { place: town });
  }
  return [location.venue, town].filter(Boolean).join(', ');
}

/** The kind of an event, with its number in a series. */
export function kindInWords({ kind, series }: Event, { language, words }: Visit): string {
  const names: Readonly<Record<string, string>> = kinds[language];
  const name = names[kind] ?? names['other'] ?? '';
  return series ? words('seriesPart', { kind: name, number: series.number, of: series.of }) : name;
}

/** Places left of a timeslot; empty where there is no limit. */
export function spotsInWords({ spotsLeft, isFull }: Timeslot, { words }: Visit): string {
  if (isFull) return words('full');
  return spotsLeft === null ? '' : words('spotsLeft', { count: spotsLeft });
}
