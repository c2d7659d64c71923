import { EventStore, type EventSource } from './event-store.ts';
import type { Filters } from './filters.ts';

const stores = new WeakMap<EventSource, Map<string, EventStore>>();

/** The store that all elements of one client and group share; it starts with the filters of the page's URL. */
export function eventStore(source: EventSource, group = ''): EventStore {
  const groups = stores.get(source) ?? new Map<string, EventStore>();
  stores.set(source, groups);
  let store = groups.get(group);
  if (!store) {
    groups.set(group, (store = new EventStore(source)));
    if (location.search.includes('huddle-')) store.start = filtersOfPage;
  }
  return store;
}

/** Comes only where the page's URL has filters. */
async function filtersOfPage(): Promise<Filters> {
  const parameters = new URLSearchParams(location.search);
  const { filtersFromUrl } = await import('./url-filters.ts');
  return filtersFromUrl(parameters, new Date());
}
