import type { Event } from '@huddlekit/contract';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { list as listIcon, map as mapIcon } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { renderCountLine } from '../list/count-line.ts';
import { renderEvents } from '../list/event-list.ts';
import { renderSkeleton } from '../list/skeleton.ts';
import { EventsElement } from '../list/events-element.ts';
import { nextSlice, nextTask, painted } from '../element/slices.ts';
import { card, common, kinds, list, map } from '../locales/en.ts';
import { LocaleController } from '../locales/locale-controller.ts';
import type { EventStore, Selection } from '../store/event-store.ts';
import type { Area } from '../store/filters.ts';
import type { BaseMap } from './base-map.ts';
import { CardSlices } from './card-slices.ts';
import type { LeafletMap } from './leaflet-map.ts';
import { renderControls, type Hint } from './map-controls.ts';
import { renderNotes } from './map-notes.ts';
import { handleMapKey } from './marker-focus.ts';
import { OpenSpot } from './open-spot.ts';
import { placePopup } from './place-popup.ts';
import { renderEventPopup, renderSpotPopup, type PopupContext } from './popup.ts';
import { pointOf } from './point.ts';
import type { ChosenSpot, Scene } from './scene.ts';
import { sceneWords } from './scene-words.ts';
import { leaflet, maps } from './map.styles.ts';

type Drawing = typeof import('./drawing-parts.ts');

/** Kept, since even a module that is there is imported only with a later task. */
let drawing: Drawing | undefined;
const loadDrawing = async (): Promise<Drawing> => (drawing ??= await import('./drawing-parts.ts'));
const hintTime = 1200;
/** The part of the map of a single pin is never asked for. */
const nowhere = { west: 0, south: 0, east: 0, north: 0 };
/** What stands on the map with a ground of its own. */
const onMap = '.legend, .zoom, .attribution, .note, .search-here';
/** From here on the list stands beside the map, in pixels of the element. */
const wideFrom = 840;

/**
 * Events on a map with their list: a search by place, how many there are, the cards, and the same events as
 * markers. Everything can be done in the list; the map is its picture.
 *
 * Without data the element's own content stays, so a link there is always a way on; without script too. Where
 * only the map itself can't be had, the list stays.
 *
 * Cards, the popup and the empty state can be the page's own: the properties `renderCard`, `renderPopup` and
 * `renderEmpty` are functions that answer a DOM node, a Lit template or a text; never HTML in a string.
 *
 * @slot - What visitors see until the events are there; a link to the hub's page.
 * @slot empty - What visitors see in place of ours where there are no events.
 * @fires huddle-ready - The element has drawn itself.
 * @fires huddle-select - A visitor chose an event, in the list or on the map.
 * @fires huddle-search - A visitor changed the search or a filter, and what fits is there.
 * @fires huddle-error - Events or the map couldn't be had.
 * @csspart map - The map with all that stands on it.
 * @csspart marker - One marker; `cluster`, `pin` and `area` tell which.
 * @csspart popup - What stands beside the selected marker.
 * @cssprop --huddle-map-height - Height of the map.
 * @cssprop --huddle-loading-height - Height that is kept free until events are there; the window's where left out.
 */
export class HuddleMap extends EventsElement {
  static override styles: CSSResultGroup = [EventsElement.styles, leaflet, maps];

  /**
   * Pictures to show in place of the base map: a template such as `https://tiles.example.org/{z}/{x}/{y}.png`. They
   * come from elsewhere, so visitors' browsers ask there, and the page's policy must allow it.
   */
  @property() tiles = '';

  /** Whom the pictures of `tiles` are from, as plain text. */
  @property({ attribute: 'tiles-attribution' }) tilesAttribution = '';

  @state() private view: 'list' | 'map' = 'list';
  @state() private hasMoved = false;
  @state() private hasFailed = false;
  @state() private hint: Hint | null = null;

