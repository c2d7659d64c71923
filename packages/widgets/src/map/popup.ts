import type { Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderAction } from '../card/action.ts';
import type { CardContext } from '../card/card.ts';
import { kindIcon, kindText } from '../card/kind-text.ts';
import { placeText } from '../card/place-text.ts';
import { drawn, type RenderEvent } from '../list/custom-rendering.ts';
import { cross } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import type { common, list, map } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { longDateTime, nextTimeslot } from '../time/event-time.ts';

export interface PopupContext extends CardContext {
  readonly locale: CardContext['locale'] &
    Pick<
      LocaleController<{
        readonly common: typeof common;
        readonly map: typeof map;
        readonly list: typeof list;
      }>,
      'text'
    >;
  readonly close: () => void;
  /** What the page draws in place of the popup's content. */
  readonly renderPopup: RenderEvent | undefined;
}

/** Events that share one place, as far as they have come. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** Null until the first have come. */
  readonly events: readonly Event[] | null;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly hasFailed: boolean;
}

/** What stands beside the selected marker. */
export function renderEventPopup(event: Event, context: PopupContext): TemplateResult {
  const { locale, pageOf } = context;
  const page = pageOf(event);
  const slot = nextTimeslot(event.timeslots, Date.now());
  const words = { allDay: locale.text('card', 'allDay') };
  const note = noteKey(event);
  const own = context.renderPopup;
  const actions = { page, rsvp: (opener: HTMLElement) => context.rsvp(event, opener) };
  const content = (): TemplateResult =>
    html`<p class="kind">${icon(kindIcon(event))}<span>${kindText(event, locale)}</span></p>
      <h3 class="popup-title" id="popup-title" tabindex="-1">${event.title}</h3>
      <p class="meta">
        ${slot ? html`${longDateTime(slot, event.timezone, locale.language, words)}<br />` : nothing}
        <span class="muted">${placeText(event, locale)}</span>
      </p>
      ${note ? html`<p class="popup-note small muted">${locale.text('map', note)}</p>` : nothing}
      <div class="popup-foot">
        ${renderAction(event, context, true)}
        ${
          page && page !== event.browserUrl && event.rsvp !== 'none'
            ? html`<a class="link" part="link" href=${page}>${locale.text('card', 'details')}</a>`
            : nothing
        }
      </div>`;
  const title = html`<h3 class="popup-title visually-hidden" id="popup-title" tabindex="-1">
    ${event.title}
  </h3>`;
  return renderPopup(drawn(own && (() => html`${title}${own(event, actions)}`), content), context);
}

/** The list that opens from a marker of several events at one place. */
export function renderSpotPopup(
  spot: Spot,
  context: PopupContext,
  choose: (event: Event) => void,
  more: () => void,
): TemplateResult {
  const { locale } = context;
  return renderPopup(
    html`<h3 class="popup-title" id="popup-title" tabindex="-1">
        ${locale.text('map', 'sameSpot', { count: spot.count })}
      </h3>
      <div role="status">
        ${spot.events || spot.hasFailed ? nothing : html`<p class="small">${locale.text('map', 'eventLoading')}</p>`}
        ${
          spot.hasFailed
            ? html`<p class="small">${locale.text('map', 'eventFailed')}</p>
                <button class="button button-dense" type="button" @click=${more}>
                  ${locale.text('common', 'tryAgain')}
                </button>`
            : nothing
        }
      </div>
      <ul class="spot" role="list">
        ${spot.events?.map((event) => renderSpotEvent(event, context, choose))}
      </ul>
      ${
        spot.events && spot.hasMore && !spot.hasFailed
          ? html`<button
              class="button button-dense button-wide"
              part="button"
              type="button"
              aria-busy=${spot.isLoading ? 'true' : 'false'}
              @click=${more}
            >
              ${locale.text('list', 'showMore')}
            </button>`
          : nothing
      }`,
    context,
  );
}

function renderSpotEvent(
  event: Event,
  { locale }: PopupContext,
  choose: (event: Event) => void,
): TemplateResult {
  const slot = nextTimeslot(event.timeslots, Date.now());
  const words = { allDay: locale.text('card', 'allDay') };
  return html`<li class="spot-event">
    <p class="kind">${icon(kindIcon(event))}<span>${kindText(event, locale)}</span></p>
    <button class="card-link spot-title" type="button" @click=${() => choose(event)}>${event.title}</button>
    ${
      slot ? html`<p class="meta">${longDateTime(slot, event.timezone, locale.language, words)}</p>` : nothing
    }
  </li>`;
}

function renderPopup(content: unknown, { locale, close }: PopupContext): TemplateResult {
  return html`<section
    class="popup"
    part="popup"
    role="dialog"
    aria-labelledby="popup-title"
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    }}
  >
    <button class="close" type="button" aria-label=${locale.text('common', 'close')} @click=${close}>
      ${icon(cross)}
    </button>
    ${content}
  </section>`;
}

function noteKey({ location, isVirtual }: Event): 'areaNote' | 'localityNote' | null {
  if (isVirtual || location?.latitude == null) return null;
  if (location.precision === 'locality') return 'localityNote';
  return location.kind === 'home' ? 'areaNote' : null;
}
