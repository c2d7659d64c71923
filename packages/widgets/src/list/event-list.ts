import { html, nothing, type TemplateResult } from 'lit';
import type { Event } from '@huddlekit/contract';
import { renderCard, type CardContext } from '../card/card.ts';
import type { EventStore } from '../store/event-store.ts';
import { drawn, type RenderEmpty, type RenderEvent } from './custom-rendering.ts';
import type { EmptyLocale } from './empty.ts';
import { placeName, type ListWords } from './count-text.ts';

/** What the list needs beyond its cards. */
export interface ListContext extends CardContext {
  readonly locale: CardContext['locale'] & EmptyLocale;
  /** What stands in for events. */
  readonly empty: () => typeof import('./empty.ts') | undefined;
  /** Cards that are drawn yet, of a list that comes in slices. */
  readonly most: number;
  readonly handleMore: () => void;
  readonly moreFailed: boolean;
  readonly renderCard: RenderEvent | undefined;
  readonly renderEmpty: RenderEmpty | undefined;
  /** What is to be known of the list before it is read. */
  readonly notice: (store: EventStore) => TemplateResult | typeof nothing;
}

/** The cards, or what stands in for them where there are none, and the way to more. */
export function renderEvents(store: EventStore, context: ListContext): TemplateResult {
  const { locale } = context;
  const { events, nearest, listed } = store;
  const isBusy = store.status === 'loading';
  const { count, exact } = store.inPersonCount;
  const nothingNear = listed.inPerson && listed.area !== null && exact && count === 0;
  return html`<div class="events" aria-busy=${isBusy ? 'true' : 'false'}>
    ${context.notice(store)} ${nothingNear || events.length === 0 ? renderEmpty(store, context) : nothing}
    ${
      nothingNear && nearest.length > 0 ? renderGroup(nearestTitle(store, locale), nearest, context) : nothing
    }
    ${
      events.length === 0
        ? nothing
        : nothingNear
          ? renderGroup(locale.text('list', 'onlineEvents'), events, context)
          : renderCards(locale.text('list', 'events'), events, context)
    }
    ${store.hasMore && context.most >= events.length ? renderMore(store, context) : nothing}
  </div>`;
}

/** What the page puts into the slot, or draws, or else what we say. */
function renderEmpty(
  store: EventStore,
  { renderEmpty: own, empty, locale, hub }: ListContext,
): TemplateResult {
  const { listed } = store;
  return html`<slot name="empty"
    >${drawn(own && (() => own(listed)), () => empty()?.renderEmpty(store, { locale, hub }))}</slot
  >`;
}

function renderGroup(title: string, events: readonly Event[], context: ListContext): TemplateResult {
  return html`<h3 class="group-title">${title}</h3>
    ${renderCards(title, events, context)}`;
}

function renderCards(label: string, events: readonly Event[], context: ListContext): TemplateResult {
  return html`<ul class="cards" part="list" role="list" aria-label=${label}>
    ${events.slice(0, context.most).map((event) => renderItem(event, context))}
  </ul>`;
}

function renderItem(event: Event, context: ListContext): unknown {
  const { renderCard: own, pageOf, rsvp } = context;
  const actions = { page: pageOf(event), rsvp: (opener: HTMLElement) => rsvp(event, opener) };
  return drawn(own && (() => html`<li part="card" data-event=${event.id}>${own(event, actions)}</li>`), () =>
    renderCard(event, context),
  );
}

function renderMore(
  { isLoadingMore }: EventStore,
  { locale, handleMore, moreFailed }: ListContext,
): TemplateResult {
  return html`<div class="more">
    ${moreFailed ? html`<p class="error" role="alert">${locale.text('list', 'moreFailed')}</p>` : nothing}
    <button
      class="button button-wide"
      part="button"
      type="button"
      aria-busy=${isLoadingMore ? 'true' : 'false'}
      @click=${handleMore}
    >
      ${locale.text('list', 'showMore')}
    </button>
  </div>`;
}

function nearestTitle({ filters: { area } }: EventStore, locale: ListWords): string {
  const label = area?.type === 'near' ? area.label : '';
  return locale.text('list', 'nearestTo', { place: placeName(label, locale) });
}
