import type { Event, Place } from '@huddlekit/contract';
import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { EventStore } from '../store/event-store.ts';
import { defaultWithin, narrowing, type Filters } from '../store/filters.ts';
import { FinderLocale, type HostWords } from './finder-words.ts';
import { LinkCopy, renderCopyLink } from './copy-link.ts';
import type { MenuName } from './menu.ts';
import { ownLocation } from './own-location.ts';
import { PlaceSearch } from './place-search.ts';
import { renderFinder } from './render-finder.ts';
import { Seen } from './seen.ts';

/** The search field with its suggestions, the radius and the filters, drawn in the element's own shadow root. */
export class Finder implements ReactiveController {
  /** What stands in the field. */
  words = '';
  isOpen = false;
  places: readonly Place[] = [];
  /** Position of the active suggestion: 0 is "Use my location", places follow; -1 is none. */
  active = -1;
  /** What the visitor should know about the search, such as that no place has the name. */
  message = '';
  /** The filter whose choices are open. */
  menu: MenuName | null = null;
  /** Whether the filters are open where they stand behind one button. */
  showsFilters = false;
  readonly seen = new Seen();
  readonly linkCopy = new LinkCopy(() => this.#update());
  /** Metres to search around the next place. */
  within = defaultWithin;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #locale: FinderLocale;
  readonly #search = new PlaceSearch();
  #store: EventStore | null = null;
  #filters: Filters | null = null;
  #events: readonly Event[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, words: HostWords) {
    this.#host = host;
    this.#locale = new FinderLocale(words);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#search.cancel();
    this.isOpen = false;
  }

  render(store: EventStore): TemplateResult {
    this.#store = store;
    if (store.filters !== this.#filters) this.#follow(store.filters);
    if (store.events !== this.#events) this.seen.add((this.#events = store.events));
    return renderFinder(this, store, this.#locale);
  }

  /** The way to share the search; nothing where there is none. */
  renderLink(store: EventStore): TemplateResult | typeof nothing {
    const { filters } = store;
    return filters.area || narrowing(filters) > 0 ? renderCopyLink(this, store, this.#locale) : nothing;
  }

  /** Follows the letters typed. */
  async type(words: string): Promise<void> {
    const store = this.#store;
    if (!store) return;
    this.words = words;
    this.isOpen = true;
    this.active = -1;
    this.#update();
    await this.#offer(() => this.#search.afterPause(store.source, words));
  }

  /** Takes the active suggestion, else the first place that has the name. */
  async submit(): Promise<void> {
    const store = this.#store;
    if (!store) return;
    if (this.isOpen && this.active === 0) return this.useLocation();
    const place = this.isOpen ? this.places[this.active - 1] : undefined;
    if (place) return this.choose(place);
    const isAnswered = await this.#offer(() => this.#search.now(store.source, this.words));
    if (isAnswered && this.places[0]) this.choose(this.places[0]);
  }

  choose({ label, latitude, longitude }: Pick<Place, 'label' | 'latitude' | 'longitude'>): void {
    const store = this.#store;
    if (!store) return;
    this.#search.cancel();
    this.close();
    store.filter({ area: { type: 'near', label, latitude, longitude, within: this.within } });
  }

  /** Searches in another radius: at once where a place is chosen, else with the next one. */
  setWithin(metres: number): void {
    const area = this.#store?.filters.area;
    this.within = metres;
    if (area?.type === 'near') this.#store?.filter({ area: { ...area, within: metres } });
  }

  /** Asks the browser where the visitor is, and searches there. */
  readonly useLocation = async (): Promise<void> => {
    this.close();
    this.#say(this.#locale.text('locating'));
    const area = this.#store?.filters.area;
    try {
      const point = await ownLocation();
      this.#say('');
      // Somebody who chose a place meanwhile waits for no other.
      if (this.#store?.filters.area === area) this.choose({ label: '', ...point });
    } catch {
      this.#say(this.#locale.text('locationDenied'));
    }
  };

  clear(): void {
    this.#search.cancel();
    this.words = '';
    this.places = [];
    this.#say('');
    this.close();
    if (this.#store?.filters.area) this.#store.filter({ area: null });
  }

  /** Moves the active suggestion, around the ends. */
  move(step: 1 | -1): void {
    const count = this.places.length + 1;
    this.active = this.isOpen
      ? (this.active + step + count + (this.active < 0 && step < 0 ? 1 : 0)) % count
      : 0;
    this.open();
  }

  leaveSuggestion(): void {
    this.active = -1;
    this.#update();
  }

  open(): void {
    this.isOpen = true;
    this.#update();
  }

  close(): void {
    this.isOpen = false;
    this.active = -1;
    this.#update();
  }

  showMenu(menu: MenuName | null): void {
    this.menu = menu;
    this.#update();
  }

  toggleFilters(): void {
    this.showsFilters = !this.showsFilters;
    this.#update();
  }

  /** Answers whether these are the places that were asked for last. */
  async #offer(ask: () => Promise<readonly Place[] | null>): Promise<boolean> {
    const locale = this.#locale;
    try {
      const places = await ask();
      if (!places) return false;
      this.places = places;
      const isUnknown = places.length === 0 && this.words.trim() !== '';
      this.#say(isUnknown ? locale.text('noPlace', { words: this.words.trim() }) : '');
    } catch {
      this.places = [];
      this.#say(locale.text('placesFailed'));
    }
    return true;
  }

  #follow(filters: Filters): void {
    const isElsewhere = filters.area !== this.#filters?.area;
    this.#filters = filters;
    this.linkCopy.forget();
    if (!isElsewhere) return;
    const { area } = filters;
    this.places = [];
    if (area?.type === 'near') this.within = area.within;
    this.words = area?.type === 'near' ? area.label || this.#locale.text('yourLocation') : '';
  }

  #say(message: string): void {
    this.message = message;
    this.#update();
  }

  #update(): void {
    this.#host.requestUpdate();
  }
}
