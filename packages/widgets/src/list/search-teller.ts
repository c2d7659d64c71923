import { HuddleSearchEvent } from '../element/search-event.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Filters } from '../store/filters.ts';

/** The filters that were told last, or those at first; of elements that share a search, one tells of it. */
const told = new WeakMap<EventStore, Filters>();

/** Tells a page of each search of its visitor, once what it brought is counted. Ends with the answered function. */
export function tellSearches(store: EventStore, host: HTMLElement): () => void {
  if (!told.has(store)) told.set(store, store.filters);
  return store.subscribe(() => {
    const { filters, listed, counts, status } = store;
    const isSettled = status === 'ready' && listed === filters && (!counts || counts.filters === filters);
    if (!isSettled || told.get(store) === filters) return;
    told.set(store, filters);
    host.dispatchEvent(searchEvent(filters, store));
  });
}

function searchEvent({ area, kinds, dates }: Filters, { count }: EventStore): HuddleSearchEvent {
  const near = area?.type === 'near' ? area : null;
  return new HuddleSearchEvent({
    place: near?.label || null,
    within: near?.within ?? null,
    kinds,
    dates,
    count: count.exact ? count.count : null,
  });
}
