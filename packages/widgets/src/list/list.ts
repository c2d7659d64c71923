import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { card, common, kinds, list } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import type { EventStore } from '../store/event-store.ts';
import { renderCountLine } from './count-line.ts';
import { renderEvents } from './event-list.ts';
import { EventsElement } from './events-element.ts';

/**
 * Events as a list: a search by place, how many there are, and a card for each with its date, place and RSVP.
 * Shares search and filters with a map on the same page.
 *
 * Without data the element's own content stays, so a link there is always a way on; without script too.
 *
 * Cards and the empty state can be the page's own: the properties `renderCard` and `renderEmpty` are functions that
 * answer a DOM node, a Lit template or a text; never HTML in a string. Styles of the page reach them through parts.
 *
 * @slot - What visitors see until the events are there; a link to the hub's page.
 * @slot empty - What visitors see in place of ours where there are no events.
 * @fires huddle-ready - The element has drawn itself.
 * @fires huddle-select - A visitor chose an event.
 * @fires huddle-search - A visitor changed the search or a filter, and what fits is there.
 * @fires huddle-error - Events couldn't be had.
 * @csspart card - One event.
 * @csspart count - The line with the number of events.
 * @cssprop --huddle-loading-height - Height that is kept free until events are there; the window's where left out.
 */
export class HuddleList extends EventsElement {
  /** Leaves search and filters out, such as beside a map that has them. */
  @property({ type: Boolean, attribute: 'without-search' }) withoutSearch = false;

  protected override readonly locale = new LocaleController(this, { common, kinds, card, list });

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { selection } = this.stored.store ?? {};
    if (selection?.from === 'map' && selection.event.id !== this.#shownId) {
      this.renderRoot.querySelector('.card-selected')?.scrollIntoView({ block: 'nearest' });
    }
    this.#shownId = selection?.event.id;
  }

  #shownId: string | undefined;

  protected override renderReady(store: EventStore): TemplateResult {
    return html`${this.withoutSearch ? nothing : this.finder.render(store)}
    ${renderCountLine(store, this.locale, this.withoutSearch ? nothing : this.finder.renderLink(store))}
    ${renderEvents(store, this.listContext)}`;
  }
}
