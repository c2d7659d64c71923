import type { Event } from '@huddlekit/contract';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { cards } from '../card/card.styles.ts';
import { clientOf } from '../client/client.ts';
import { HuddleErrorEvent } from '../element/events.ts';
import { failureFrom, renderFailure } from '../element/failure.ts';
import { HuddleElement } from '../element/huddle-element.ts';
import { lazyPart } from '../element/lazy-part.ts';
import { HuddleSelectEvent } from '../element/select-event.ts';
import type { card, common, kinds, list } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import type { EventStore } from '../store/event-store.ts';
import { StoreController } from '../store/store-controller.ts';
import { eventStore } from '../store/stores.ts';
import { buttons } from '../styles/button.styles.ts';
import { details } from '../styles/detail.styles.ts';
import { notices } from '../styles/notice.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import type { RenderEmpty, RenderEvent } from './custom-rendering.ts';
import type { ListContext } from './event-list.ts';
import { lists } from './list.styles.ts';
import { renderSkeleton } from './skeleton.ts';

type ListLocale = Pick<
  LocaleController<{
    readonly common: typeof common;
    readonly kinds: typeof kinds;
    readonly card: typeof card;
    readonly list: typeof list;
  }>,
  'text' | 'language' | 'ready' | 'later'
>;

/** A skeleton for an answer that comes at once would only flicker. */
const skeletonDelay = 300;

/** What the list and the map share: the store, the finder, the states, and the way to an RSVP. */
export abstract class EventsElement extends HuddleElement {
  static override styles: CSSResultGroup = [tokens, buttons, details, notices, cards, lists];

  /** Elements of one group share filters and selection; other groups of the page have their own. */
  @property() group = '';

  /** Writes the filters to the page's URL, so that a reload or a copied link shows the same. */
  @property({ type: Boolean, attribute: 'sync-url' }) syncUrl = false;

  /**
   * Sources in place of the hub, parted by spaces: `hub`, `hub:https://…`, `mobilize:1234`, `feed:https://…`. Events
   * that several of them list come once.
   */
  @property() source = '';

  /** Draws an event's card in the page's own way, inside its list item. */
  @property({ attribute: false }) renderCard?: RenderEvent;

  /** Draws the popup of a marker in the page's own way. */
  @property({ attribute: false }) renderPopup?: RenderEvent;

  /** Draws what stands in for events where there are none; plain HTML goes into the slot `empty`. */
  @property({ attribute: false }) renderEmpty?: RenderEmpty;

  @state() private isSlow = false;
  @state() private moreFailed = false;