  protected override readonly locale = new LocaleController(this, { common, kinds, card, list, map });
  readonly #cards = new CardSlices(this);
  readonly #spot = new OpenSpot({
    changed: () => this.requestUpdate(),
    read: (before) => void this.#focusPopup(before),
    chosen: (event) => this.#choose(event),
    failed: (error) => this.report(error),
  });
  #leaflet: LeafletMap | null = null;
  #scene: Scene | null = null;
  /** In the narrow layout the map has no size until the switch is pressed. */
  readonly #sizes = new ResizeObserver(() => this.#startSized());
  #isStarting = false;
  /** Whether the cards need not wait for the map any more. */
  #isMapDrawn = false;
  #pinsOf: EventStore | null = null;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: Event | null = null;
  #area: Area | null = null;

  private get canvas(): HTMLElement | null {
    return this.renderRoot.querySelector('.canvas');
  }

  private get popup(): HTMLElement | null {
    return this.renderRoot.querySelector('.popup');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Its code comes beside the events; a failure is told where it is needed.
    loadDrawing().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#hintTimer);
    this.#stop();
    this.#pinsOf = null;
  }

  /** Pins are asked for before there is anything to draw. */
  protected override follow(store: EventStore): void {
    super.follow(store);
    if (store === this.#pinsOf) return;
    this.#pinsOf = store;
    store.loadPins().catch(this.#fail);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { store } = this.stored;
    if (store?.selection && store.selection.event !== this.#shown) this.#spot.leave();
    if (store && store.filters.area !== this.#area) {
      this.#area = store.filters.area;
      this.hasMoved = false;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { store } = this.stored;
    // What stood in its place took the map's element with it, or the events are others.
    if (this.#scene?.shows(store, this.canvas) === false) this.#stop();
    if (this.canvas && !this.#leaflet) {
      this.#sizes.observe(this.canvas);
      this.#startSized();
    }
    if (this.#isMapDrawn && store?.wasReady && !this.#cards.hasBegun) this.#drawCards(store);
    this.#scene?.update();
    this.#placePopup();
    if (store) this.#followSelection(store);
  }

  /** The map doesn’t wait for the list. */
  protected override canRender(store: EventStore): boolean {
    return super.canRender(store) || store.pins !== null;
  }

  protected override renderReady(store: EventStore): TemplateResult {
    const { locale, view } = this;
    return html`${this.finder.render(store)} ${renderCountLine(store, locale, this.#renderAside(store))}
      <div class="split" data-view=${view}>
        <div class="events-column">
          ${
            store.wasReady && this.#cards.most > 0
              ? renderEvents(store, { ...this.listContext, most: this.#cards.most, show: this.#show })
              : renderSkeleton(locale.text('common', 'loading'))
          }
        </div>
        <div class="map" part="map">
          <div class="map-frame">
            <div
              class="canvas"
              role="application"
              tabindex="0"
              aria-label=${locale.text('map', 'label')}
              aria-describedby="map-keys"
              @keydown=${this.#handleKey}
            ></div>
            <p class="visually-hidden" id="map-keys">${locale.text('map', 'keys')}</p>
            <span class="swatch" @transitionend=${() => this.#leaflet?.redraw()}></span>
            ${renderControls({
              locale,
              attribution: this.tiles ? this.tilesAttribution : locale.text('map', 'attribution'),
              hint: this.hint,
              zoomBy: this.#zoomBy,
              searchHere: this.hasMoved ? this.#searchHere : undefined,
            })}
            ${renderNotes(store, locale, this.hasFailed)}
          </div>
          ${this.#renderPopup(store)}
        </div>
      </div>`;
  }

  #renderAside(store: EventStore): TemplateResult {
    const choice = (view: 'list' | 'map'): TemplateResult =>
      html`<button
        type="button"
        aria-pressed=${this.view === view ? 'true' : 'false'}
        @click=${() => (this.view = view)}
      >
        ${icon(view === 'list' ? listIcon : mapIcon)}${this.locale.text('map', view)}
      </button>`;
    return html`<div class="switch" role="group" aria-label=${this.locale.text('map', 'show')}>
        ${choice('list')}${choice('map')}
      </div>
      ${this.finder.renderLink(store)}`;
  }

  #renderPopup(store: EventStore): TemplateResult | typeof nothing {
    const context: PopupContext = {
      ...this.listContext,
      locale: this.locale,
      close: this.#close,
      renderPopup: this.renderPopup,
    };
    const { shown } = this.#spot;
    if (shown) return renderSpotPopup(shown, context, this.#choose, this.#spot.more);
    const event = store.selection?.event;
    return event?.location?.latitude != null ? renderEventPopup(event, context) : nothing;
  }

  #drawCards({ events: [first] }: EventStore): void {
    if (this.canvas?.clientWidth === 0) this.#cards.showAll();
    else void this.#cards.begin(first, this.locale.language);
  }

  /** A map without a size can't be drawn, and the cards have nothing to wait for. */
  #startSized(): void {
    const { store } = this.stored;
    if (!store || !this.canvas) return;
    if (this.canvas.clientWidth > 0) void this.#start(store, this.canvas);
    else this.#handleMapDrawn();
  }

  #handleMapDrawn(): void {
    if (this.#isMapDrawn) return;
    this.#isMapDrawn = true;
    this.requestUpdate();
  }

  async #start(store: EventStore, container: HTMLElement): Promise<void> {
    if (this.#isStarting || this.#leaflet) return;
    this.#isStarting = true;
    try {
      const { LeafletMap, Scene, loadBaseMap, readPalette } = drawing ?? (await loadDrawing());
      // What drew the frame of the map is a task of its own.
      await nextTask();
      if (!this.isConnected || this.stored.store !== store || this.canvas !== container)
        return this.requestUpdate();
      const map = new LeafletMap({
        container,
        palette: () => readPalette(this.renderRoot.querySelector('.swatch') ?? this),
        covering: () => this.renderRoot.querySelectorAll(onMap),
        moving: () => this.#placePopup(),
        moved: (byVisitor) => {
          if (byVisitor) this.hasMoved = true;
          this.#scene?.drawMarkers();
          this.#placePopup();
        },
        gestureIgnored: (gesture) => this.#showHint(gesture === 'wheel' ? 'scrollHint' : 'touchHint'),
      });
      this.#leaflet = map;
      this.#sizes.disconnect();
      const scene = (this.#scene = new Scene({
        map,
        store,
        words: sceneWords(this.locale),
        chosen: (pin, x, y) => this.#openSpot({ x, y, count: 1, pins: [pin], bounds: nowhere }),
        spotChosen: (spot) => this.#openSpot(spot),
      }));
      if (this.tiles) void map.setPictures(this.tiles).catch(this.#fail);
      scene.update();
      const { hubUrl } = this;
      if (hubUrl) void this.#drawGround(scene, () => loadBaseMap(hubUrl, () => scene.refineBaseMap()));
      await painted();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isStarting = false;
      this.#handleMapDrawn();
    }
  }

  #stop(): void {
    this.#sizes.disconnect();
    this.#scene?.remove();
    this.#leaflet?.remove();
    this.#scene = null;
    this.#leaflet = null;
    this.hasFailed = false;
  }

  /** The events don’t wait for the land under them. */
  async #drawGround(scene: Scene, load: () => Promise<BaseMap>): Promise<void> {
    try {
      await painted();
      const baseMap = await load();
      await nextSlice();
      scene.prepareNames();
      await nextSlice();
      if (scene === this.#scene) scene.setBaseMap(baseMap);
      await painted();
      if (scene === this.#scene) scene.setNames(baseMap);
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #zoomBy = (steps: number): void => this.#leaflet?.zoomBy(steps);

  /** From the list: the map shows the event, and the focus stays in the list unless the map takes its place. */
  readonly #show = (event: Event): void => {
    this.view = 'map';
    this.stored.store?.select({ event, from: 'list' });
  };

  #openSpot(spot: ChosenSpot): void {
    const { store } = this.stored;
    if (!store) return;
    store.select(null);
    this.#spot.open(store, spot);
  }

  readonly #choose = (event: Event): void => {
    this.#spot.leave();
    this.stored.store?.select({ event, from: 'map' });
    void this.#focusPopup();
  };

  /** The popup's title; of a list that has grown, its first new event. */
  async #focusPopup(before = 0): Promise<void> {
    await this.updateComplete;
    const added = before > 0 ? this.popup?.querySelectorAll<HTMLElement>('.spot-title')[before] : undefined;
    (added ?? this.popup?.querySelector<HTMLElement>('.popup-title'))?.focus({ preventScroll: !added });
  }

  readonly #close = (): void => {
    const { selection } = this.stored.store ?? {};
    this.#spot.leave();
    this.stored.store?.select(null);
    void this.#returnFocus(selection ?? null);
  };

  async #returnFocus(selection: Selection | null): Promise<void> {
    if (selection?.from === 'list') this.view = 'list';
    await this.updateComplete;
    const opener =
      selection?.from === 'list'
        ? this.renderRoot.querySelector<HTMLElement>(`[data-event="${selection.event.id}"] .card-link`)
        : this.#leaflet?.hostOf(`pin-${String(selection?.event.pin)}`)?.querySelector<HTMLElement>('.mark');
    (opener ?? this.canvas)?.focus({ preventScroll: true });
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (this.canvas && this.#leaflet) handleMapKey(event, this.canvas, this.#leaflet);
  };

  readonly #searchHere = (): void => {
    this.#scene?.searchHere();
    this.canvas?.focus({ preventScroll: true });
  };

  #placePopup(): void {
    const { selection } = this.stored.store ?? {};
    const point = this.#spot.shown ?? (selection && pointOf(selection.event));
    if (!point || !this.#leaflet || !this.popup) return;
    const frame = this.renderRoot.querySelector<HTMLElement>('.map-frame');
    if (frame) placePopup(this.popup, frame, this.#leaflet.positionOf(point.x, point.y));
  }

  #followSelection({ selection }: EventStore): void {
    const event = selection?.event ?? null;
    if (event === this.#shown) return;
    this.#shown = event;
    if (this.shadowRoot?.activeElement?.checkVisibility() === false) void this.#focusPopup();
    if (selection?.from !== 'map' || this.offsetWidth < wideFrom) return;
    this.renderRoot.querySelector('.card-selected')?.scrollIntoView({ block: 'nearest' });
  }

  #showHint(hint: 'scrollHint' | 'touchHint'): void {
    this.hint = hint;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => (this.hint = null), hintTime);
  }

  readonly #fail = (error: unknown): void => {
    this.hasFailed = true;
    this.report(error);
  };
}
