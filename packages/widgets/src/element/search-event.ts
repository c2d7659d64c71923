/** A visitor changed the search or a filter, and what fits is there. Tells no position, only what a place is called. */
export class HuddleSearchEvent extends Event {
  /** `Chicago, IL`; null where no place was searched by its name. */
  readonly place: string | null;
  /** Metres around a place or the visitor, or null. */
  readonly within: number | null;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  /** Local dates, or null for any. */
  readonly dates: { readonly from: string; readonly to: string } | null;
  /** Events that fit, or null where that isn't known. */
  readonly count: number | null;
  constructor(search: Pick<HuddleSearchEvent, 'place' | 'within' | 'kinds' | 'dates' | 'count'>) {
    super('huddle-search', { bubbles: true, composed: true });
    this.place = search.place;
    this.within = search.within;
    this.kinds = search.kinds;
    this.dates = search.dates;
    this.count = search.count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'huddle-search': HuddleSearchEvent;
  }
}