  protected abstract readonly locale: ListLocale;
  protected readonly stored = new StoreController(
    this,
    () => this.#findStore(),
    (store) => this.follow(store),
  );
  protected readonly sources = lazyPart(this, async () => {
    const { SourceView } = await import('../sources/source-view.ts');
    return new SourceView(this);
  });
  readonly #finder = lazyPart(this, async () => {
    const { startFinder } = await import('../finder/finder-parts.ts');
    return startFinder(this, this.locale);
  });
  readonly #updates = lazyPart(this, async () => {
    const { UpdatesView } = await import('./updates-view.ts');
    return new UpdatesView(this, this.#findClient());
  });
  readonly #empty = lazyPart(this, () => import('./empty.ts'));
  readonly #states = this.attachInternals().states;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #knownStatus = 'idle';
  #selectedId: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#slowTimer);
    this.#knownStatus = 'idle';
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#isWaiting) this.#states.delete('shown');
    else this.#states.add('shown');
  }

  protected override localeReady(): Promise<void> {
    return this.locale.ready;
  }

  /** Whether there is something to show yet. */
  protected canRender(store: EventStore): boolean {
    return store.wasReady;
  }

  /** The state with events; empty lists too. */
  protected abstract renderReady(store: EventStore): TemplateResult;

  protected override render(): TemplateResult {
    const { store } = this.stored;
    return html`<div class="root" part="root">
      ${store ? this.#renderStatus(store) : this.#renderNoHub()}
    </div>`;
  }

  /** The search and filters; until they are there their room is kept free. */
  protected readonly finder = {
    render: (store: EventStore): TemplateResult =>
      this.#finder()?.render(store) ?? html`<div class="finder-room"></div>`,
    renderLink: (store: EventStore): TemplateResult | typeof nothing =>
      this.#finder()?.renderLink(store) ?? nothing,
  };

  /** What the cards need; titles lead to the events' own pages. */
  protected get listContext(): ListContext {
    return {
      locale: this.locale,
      hub: this.#findClient()?.capabilities.host ? this.hubUrl : undefined,
      pageOf: (event) => this.#findClient()?.events.pageUrl(event),
      ...(this.source && {
        below: (event: Event) => this.sources()?.renderOrigins(event, this.locale) ?? nothing,
      }),
      selectedId: this.stored.store?.selection?.event.id ?? null,
      rsvp: this.rsvp,
      show: null,
      renderCard: this.renderCard,
      renderEmpty: this.renderEmpty,
      empty: this.#empty,
      notice: (store) => this.#updates()?.render(store, this.locale) ?? nothing,
      moreFailed: this.moreFailed,
      most: Infinity,
      handleMore: this.#handleMore,
    };
  }

  /** Opens the dialog, whose code comes only now. */
  protected readonly rsvp = (event: Event, opener: HTMLElement): void => {
    void this.#openDialog(event, opener);
  };

  async #openDialog(event: Event, opener: HTMLElement): Promise<void> {
    const client = this.#findClient();
    // Pressed again while the code is on its way.
    if (!client || opener.hasAttribute('aria-busy')) return;
    opener.setAttribute('aria-busy', 'true');
    try {
      const { openRsvpDialog } = await import('../rsvp/rsvp-dialog.ts').finally(() =>
        opener.removeAttribute('aria-busy'),
      );
      const { partnerName: partner } = this;
      const { language } = this.locale;
      await openRsvpDialog({ event, client, language, opener, ...(partner && { partner }) });
    } catch (error) {
      this.report(error);
      // The event's own page takes RSVPs too.
      const page = client.events.pageUrl(event);
      if (page) location.assign(page);
    }
  }

  /** Tells the page that something failed. */
  protected report(error: unknown): void {
    const { code, requestId } = failureFrom(error);
    this.dispatchEvent(new HuddleErrorEvent(code, requestId));
  }

  readonly #handleMore = (): void => {
    this.moreFailed = false;
    this.stored.store?.more().catch((error: unknown) => {
      this.moreFailed = true;
      this.report(error);
    });
  };

  #renderStatus(store: EventStore): TemplateResult {
    const { locale } = this;
    if (store.status === 'error') {
      return html`${store.wasReady ? this.finder.render(store) : ''}
      ${renderFailure(failureFrom(store.error), locale, () => void store.load(), this.hubUrl && `${this.hubUrl}/`)}`;
    }
    if (this.canRender(store))
      return html`${this.source ? this.sources()?.renderFailures(locale) : ''}${this.renderReady(store)}`;
    return html`<slot></slot>${this.isSlow ? renderSkeleton(locale.text('common', 'loading')) : ''}`;
  }

  /** Whether events may still come for the first time. */
  get #isWaiting(): boolean {
    const { store } = this.stored;
    if (store) return !store.wasReady && store.status !== 'error';
    return this.source !== '' && !this.sources()?.error;
  }

  #renderNoHub(): TemplateResult {
    if (this.source && !this.sources()?.error) return html`<slot></slot>`;
    return html`${renderFailure({ code: 'no_hub' }, this.locale, () => undefined, undefined)}<slot></slot>`;
  }

  #findClient(): ReturnType<typeof clientOf> | undefined {
    if (this.client) return this.client;
    const { hubUrl } = this;
    if (this.source) return this.sources()?.client(this.source, hubUrl, this.partnerName);
    return hubUrl ? clientOf(hubUrl) : undefined;
  }

  #findStore(): EventStore | null {
    const client = this.#findClient();
    return client ? eventStore(client, this.group) : null;
  }

  /** Hears of each change of the store, first when it is found. */
  protected follow(store: EventStore): void {
    if (store.status !== this.#knownStatus) {
      this.#knownStatus = store.status;
      clearTimeout(this.#slowTimer);
      this.isSlow = false;
      if (store.status === 'loading') {
        this.#slowTimer = setTimeout(() => (this.isSlow = true), skeletonDelay);
      }
      if (store.status === 'error') this.report(store.error);
    }
    const selectedId = store.selection?.event.id ?? null;
    if (selectedId !== this.#selectedId) {
      this.#selectedId = selectedId;
      this.dispatchEvent(new HuddleSelectEvent(selectedId));
    }
    if (this.syncUrl && store.status !== 'idle' && !store.start)
      // Browsers limit how often a page may do so, and the list doesn't depend on it.
      this.#writeUrl(store).catch(() => undefined);
  }

  async #writeUrl(store: EventStore): Promise<void> {
    const { urlWithFilters } = await import('../store/url-filters.ts');
    if (!this.syncUrl || store !== this.stored.store) return;
    const url = urlWithFilters(new URL(location.href), store.filters);
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  }
}
