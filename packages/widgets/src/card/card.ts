import type { Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { wheelchair } from '../icons/card-icons.ts';
import { icon } from '../icons/icon.ts';
import type { card, kinds } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { formatDistance } from '../place/distance.ts';
import { dateParts, longDate, nextTimeslot } from '../time/event-time.ts';
import { renderAction, type Act } from './action.ts';
import { kindIcon, kindText } from './kind-text.ts';
import { placeText } from './place-text.ts';
import { renderSeats } from './seats.ts';
import { renderOtherTimes, renderTime } from './times.ts';

export type CardLocale = Pick<
  LocaleController<{ readonly card: typeof card; readonly kinds: typeof kinds }>,
  'text' | 'language'
>;

/** What a card needs from the element that shows it. */
export interface CardContext {
  readonly locale: CardLocale;
  /** The hub's address for what else it offers, such as hosting. */
  readonly hub: string | undefined;
  /** Address of the page that tells all about an event. */
  readonly pageOf: (event: Event) => string | undefined;
  readonly selectedId: string | null;
  readonly rsvp: Act;
  /** What stands below an event's place, such as where it is listed, too. */
  readonly below?: ((event: Event) => TemplateResult | typeof nothing) | undefined;
  /** Shows an event on the map; null where there is no map, and titles lead to the event's page. */
  readonly show: ((event: Event) => void) | null;
}

/** One event in a list: its date leads, then what, when, where and how many places are left. */
export function renderCard(event: Event, context: CardContext): TemplateResult {
  const { locale } = context;
  const slot = nextTimeslot(event.timeslots, Date.now());
  const isSelected = event.id === context.selectedId;
  return html`<li
    class="card ${isSelected ? 'card-selected' : ''}"
    part="card ${isSelected ? 'card-selected' : ''}"
    data-event=${event.id}
  >
    ${slot ? renderDate(slot.startDate, event.timezone, locale.language) : html`<div></div>`}
    <div class="card-body">
      <div class="card-head">
        <p class="kind" part="card-kind">${icon(kindIcon(event))}<span>${kindText(event, locale)}</span></p>
        ${
          event.distance === undefined
            ? nothing
            : html`<span class="distance">${formatDistance(event.distance, locale.language, 'short')}</span>`
        }
      </div>
      ${renderTitle(event, context)}
      <p class="meta">
        ${slot ? renderTime(event, slot, locale) : nothing}
        <span class="muted" part="card-place">${placeText(event, locale)}</span>
        ${context.below?.(event) ?? nothing}
      </p>
      ${renderOtherTimes(event, slot, locale)}
      <div class="card-foot" part="card-foot">
        <span class="seats" part="seats">
          ${renderSeats(event, slot, locale, renderAccess(event, locale))}
        </span>
        ${renderAction(event, context, isSelected)}
      </div>
    </div>
  </li>`;
}

function renderAccess({ accessibility }: Event, locale: CardLocale): TemplateResult | typeof nothing {
  if (!accessibility.wheelchair) return nothing;
  const words = locale.text('card', 'wheelchair');
  return html`<span class="access" title=${words}
    >${icon(wheelchair)}<span class="visually-hidden">${words}</span></span
  >`;
}

function renderDate(instant: string, zone: string, language: string): TemplateResult {
  const { weekday, day, month } = dateParts(instant, zone, language);
  return html`<time class="date" part="card-date" datetime=${instant}
    ><span class="visually-hidden">${longDate(instant, zone, language)}</span>
    <span aria-hidden="true"
      ><span class="date-word">${weekday}</span> <span class="date-day">${day}</span>
      <span class="date-word">${month}</span></span
    ></time
  >`;
}

function renderTitle(event: Event, { pageOf, show }: CardContext): TemplateResult {
  const page = pageOf(event);
  const title =
    show && event.location?.latitude != null
      ? html`<button class="card-link" type="button" @click=${() => show(event)}>${event.title}</button>`
      : page
        ? html`<a class="card-link" href=${page}>${event.title}</a>`
        : event.title;
  return html`<h3 class="card-title" part="card-title" id="title-${event.id}">${title}</h3>`;
}
