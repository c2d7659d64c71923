import { EventStore, type EventSource } from './event-store.ts';
import { filtersFromUrl } from './url-filters.ts';

const stores = new WeakMap<EventSource, Map<string, EventStore>>();

/** The store that all elements of one client and group share; it starts with the filters of the page's URL. */
export function eventStore(source: EventSource, group = ''): EventStore {
  const groups = stores.get(source) ?? new Map<string, EventStore>();
  stores.set(source, groups);
  let store = groups.get(group);
  if (!store) {
    groups.set(group, (store = new EventStore(source)));
    store.filter(filtersFromUrl(new URLSearchParams(location.search), new Date()));
  }
  return store;
}
